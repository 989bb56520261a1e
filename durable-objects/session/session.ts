import type { ActivityKind } from '../../shared/activity.ts';
import { refuse } from '../../shared/errors.ts';
import type { Section } from '../../shared/preferences.ts';
import type { DndSchedule } from '../../shared/presence.ts';
import type { SavedMessage } from '../../shared/saved.ts';
import { closeCodes } from '../../shared/protocol/sockets.ts';
import type { User } from '../../shared/user.ts';
import { channelOf } from '../channel/stub.ts';
import { doEndDnd, doEndSnooze, doSetSchedule, doSnooze, planTurn } from './change-dnd.ts';
import { activityReadUntil, listActivity, markActivity } from './activity.ts';
import {
  arrangeChannel,
  changeSection,
  createSection,
  dropSection,
  reorderSections,
  setChannelPreferences,
  setStar,
  type SectionChanges,
} from './arrange.ts';
import type { ChannelPreferenceChanges } from './channel-preferences.ts';
import { admitDevice, forgetViewing, isSignedOut, signOutDevices, viewingOf } from './devices.ts';
import { closeDirect, openDirect } from './direct-messages.ts';
import { dndOf } from './dnd.ts';
import { hear } from './hear.ts';
import { fetchIdentity } from './identity.ts';
import { notePresence, setManualAway } from './note-presence.ts';
import { keywordsDuty, keywordsOf } from './keywords.ts';
import type { PageRequest } from './page.ts';
import type { Attachment } from './person.ts';
import { answerPoll, type Poll } from './poll.ts';
import { setPreferences, type PreferenceChanges } from './preferences.ts';
import { presenceDetails, presenceWord, type PresenceWord } from './presence.ts';
import {
  addReminder,
  completeReminder,
  deleteReminder,
  getReminder,
  listReminders,
  type ReminderPlan,
} from './reminders.ts';
import { changeSaved, listSaved, saveMessage, unsaveMessage, type SavedChanges } from './saved.ts';
import {
  doReschedule,
  doSchedule,
  doUnschedule,
  listScheduled,
  type Planned,
  type ScheduledChanges,
} from './scheduled.ts';
import { SessionBase } from './session-base.ts';
import type { ChannelNews, SessionRpc } from './session-rpc.ts';
import { listChannels } from './sidebar.ts';
import { listStars, type StarsPage } from './stars.ts';
import { listThreads, listUnreadThreads } from './threads.ts';
import { addWatcher, tellProfile } from './watchers.ts';
import { hearPresence } from './watching.ts';
import { noteZone } from './zone.ts';

/**
 * One person in one workspace: what their sidebar shows, what they keep, and their devices. Channels tell it how they look
 * to this person; it asks none of them, so that a device boots with one message whatever the number of channels. A shell:
 * each entry point calls a function of the files beside this one inside a synchronous stretch.
 */
export class SessionObject extends SessionBase implements SessionRpc {
  // Told by the channels and by the Worker

  async hear(news: ChannelNews) {
    this.change(() => hear(this.person, news));
    return { keywords: keywordsOf(this.person.sql) };
  }

  async admit({ session, channel }: { session: string; channel: string }) {
    return admitDevice(this.person.sql, session, channel, Date.now());
  }

  /** A channel that cannot be reached fails the call; it is asked again when the call is repeated. */
  async signOut(sessionIds: readonly string[]) {
    const { sql, workspaceId } = this.person;
    signOutDevices(sql, sessionIds, Date.now());
    for (const socket of this.getConnections<Attachment>()) {
      if (socket.state && sessionIds.includes(socket.state.session)) this.dismiss(socket, closeCodes.signedOut);
    }
    await Promise.all(
      viewingOf(sql, sessionIds).map(async (viewing) => {
        await channelOf(this.env, workspaceId, viewing.channel).evictSession(viewing.session);
        forgetViewing(sql, viewing);
      }),
    );
  }

  async poll(poll: Poll) {
    const { sql, workspaceId, userId } = this.person;
    const { identity, zone } = await fetchIdentity(this.env, workspaceId, userId);
    if (isSignedOut(sql, poll.session)) return refuse('token_revoked');
    this.change(() => noteZone(this.person, zone));
    const { recent, frameLimiter: limiter } = this;
    return { ok: true as const, ...answerPoll(this.person, { recent, limiter }, identity, poll) };
  }

  // The sidebar

  async channels() {
    return listChannels(this.person.sql);
  }

  async openDirect(channelId: string) {
    return this.change(() => openDirect(this.person, channelId));
  }

  async closeDirect(channelId: string) {
    return this.change(() => closeDirect(this.person, channelId));
  }

  async setChannelPreferences(channelId: string, changes: ChannelPreferenceChanges) {
    return this.change(() => setChannelPreferences(this.person, channelId, changes));
  }

  async setStar(channelId: string, isStarred: boolean) {
    return this.change(() => setStar(this.person, channelId, isStarred));
  }

  async stars(page: StarsPage) {
    return listStars(this.person.sql, page);
  }

  async createSection(section: Pick<Section, 'name' | 'emoji'>) {
    return this.change(() => createSection(this.person, section));
  }

  async changeSection(id: string, changes: SectionChanges) {
    return this.change(() => changeSection(this.person, id, changes));
  }

  async removeSection(id: string) {
    return this.change(() => dropSection(this.person, id));
  }

  async orderSections(ids: readonly string[]) {
    return this.change(() => reorderSections(this.person, ids));
  }

  async placeChannel(place: { channel: string; section: string; before?: string | undefined }) {
    return this.change(() => arrangeChannel(this.person, place));
  }

  // What the person wants, follows and keeps

  /** Answers when the channels know of new keywords; those that did not answer are told by the alarm. */
  async setPreferences(changes: PreferenceChanges) {
    const preferences = this.change(() => setPreferences(this.person, changes));
    await this.duties.run(keywordsDuty);
    return preferences;
  }

  async threads(page: PageRequest) {
    return listThreads(this.person.sql, page);
  }

  async unreadThreads() {
    return listUnreadThreads(this.person.sql);
  }

  async activity(page: PageRequest & { kinds: readonly ActivityKind[] | null }) {
    const { sql } = this.person;
    return { ...listActivity(sql, page), readUntil: activityReadUntil(sql) };
  }

  async markActivity(at: number) {
    this.change(() => markActivity(this.person, at));
  }

  async saved(page: PageRequest & { isDone: boolean }) {
    return listSaved(this.person.sql, page);
  }

  async save(message: SavedMessage) {
    return this.change(() => saveMessage(this.person, message));
  }

  async changeSaved(channelId: string, ts: string, changes: SavedChanges) {
    return this.change(() => changeSaved(this.person, channelId, ts, changes));
  }

  async unsave(channelId: string, ts: string) {
    return this.change(() => unsaveMessage(this.person, channelId, ts));
  }

  // What is to happen at its time

  async scheduledMessages() {
    return listScheduled(this.person.sql);
  }

  async schedule(planned: Planned) {
    return this.change(() => doSchedule(this.person, planned));
  }

  async reschedule(channelId: string, id: string, changes: ScheduledChanges) {
    return this.change(() => doReschedule(this.person, channelId, id, changes));
  }

  async unschedule(channelId: string, id: string) {
    return this.change(() => doUnschedule(this.person, channelId, id));
  }

  async reminders() {
    return listReminders(this.person);
  }

  async reminder(id: string) {
    return getReminder(this.person, id);
  }

  async addReminder(plan: ReminderPlan, zone: string) {
    return this.change(() => {
      noteZone(this.person, zone);
      return addReminder(this.person, plan);
    });
  }

  async completeReminder(id: string) {
    return this.change(() => completeReminder(this.person, id));
  }

  async deleteReminder(id: string) {
    return this.change(() => deleteReminder(this.person, id));
  }

  // When and how the person can be reached

  async dnd() {
    return dndOf(this.person.sql, this.person.now());
  }

  async snooze(minutes: number) {
    return this.change(() => doSnooze(this.person, minutes));
  }

  async endSnooze() {
    return this.change(() => doEndSnooze(this.person));
  }

  async endDnd() {
    return this.change(() => doEndDnd(this.person));
  }

  async setDndSchedule(schedule: DndSchedule, zone: string) {
    return this.change(() => {
      noteZone(this.person, zone);
      return doSetSchedule(this.person, schedule);
    });
  }

  async presence() {
    this.change(() => notePresence(this.person));
    return presenceDetails(this.person);
  }

  async setManualAway(isAway: boolean) {
    this.change(() => setManualAway(this.person, isAway));
  }

  async profileChanged(user: User) {
    this.change(() => {
      noteZone(this.person, user.tz);
      tellProfile(this.person, user);
    });
  }

  async watchPresence(watcher: string, until: number) {
    return this.change(() => {
      // Those who watch already are told by this of what has changed; the new one by the answer.
      notePresence(this.person);
      addWatcher(this.person, watcher, until);
      planTurn(this.person);
      return presenceWord(this.person);
    });
  }

  async presenceOf(word: PresenceWord, user: User | null) {
    return hearPresence(this.person, word, user);
  }
}
