import { expect, test } from 'vitest';
import type { Message } from '../../../shared/message.ts';
import { mayDelete, mayEdit } from './actions.ts';

const message = (rest: Partial<Message> = {}): Message => ({
  type: 'message',
  user: 'U1',
  ts: '1.000000',
  text: '',
  ...rest,
});
const author = { self: 'U1', isAdministrator: false, isReadOnly: false };
const other = { ...author, self: 'U2' };
const administrator = { ...other, isAdministrator: true };

test('only its author edits a message', () => {
  expect(mayEdit(message(), author)).toBe(true);
  expect(mayEdit(message(), administrator)).toBe(false);
});

test('its author and administrators delete a message', () => {
  expect(mayDelete(message(), author)).toBe(true);
  expect(mayDelete(message(), other)).toBe(false);
  expect(mayDelete(message(), administrator)).toBe(true);
});

test('what is not written, deleted already or in an archived channel stays as it is', () => {
  expect(mayEdit(message({ subtype: 'channel_join' }), author)).toBe(false);
  expect(mayDelete(message({ subtype: 'tombstone' }), administrator)).toBe(false);
  expect(mayDelete(message(), { ...author, isReadOnly: true })).toBe(false);
  expect(mayEdit(message(), { ...author, isReadOnly: true })).toBe(false);
});
