import { expect, test } from 'vitest';
import { pageTitle } from './page-title.ts';

test('the title counts mentions, and else marks that something is unread', () => {
  expect(pageTitle('#general', 'Acme', { mentions: 0, hasUnread: false })).toBe('#general – Acme');
  expect(pageTitle('#general', 'Acme', { mentions: 0, hasUnread: true })).toBe('• #general – Acme');
  expect(pageTitle(null, 'Acme', { mentions: 3, hasUnread: true })).toBe('(3) Acme');
});
