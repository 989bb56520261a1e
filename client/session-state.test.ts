import { expect, test } from 'vitest';
import type { SidebarChannel } from '../shared/channel.ts';
import { emptySessionState, reduceSession, sidebarChannels } from './session-state.ts';

function channel(id: string, name: string): SidebarChannel {
  return {
    id,
    name,
    kind: 'public',
    is_general: false,
    is_archived: false,
    topic: '',
    last_read: '0000000000.000000',
    has_unread: false,
    mention_count: 0,
  };
}

const workspace = { id: 'T1', name: 'Harbour', domain: 'harbour' };
const self = { id: 'U1', role: 'member' as const };
const booted = reduceSession(emptySessionState, {
  type: 'boot',
  protocol: 1,
  workspace,
  self,
  channels: [channel('C2', 'zebra'), channel('C1', 'apple')],
});

test('boot replaces everything', () => {
  const again = reduceSession(booted, { type: 'boot', protocol: 1, workspace, self, channels: [channel('C3', 'new')] });
  expect([...again.channels.keys()]).toEqual(['C3']);
});

test('channels are listed by name, in the same array until one changes', () => {
  expect(sidebarChannels(booted).map(({ name }) => name)).toEqual(['apple', 'zebra']);
  expect(sidebarChannels({ ...booted })).toBe(sidebarChannels(booted));
  const renamed = reduceSession(booted, { type: 'channel', channel: channel('C1', 'zoo') });
  expect(sidebarChannels(renamed).map(({ name }) => name)).toEqual(['zebra', 'zoo']);
});

test('a channel that is gone leaves, and twice is harmless', () => {
  const once = reduceSession(booted, { type: 'channel_gone', channel: 'C1' });
  expect([...once.channels.keys()]).toEqual(['C2']);
  expect(reduceSession(once, { type: 'channel_gone', channel: 'C1' })).toBe(once);
});
