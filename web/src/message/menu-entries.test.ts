import { expect, test } from 'vitest';
import type { Message } from '../../../shared/message.ts';
import { idleActions } from './actions.ts';
import { menuEntries } from './menu-entries.tsx';

const message: Message = { type: 'message', user: 'ME', ts: '2.000000', text: 'hi' };
const options = {
  message,
  place: { anchor: { getBoundingClientRect: () => new DOMRect() }, returnFocusTo: null },
  permissions: { self: 'ME', isAdministrator: false, isReadOnly: false },
  actions: idleActions,
  isInThread: false,
  isSaved: false,
  isFollowing: null,
  onOverlay: () => undefined,
};
const keysOf = (change: Partial<Parameters<typeof menuEntries>[0]> = {}) =>
  menuEntries({ ...options, ...change }).map((group) => group.map(({ key }) => key));

test('what one wrote oneself can be edited and deleted', () => {
  expect(keysOf()).toEqual([
    ['react', 'thread'],
    ['save', 'remind', 'pin', 'unread'],
    ['link', 'text'],
    ['edit', 'delete'],
  ]);
});

test('of others, administrators only delete', () => {
  const theirs = { ...message, user: 'U2' };
  expect(keysOf({ message: theirs })).toHaveLength(3);
  const permissions = { ...options.permissions, isAdministrator: true };
  expect(keysOf({ message: theirs, permissions }).at(-1)).toEqual(['delete']);
});

test('where nothing can be changed one can still keep it, copy it and follow its thread', () => {
  const permissions = { ...options.permissions, isReadOnly: true };
  expect(keysOf({ permissions, isFollowing: true })).toEqual([
    ['thread', 'follow'],
    ['save', 'remind'],
    ['link', 'text'],
  ]);
});

test('in its thread nothing opens it, and reactions can be looked at where there are some', () => {
  const reacted = { ...message, reactions: [{ name: 'tada', users: ['U2'], count: 1 }] };
  const keys = keysOf({ message: reacted, isInThread: true }).flat();
  expect(keys).not.toContain('thread');
  expect(keys).toContain('reactors');
});
