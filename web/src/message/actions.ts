import type { Message } from '../../../shared/message.ts';
import type { Anchor } from '../design/anchor.ts';

/** Where a menu or picker stands, and what happens when it is gone. */
export interface OverlayPlace {
  anchor: Anchor;
  align?: 'start' | 'end';
  /** Gets the focus back. */
  returnFocusTo: HTMLElement | null;
  onClosed?: () => void;
}

/** What can be done with a message. One object for all rows, so that rows stay the same when others change. */
export interface MessageActions {
  /** Begins to edit; the row becomes a composer. */
  edit: (ts: string) => void;
  /** What the message being edited would say now. */
  typeEdit: (text: string) => void;
  saveEdit: (ts: string, text: string) => void;
  cancelEdit: () => void;
  /** Asks first. */
  remove: (message: Message, returnFocusTo?: HTMLElement | null) => void;
  copyLink: (message: Message) => void;
  copyText: (message: Message) => void;
  openThread: (rootTs: string) => void;
  /** Adds the person's reaction, or takes it back. */
  react: (message: Message, name: string) => void;
  pickReaction: (message: Message, place: OverlayPlace) => void;
  openMenu: (message: Message, place: OverlayPlace) => void;
  togglePin: (message: Message) => void;
  /** Keeps it for later, or not any more. */
  toggleSaved: (message: Message) => void;
  /** Chooses when to be reminded of it. */
  remind: (message: Message, place: OverlayPlace) => void;
  markUnread: (message: Message) => void;
  followThread: (rootTs: string, isFollowing: boolean) => void;
  removeUnfurl: (message: Message, url: string) => void;
  /** Of a message that only this person sees. */
  dismiss: (ts: string) => void;
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

/** The root of the thread that a message is in, or would begin. */
export function rootOf(message: Message): string {
  return message.thread_ts ?? message.ts;
}

/** Whether only its thread shows it. */
export function isPlainReply(message: Message): boolean {
  return rootOf(message) !== message.ts && message.subtype !== 'thread_broadcast';
}

/** Whether the person has reacted like this. A crowd's names are not all known; then it is taken for not. */
export function hasReacted(message: Message, name: string, self: string): boolean {
  return message.reactions?.some((reaction) => reaction.name === name && reaction.users.includes(self)) ?? false;
}

const nothing = () => undefined;

/** For rows that are shown before anything can be done with them. */
export const idleActions: MessageActions = {
  edit: nothing,
  typeEdit: nothing,
  saveEdit: nothing,
  cancelEdit: nothing,
  remove: nothing,
  copyLink: nothing,
  copyText: nothing,
  openThread: nothing,
  react: nothing,
  pickReaction: nothing,
  openMenu: nothing,
  togglePin: nothing,
  toggleSaved: nothing,
  remind: nothing,
  markUnread: nothing,
  followThread: nothing,
  removeUnfurl: nothing,
  dismiss: nothing,
  retry: nothing,
  discard: nothing,
};
