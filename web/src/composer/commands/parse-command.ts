/** `/name rest`, as it was written at the very beginning of a message. */
export interface WrittenCommand {
  name: string;
  /** Mrkdwn, without spaces at its ends. */
  rest: string;
}

/** The command that a message is; null for a message. A path such as `/usr/bin` is none. */
export function parseCommand(mrkdwn: string): WrittenCommand | null {
  const [, name, rest = ''] = /^\/([a-z]+)(?:\s+(.*))?$/is.exec(mrkdwn) ?? [];
  return name === undefined ? null : { name: name.toLowerCase(), rest: rest.trim() };
}
