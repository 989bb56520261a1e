import type { Message } from '../../../shared/message.ts';

/** What can be done with a message. One object for all rows, so that rows stay the same when others change. */
export interface MessageActions {
  /** Begins to edit; the row becomes a composer. */
  edit: (ts: string) => void;
  saveEdit: (ts: string, text: string) => void;
  cancelEdit: () => void;
  /** Asks first. */
  remove: (message: Message) => void;
  copyLink: (message: Message) => void;
  copyText: (message: Message) => void;
  openThread: (rootTs: string) => void;
  /** Of a message that was not sent: by its key. */
  retry: (key: string) => void;
  discard: (key: string) => void;
}

export interface Permissions {
  self: string;
  isAdministrator: boolean;
  /** Nothing can be changed: the channel is archived, or the person is not in it. */
  isReadOnly: boolean;
}

export function mayEdit(message: Message, { self, isReadOnly }: Permissions): boolean {
  const isWritten =
    message.subtype === undefined || message.subtype === 'thread_broadcast' || message.subtype === 'me_message';
  return !isReadOnly && isWritten && message.user === self;
}

export function mayDelete(message: Message, { self, isAdministrator, isReadOnly }: Permissions): boolean {
  if (message.subtype === 'tombstone' || isReadOnly) return false;
  return isAdministrator || message.user === self;
}
