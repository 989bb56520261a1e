import type { SidebarChannel } from '../../shared/channel.ts';
import type { Draft } from '../../shared/draft.ts';
import type { FollowedThread } from '../../shared/followed-thread.ts';
import {
  defaultPreferences,
  type ChannelPreferences,
  type Preferences,
  type Section,
} from '../../shared/preferences.ts';
import { noDnd, type Dnd, type DndSchedule, type OwnPresence } from '../../shared/presence.ts';
import type { BootFrame } from '../../shared/protocol/session-socket.ts';
import type { SavedMessage } from '../../shared/saved.ts';

/** What a person's session says of their workspace. Null and empty until the first boot, or what the device remembers. */
export interface SessionState {
  readonly workspace: BootFrame['workspace'] | null;
  readonly self: BootFrame['self'] | null;
  /** The channels that the person is in, by id. */
  readonly channels: ReadonlyMap<string, SidebarChannel>;
  readonly preferences: Preferences;
  /** By channel; those without an entry have `defaultChannelPreferences`. */
  readonly channelPreferences: ReadonlyMap<string, ChannelPreferences>;
  /** In their order. */
  readonly sections: readonly Section[];
  /** Followed threads with something unread, by `threadKey`. */
  readonly unreadThreads: ReadonlyMap<string, FollowedThread>;
  /** Lines of the activity view that were neither looked at nor read in their place; of these, reactions count for nothing. */
  readonly unreadActivity: number;
  /** Whether there are such lines, reactions too. */
  readonly hasNewActivity: boolean;
  /** What is written and not sent, by `draftKey`. */
  readonly drafts: ReadonlyMap<string, Draft>;
  /** When drafts were taken away, so that an older word of one does not bring it back. */
  readonly droppedDrafts: ReadonlyMap<string, number>;
  /** Messages that are saved and not done, by `savedKey`. */
  readonly saved: ReadonlyMap<string, SavedMessage>;
  readonly dnd: Dnd;
  readonly dndSchedule: DndSchedule | null;
  readonly ownPresence: OwnPresence | null;
}

export const emptySessionState: SessionState = {
  workspace: null,
  self: null,
  channels: new Map(),
  preferences: defaultPreferences,
  channelPreferences: new Map(),
  sections: [],
  unreadThreads: new Map(),
  unreadActivity: 0,
  hasNewActivity: false,
  drafts: new Map(),
  droppedDrafts: new Map(),
  saved: new Map(),
  dnd: noDnd,
  dndSchedule: null,
  ownPresence: null,
};

/** Of a thread in `unreadThreads`. */
export const threadKey = (channel: string, rootTs: string) => `${channel}.${rootTs}`;

/** Of a composer in `drafts`: a channel's, or a thread's. */
export const draftKey = (channel: string, rootTs?: string | null) => (rootTs ? threadKey(channel, rootTs) : channel);

/** Of a message in `saved`. */
export const savedKey = (channel: string, ts: string) => `${channel}.${ts}`;
