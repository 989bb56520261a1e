/** One event of a channel's log: `event` is the event as JSON. */
export type AuditEntry = { channel: string; seq: number; event: string };

export type AuditRpc = {
  /** Stores events; one that is stored already is left as it is. All are on disk when this returns. */
  append(entries: readonly AuditEntry[]): Promise<void>;
  /** A channel's events in order, after `seq`. */
  read(channel: string, page: { after: number; limit: number }): Promise<AuditEntry[]>;
};
