import type { ActivityItem, ActivityKind } from '../../shared/activity.ts';
import type { SidebarChannel } from '../../shared/channel.ts';
import type { Outcome } from '../../shared/errors.ts';
import type { FollowedThread } from '../../shared/followed-thread.ts';
import type { Preferences, Section } from '../../shared/preferences.ts';
import type { Dnd, DndSchedule } from '../../shared/presence.ts';
import type { NoticeFrame } from '../../shared/protocol/session-socket.ts';
import type { Reminder } from '../../shared/reminder.ts';
import type { SavedMessage } from '../../shared/saved.ts';
import type { User } from '../../shared/user.ts';
import type { ActivityLine } from './activity.ts';
import type { SectionChanges } from './arrange.ts';
import type { ChannelPreferenceChanges } from './channel-preferences.ts';
import type { Listed, PageRequest } from './page.ts';
import type { Poll, Polled } from './poll.ts';
import type { PreferenceChanges } from './preferences.ts';
import type { PresenceDetails, PresenceWord } from './presence.ts';
import type { ReminderPlan } from './reminders.ts';
import type { SavedChanges, SavedEntry } from './saved.ts';
import type { Planned, Scheduled, ScheduledChanges } from './scheduled.ts';
import type { Star, StarsPage } from './stars.ts';

/** What a channel tells a person's session: how it looks now, and what happened that concerns the person. */
export type ChannelNews = {
  channel: string;
  /** Of the channel's log, when this was so; an older word than the one that is known is ignored. */
  seq: number;
  /** Null: the person is not in the channel, nor in any of its threads. */
  entry: SidebarChannel | null;
  /** Threads of which the session does not know how they stand. */
  threads: readonly FollowedThread[];
  /** Roots of threads that the person does not follow any more. */
  unfollowed: readonly string[];
  /**
   * Unread messages that call whoever is there (@here), and not the person by themself. The entry does not count them: each counts
   * if the person is there when the session hears of it first.
   */
  here: readonly string[];
  /** Lines for the activity view; one that comes twice is kept once. */
  activity: readonly ActivityItem[];
  /** Ids of lines, of those that are to go because their messages call the person no more. */
  uncalled: readonly string[];
  /** For devices that are connected now; stored nowhere. Each goes with an item, except those of direct messages. */
  notices: readonly NoticeFrame[];
};

/** What a person's session is told by the channels, and what it can be asked by the Worker on that person's behalf. */
export type SessionRpc = {
  /** The answer is what the channel has to know of the person: the words that call them. */
  hear(news: ChannelNews): Promise<{ keywords: readonly string[] }>;
  /**
   * A device opens a channel's socket: whether it is still signed in. Remembered, so that signing out can close it. Asked
   * by the channel after it accepted the socket, so one of the two sees the other whatever the order.
   */
  admit(device: { session: string; channel: string }): Promise<boolean>;
  /** Closes every socket of these devices, here and in the channels, before it returns; they are not admitted again. */
  signOut(sessionIds: readonly string[]): Promise<void>;
  /** One exchange of a device that can open no socket. Refuses with `token_revoked` once it was signed out. */
  poll(poll: Poll): Promise<Outcome<Polled>>;

  /** The channels that the person is in, as they last described themselves. */
  channels(): Promise<SidebarChannel[]>;
  /** Puts a direct message into the sidebar. Whether it was there. */
  openDirect(channelId: string): Promise<boolean>;
  /** Takes a direct message out of the sidebar, until something new is in it. Whether it was there. */
  closeDirect(channelId: string): Promise<boolean>;
  setChannelPreferences(channelId: string, changes: ChannelPreferenceChanges): Promise<Outcome<object>>;
  setStar(channelId: string, isStarred: boolean): Promise<Outcome<object>>;
  /** What is saved or starred, the newest first. */
  stars(page: StarsPage): Promise<{ entries: Star[]; total: number }>;
  createSection(section: Pick<Section, 'name' | 'emoji'>): Promise<Outcome<{ section: Section }>>;
  changeSection(id: string, changes: SectionChanges): Promise<Outcome<{ section: Section }>>;
  removeSection(id: string): Promise<Outcome<object>>;
  orderSections(ids: readonly string[]): Promise<Outcome<object>>;
  placeChannel(place: { channel: string; section: string; before?: string | undefined }): Promise<Outcome<object>>;

  setPreferences(changes: PreferenceChanges): Promise<Preferences>;
  /** Threads that the person follows: with something unread first, then the newest. */
  threads(page: PageRequest): Promise<Listed<FollowedThread>>;
  unreadThreads(): Promise<FollowedThread[]>;
  /** The newest first; `kinds` null for all. `readUntil` in milliseconds. */
  activity(
    page: PageRequest & { kinds: readonly ActivityKind[] | null },
  ): Promise<Listed<ActivityLine> & { readUntil: number }>;
  /** `at` in milliseconds. */
  markActivity(at: number): Promise<void>;
  saved(page: PageRequest & { isDone: boolean }): Promise<Listed<SavedEntry>>;
  save(message: SavedMessage): Promise<Outcome<{ already: boolean }>>;
  changeSaved(channelId: string, ts: string, changes: SavedChanges): Promise<Outcome<object>>;
  unsave(channelId: string, ts: string): Promise<Outcome<object>>;

  /** What is to be posted at its time, refused messages too. */
  scheduledMessages(): Promise<Scheduled[]>;
  schedule(planned: Planned): Promise<Outcome<{ scheduled: Scheduled }>>;
  reschedule(channelId: string, id: string, changes: ScheduledChanges): Promise<Outcome<{ scheduled: Scheduled }>>;
  unschedule(channelId: string, id: string): Promise<Outcome<object>>;

  reminders(): Promise<Reminder[]>;
  reminder(id: string): Promise<Outcome<{ reminder: Reminder }>>;
  /** `zone`: the person's time zone now. */
  addReminder(plan: ReminderPlan, zone: string): Promise<Outcome<{ reminder: Reminder }>>;
  completeReminder(id: string): Promise<Outcome<object>>;
  deleteReminder(id: string): Promise<Outcome<object>>;

  dnd(): Promise<Dnd>;
  snooze(minutes: number): Promise<Outcome<{ dnd: Dnd }>>;
  endSnooze(): Promise<Outcome<{ dnd: Dnd }>>;
  endDnd(): Promise<Outcome<{ dnd: Dnd }>>;
  setDndSchedule(schedule: DndSchedule, zone: string): Promise<{ dnd: Dnd; schedule: DndSchedule }>;

  presence(): Promise<PresenceDetails>;
  setManualAway(isAway: boolean): Promise<void>;
  /** The person's profile is now this. */
  profileChanged(user: User): Promise<void>;
  /** Called by the session of somebody who has the person on screen, up to `until` (milliseconds). */
  watchPresence(watcher: string, until: number): Promise<PresenceWord>;
  /**
   * Called by the session of somebody whom the person has on screen; `user` when their profile has changed. False: they are
   * on no screen here any more.
   */
  presenceOf(word: PresenceWord, user: User | null): Promise<boolean>;
};
