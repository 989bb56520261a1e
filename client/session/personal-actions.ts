import type { ChannelPreferences, Preferences, Section } from '../../shared/preferences.ts';
import type { DndSchedule } from '../../shared/presence.ts';
import type { Api } from '../api/api.ts';

/** What a person changes for themselves alone. It comes back over the session's socket. Each throws ApiError. */
export interface PersonalActions {
  /** A direct message with one person, oneself perhaps, or a group message with up to eight; its id. */
  openDirect(users: readonly string[]): Promise<string>;
  /** Takes a direct message out of the sidebar until something new is in it. */
  closeDirect(channel: string): Promise<void>;
  setChannelPreferences(channel: string, change: ChannelPreferencesChange): Promise<void>;
  setPreferences(change: Partial<Preferences>): Promise<void>;
  readonly sections: SectionActions;
  /** Everything has been read, threads too. */
  markAll(): Promise<void>;
  /** `due`: seconds since 1970. */
  saveForLater(channel: string, ts: string, due?: number): Promise<void>;
  /** A null `due` takes it away. */
  updateSaved(channel: string, ts: string, change: { due?: number | null; is_done?: boolean }): Promise<void>;
  removeSaved(channel: string, ts: string): Promise<void>;
  /** By hand: `away` stays until `auto`. */
  setPresence(presence: 'auto' | 'away'): Promise<void>;
  /** Nothing at all takes the status away. `until`: seconds since 1970, 0 for ever. */
  setStatus(status: { emoji: string; text: string; until: number } | null): Promise<void>;
  /** Pauses notifications; 0 ends the pause. */
  snooze(minutes: number): Promise<void>;
  setDndSchedule(schedule: DndSchedule): Promise<void>;
  /** By which one's reminders and schedules go. An IANA name. */
  setTimeZone(zone: string): Promise<void>;
}

/** A null level: as in `Preferences`. */
export type ChannelPreferencesChange = Partial<Omit<ChannelPreferences, 'is_closed'>>;

export interface SectionActions {
  create(name: string, emoji?: string): Promise<Section>;
  update(section: string, change: { name?: string; emoji?: string; is_collapsed?: boolean }): Promise<void>;
  remove(section: string): Promise<void>;
  /** All of them in their new order. */
  order(sections: readonly string[]): Promise<void>;
  /** Puts a channel into a section: before another channel of it, or at its end. */
  place(channel: string, section: string, before?: string): Promise<void>;
}

export function createPersonalActions(api: Api): PersonalActions {
  const { edgeways } = api;
  return {
    async openDirect(users) {
      const { channel } = await api.conversations.open({ users: users.join(',') });
      return channel.id;
    },
    async closeDirect(channel) {
      await api.conversations.close({ channel });
    },
    async setChannelPreferences(channel, { notify, ...change }) {
      await edgeways.channels.setPreferences({
        channel,
        ...change,
        ...(notify !== undefined && { notify: notify ?? '' }),
      });
    },
    async setPreferences(preferences) {
      await edgeways.preferences.set({ preferences });
    },
    sections: createSectionActions(api),
    async markAll() {
      await Promise.all([edgeways.conversations.markAll({}), edgeways.threads.markAll({})]);
    },
    async saveForLater(channel, ts, due) {
      await edgeways.saved.add({ channel, ts, ...(due !== undefined && { due }) });
    },
    async updateSaved(channel, ts, { due, ...change }) {
      await edgeways.saved.update({ channel, ts, ...change, ...(due !== undefined && { due: due ?? '' }) });
    },
    async removeSaved(channel, ts) {
      await edgeways.saved.remove({ channel, ts });
    },
    async setPresence(presence) {
      await api.users.setPresence({ presence });
    },
    async setStatus(status) {
      const { emoji, text, until } = status ?? { emoji: '', text: '', until: 0 };
      await api.users.setProfile({
        profile: { status_emoji: emoji, status_text: text, status_expiration: until },
      });
    },
    async snooze(minutes) {
      if (minutes > 0) await api.dnd.setSnooze({ num_minutes: minutes });
      else await api.dnd.endSnooze({});
    },
    async setDndSchedule({ is_enabled, start, end, days }) {
      await edgeways.dnd.setSchedule({ is_enabled, start, end, days: days.join(',') });
    },
    async setTimeZone(tz) {
      await edgeways.timeZone.set({ tz });
    },
  };
}

function createSectionActions({ edgeways: { sections } }: Api): SectionActions {
  return {
    async create(name, emoji) {
      const { section } = await sections.create({ name, ...(emoji !== undefined && { emoji }) });
      return section;
    },
    async update(section, change) {
      await sections.update({ section, ...change });
    },
    async remove(section) {
      await sections.remove({ section });
    },
    async order(ordered) {
      await sections.order({ sections: ordered.join(',') });
    },
    async place(channel, section, before) {
      await sections.place({ channel, section, ...(before !== undefined && { before }) });
    },
  };
}
