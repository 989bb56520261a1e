import type { ActivityItem } from '../../shared/activity.ts';
import type { SidebarChannel } from '../../shared/channel.ts';
import type {
  BootFrame,
  NoticeFrame,
  SessionClientFrame,
  SessionServerFrame,
} from '../../shared/protocol/session-socket.ts';
import type { CatchUp } from '../channel/catch-up.ts';
import type { DraftSync } from '../session/drafts.ts';
import { createListeners, type Listeners } from '../listeners.ts';
import type { Offline } from '../offline/offline.ts';
import type { PresenceWatch } from '../session/presence-watch.ts';
import type { ReadSync } from '../channel/read-sync.ts';
import { reduceSession } from '../session/reduce-session.ts';
import type { SessionState } from '../session/session-state.ts';
import type { Store } from '../store.ts';
import type { UserDirectory } from '../session/user-directory.ts';
import type { LoadedLists } from '../session/workspace-lists.ts';

/** A list that is loaded when it is shown. */
export type StaleList = Extract<SessionServerFrame, { type: 'stale' }>['what'];

/** Whom the session's frames concern. */
export interface SessionParts {
  session: Store<SessionState>;
  reading: ReadSync;
  users: UserDirectory;
  presence: PresenceWatch;
  drafts: DraftSync;
  lists: LoadedLists;
  offline: Offline | null;
  catchUp: CatchUp;
  /** The person is in this channel: if it was closed to them, it is not any more. */
  onEntered(channel: string): void;
  send(frame: SessionClientFrame): boolean;
}

/** Takes the session's frames to where they belong, and tells each new connection what it has to know of this device. */
export interface SessionFeed {
  onFrame(frame: SessionServerFrame): void;
  onDown(): void;
  /** Whether the person is at this device; false when that was known. */
  setActive(isActive: boolean): boolean;
  readonly notices: Listeners<NoticeFrame>;
  readonly activity: Listeners<ActivityItem>;
  readonly stale: Listeners<StaleList>;
}

export function createSessionFeed(parts: SessionParts): SessionFeed {
  const { session, reading, users, presence, drafts, lists, offline, catchUp, onEntered, send } = parts;
  const notices = createListeners<NoticeFrame>();
  const activity = createListeners<ActivityItem>();
  const stale = createListeners<StaleList>();
  let isActive: boolean | null = null;
  /** The connection knows what it has to know of this device. */
  let isIntroduced = false;

  function onBoot(frame: BootFrame) {
    for (const channel of frame.channels) takeChannel(channel);
    for (const thread of frame.unread_threads) reading.takeThread(thread);
    drafts.onBoot();
    // Where it is polled, a boot comes whenever something has changed.
    if (!isIntroduced) introduce();
    // Names that cannot be listed now are looked up one by one, and listed after the next boot.
    users.refresh().catch(() => undefined);
    lists.load();
    offline?.onBoot();
    catchUp.start(() => session.get().channels);
  }

  function takeChannel(channel: SidebarChannel) {
    reading.takeChannel(channel);
    onEntered(channel.id);
  }

  function introduce() {
    isIntroduced = true;
    sayActive();
    presence.onReady();
  }

  function sayActive() {
    if (isActive !== null) send({ type: 'active', is_active: isActive });
  }

  function onStale(what: StaleList) {
    const list = what === 'emoji' ? 'emoji' : what === 'usergroups' ? 'groups' : null;
    // What cannot be read now is read after the next boot.
    if (list !== null) lists.reload(list).catch(() => undefined);
    stale.notify(what);
  }

  /** A public channel that was left can still be read. */
  function forgetIfClosed(id: string) {
    if (session.get().channels.get(id)?.kind !== 'public') offline?.forget(id);
  }

  return {
    onFrame(frame) {
      if (frame.type === 'draft') return drafts.hear(frame.draft);
      if (frame.type === 'channel_gone') forgetIfClosed(frame.channel);
      session.update((state) => reduceSession(state, frame));
      switch (frame.type) {
        case 'boot':
          return onBoot(frame);
        case 'channel':
          return takeChannel(frame.channel);
        case 'thread':
          return reading.takeThread(frame.thread);
        case 'thread_gone':
          return reading.dropThread(frame.channel, frame.thread_ts);
        case 'user':
          return users.add([frame.user]);
        case 'presence':
          for (const { user, updated } of frame.people) if (updated !== undefined) users.hearOf(user, updated);
          return presence.hear(frame);
        case 'notice':
          return notices.notify(frame);
        case 'activity':
          return frame.item && activity.notify(frame.item);
        case 'stale':
          return onStale(frame.what);
        default:
          // What it says is in the state.
          return;
      }
    },
    onDown() {
      isIntroduced = false;
      presence.onDown();
      drafts.onDown();
    },
    setActive(next) {
      if (next === isActive) return false;
      isActive = next;
      sayActive();
      return true;
    },
    notices,
    activity,
    stale,
  };
}
