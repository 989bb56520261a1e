import { expect, test } from 'vitest';
import type { Message } from '../../../shared/message.ts';
import { idleActions, type MessageActions } from './actions.ts';
import { handleMessageKey } from './message-keys.ts';

const message: Message = { type: 'message', user: 'U1', ts: '2.000000', text: 'hi', thread_ts: '1.000000' };
const everything = { canEdit: true, canDelete: true, canThread: true, canChange: true, isGone: false };
const place = { anchor: { getBoundingClientRect: () => new DOMRect() }, returnFocusTo: null };

/** Which action a key takes, and whether the browser still gets the key. */
function press(key: string, possible: Partial<typeof everything> = {}, modifiers = {}) {
  const calls: string[] = [];
  const actions: MessageActions = { ...idleActions };
  for (const name of Object.keys(actions)) Object.assign(actions, { [name]: () => calls.push(name) });
  let isPrevented = false;
  const event = {
    key,
    shiftKey: false,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    ...modifiers,
    preventDefault: () => {
      isPrevented = true;
    },
  };
  handleMessageKey(event, message, actions, { ...everything, ...possible }, place);
  return { calls, isPrevented };
}

test.each([
  ['e', 'edit'],
  ['r', 'pickReaction'],
  ['t', 'openThread'],
  ['Enter', 'openThread'],
  ['p', 'togglePin'],
  ['a', 'toggleSaved'],
  ['m', 'remind'],
  ['u', 'markUnread'],
  ['l', 'copyLink'],
  ['c', 'copyText'],
  ['Delete', 'remove'],
  ['ContextMenu', 'openMenu'],
])('%s is for %s', (key, action) => {
  expect(press(key)).toEqual({ calls: [action], isPrevented: true });
});

test('Shift and F10 open the menu, as on every keyboard without the key for it', () => {
  expect(press('F10', {}, { shiftKey: true }).calls).toEqual(['openMenu']);
  expect(press('F10').calls).toEqual([]);
});

test('what may not be done is left to the browser', () => {
  expect(press('e', { canEdit: false })).toEqual({ calls: [], isPrevented: false });
  expect(press('r', { canChange: false })).toEqual({ calls: [], isPrevented: false });
  expect(press('Delete', { canDelete: false })).toEqual({ calls: [], isPrevented: false });
});

test('keys with modifiers are the browser’s', () => {
  expect(press('c', {}, { ctrlKey: true })).toEqual({ calls: [], isPrevented: false });
  expect(press('r', {}, { metaKey: true })).toEqual({ calls: [], isPrevented: false });
});

test('a deleted message has its thread and nothing else', () => {
  expect(press('t', { isGone: true }).calls).toEqual(['openThread']);
  expect(press('l', { isGone: true }).calls).toEqual([]);
});
