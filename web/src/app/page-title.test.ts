import { expect, test } from 'vitest';
import type { SidebarChannel } from '../../../shared/channel.ts';
import { pageTitle } from './page-title.ts';

const channel = (rest: Partial<SidebarChannel>): SidebarChannel => ({
  id: 'C1',
  name: 'general',
  kind: 'public',
  is_general: true,
  is_archived: false,
  topic: '',
  last_read: '0000000000.000000',
  has_unread: false,
  mention_count: 0,
  ...rest,
});

test('the title counts mentions, and else marks that something is unread', () => {
  expect(pageTitle('#general', 'Acme', [channel({})])).toBe('#general – Acme');
  expect(pageTitle('#general', 'Acme', [channel({ has_unread: true })])).toBe('• #general – Acme');
  expect(
    pageTitle(null, 'Acme', [channel({ has_unread: true, mention_count: 2 }), channel({ mention_count: 1 })]),
  ).toBe('(3) Acme');
});

test('archived channels do not call', () => {
  expect(pageTitle(null, 'Acme', [channel({ has_unread: true, mention_count: 2, is_archived: true })])).toBe('Acme');
});
