/** What a run found to be other than promised. */
export interface Violation {
  rule: Rule;
  what: string;
  channel?: string | undefined;
  about?: string | undefined;
}

/** What is promised; docs/reliability.md says the same in words. */
export const rules = {
  kept: 'an acknowledged message is in the history, once and unchanged',
  known: 'there is no message that nobody sent',
  order: 'history is in the order of ts, and in it what one client sent is in the order of sending',
  durable: 'nothing was pushed that was not on disk',
  agree: 'every client has what a fresh fetch gives',
  unread: 'unread and mention counts equal a recount',
  removed: 'whoever was removed got nothing that was written afterwards',
  audit: 'the audit log has every event once, in order, and dead letters can be replayed',
  answers: 'the server answers without errors while it is up',
  memory: 'memory does not grow',
} as const;
export type Rule = keyof typeof rules;
