/** What came of something that was asked for: `unknown` when no answer came, and it may be done or not. */
export type Outcome = 'open' | 'done' | 'refused' | 'unknown';

export interface Edit {
  text: string;
  outcome: Outcome;
}

/** A message that somebody tried to send, and what was tried with it later. */
export interface Sent {
  /** The `client_msg_id`. */
  readonly id: string;
  readonly user: string;
  readonly channel: string;
  readonly text: string;
  readonly threadTs: string | null;
  /** Its place among what its author sent in this channel. */
  readonly place: number;
  /** By the client library's queue, or by a call of the API, which keeps no order. */
  readonly way: 'queue' | 'call';
  outcome: Outcome;
  /** Why it was refused. */
  error?: string;
  readonly edits: Edit[];
  readonly deletions: { outcome: Outcome }[];
}

/** A reaction of one person to one message: whether it is to be there, as far as that is known. */
export interface Reacted {
  readonly channel: string;
  readonly ts: string;
  readonly user: string;
  readonly name: string;
  readonly changes: { isOn: boolean; outcome: Outcome }[];
}

/** One line of what happened, for whoever has to understand a failure. */
export interface Line {
  at: number;
  what: string;
  channel?: string | undefined;
  /** The message that it is about: its `ts`, or the id that its author gave it. */
  about?: string | undefined;
}

/** What people did in a run, and what they were told. Only what the checker compares with is in it. */
export class Ledger {
  readonly sent = new Map<string, Sent>();
  readonly reactions = new Map<string, Reacted>();
  readonly lines: Line[] = [];
  /** Where each mark that a text carries was written, and when; see `mark`. */
  readonly #marks = new Map<string, { channel: string; at: number }>();
  readonly #places = new Map<string, number>();
  readonly #removed = new Map<string, number>();
  readonly #begin = performance.now();

  now(): number {
    return Math.round(performance.now() - this.#begin);
  }

  note(what: string, where: { channel?: string; about?: string } = {}): void {
    this.lines.push({ at: this.now(), what, ...where });
  }

  /** A mark for a text that is about to be written in a channel: by it the text is recognised wherever it turns up. */
  mark(channel: string): string {
    const mark = `~${this.#marks.size.toString(36)}~`;
    this.#marks.set(mark, { channel, at: performance.now() });
    return mark;
  }

  isKnown(mark: string): boolean {
    return this.#marks.has(mark);
  }

  send(message: Pick<Sent, 'id' | 'user' | 'channel' | 'text' | 'threadTs' | 'way'>): Sent {
    const key = `${message.user} ${message.channel} ${message.way}`;
    const place = this.#places.get(key) ?? 0;
    this.#places.set(key, place + 1);
    const sent: Sent = { ...message, place, outcome: 'open', edits: [], deletions: [] };
    this.sent.set(sent.id, sent);
    this.note(`${sent.user} sends ${sent.text}`, { channel: sent.channel, about: sent.id });
    return sent;
  }

  reaction(channel: string, ts: string, user: string, name: string): Reacted {
    const key = [channel, ts, user, name].join(' ');
    const reacted = this.reactions.get(key) ?? { channel, ts, user, name, changes: [] };
    this.reactions.set(key, reacted);
    return reacted;
  }

  /** That somebody is out of a private channel was answered. */
  removed(channel: string, user: string): void {
    this.#removed.set(`${channel} ${user}`, performance.now());
  }

  /** Somebody is about to be let in. */
  admitting(channel: string, user: string): void {
    this.#removed.delete(`${channel} ${user}`);
  }

  /** Whether what carries the mark was written in a channel that the person had been removed from by then. */
  isForbidden(mark: string, user: string): { channel: string } | null {
    const written = this.#marks.get(mark);
    const removed = written && this.#removed.get(`${written.channel} ${user}`);
    return written && removed !== undefined && written.at > removed ? { channel: written.channel } : null;
  }
}

/** What a message may say: what it said at first or was last changed to, as far as that is known. */
export function possibleTexts({ text, edits }: Pick<Sent, 'text' | 'edits'>): string[] {
  return possibilities(
    text,
    edits.map(({ text: to, outcome }) => ({ to, outcome })),
  );
}

export function possibleReaction({ changes }: Reacted): boolean[] {
  return possibilities(
    false,
    changes.map(({ isOn, outcome }) => ({ to: isOn, outcome })),
  );
}

function possibilities<T>(first: T, changes: readonly { to: T; outcome: Outcome }[]): T[] {
  let possible = [first];
  for (const { to, outcome } of changes) {
    if (outcome === 'done') possible = [to];
    else if (outcome !== 'refused') possible.push(to);
  }
  return possible;
}
