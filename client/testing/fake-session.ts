import type { SidebarChannel } from '../../shared/channel.ts';
import { defaultPreferences } from '../../shared/preferences.ts';
import { noDnd } from '../../shared/presence.ts';
import type { BootFrame } from '../../shared/protocol/session-socket.ts';
import { protocolVersion } from '../../shared/protocol/sockets.ts';
import { zeroTs } from '../../shared/timestamps.ts';
import type { FakeChannel } from './fake-channel.ts';

/** A sidebar's channel of which nothing is said but its name. */
export function sidebarChannel(id: string, change: Partial<SidebarChannel> = {}): SidebarChannel {
  return {
    id,
    name: id.toLowerCase(),
    kind: 'public',
    is_general: false,
    is_archived: false,
    topic: '',
    last_read: zeroTs,
    has_unread: false,
    mention_count: 0,
    latest: zeroTs,
    ...change,
  };
}

/** What a person's session says first who has arranged nothing. */
export function bootFrame(change: Partial<BootFrame> = {}): BootFrame {
  return {
    type: 'boot',
    protocol: protocolVersion,
    workspace: { id: 'T1', name: 'Harbour', domain: 'harbour' },
    self: { id: 'U1', role: 'member' },
    channels: [],
    channel_preferences: {},
    preferences: defaultPreferences,
    sections: ['starred', 'channels', 'direct'].map((id) => ({
      id,
      name: '',
      emoji: '',
      channels: [],
      is_collapsed: false,
    })),
    unread_threads: [],
    unread_activity: 0,
    has_new_activity: false,
    drafts: [],
    saved: [],
    dnd: noDnd,
    dnd_schedule: { is_enabled: false, start: 1320, end: 480, days: [] },
    presence: { presence: 'active', manual_away: false },
    ...change,
  };
}

/** The channel as it stands in the person's sidebar. */
export function inSidebar({ info, lastRead, newest }: FakeChannel, user: string): SidebarChannel {
  return sidebarChannel(info.id, {
    name: info.name,
    kind: info.kind,
    is_general: info.isGeneral,
    is_archived: info.isArchived,
    topic: info.topic.value,
    last_read: lastRead.get(user) ?? zeroTs,
    latest: newest,
  });
}
