import { isDirect } from '../../shared/channel.ts';
import { refuse, type Outcome } from '../../shared/errors.ts';
import { newId } from '../../shared/ids.ts';
import { maxSections, Section } from '../../shared/preferences.ts';
import { getPreferencesRow, putPreferences, type ChannelPreferenceChanges } from './channel-preferences.ts';
import type { Keeper } from './person.ts';
import {
  addSection,
  isBuiltIn,
  orderSections,
  placeChannel,
  removeSection,
  untouchedSections,
  withoutChannel,
  type Sections,
} from './sections.ts';
import { getSetting, setSetting } from './settings.ts';
import { getChannel } from './sidebar.ts';

/** In their order, as JSON. */
export function sectionsJson(sql: SqlStorage): string {
  return getSetting(sql, 'sections') ?? JSON.stringify(untouchedSections);
}

export function createSection(
  person: Keeper,
  { name, emoji }: Pick<Section, 'name' | 'emoji'>,
): Outcome<{ section: Section }> {
  const sections = readSections(person);
  if (sections.length >= maxSections) return refuse('too_many_sections');
  const section: Section = { id: newId('L'), name, emoji, channels: [], is_collapsed: false };
  writeSections(person, addSection(sections, section));
  return { ok: true, section };
}

export type SectionChanges = {
  [Key in 'name' | 'emoji' | 'is_collapsed']?: Section[Key] | undefined;
};

/** Refuses with `section_not_found`, and to rename a built-in one with `built_in_section`. */
export function changeSection(person: Keeper, id: string, changes: SectionChanges): Outcome<{ section: Section }> {
  const sections = readSections(person);
  const before = sections.find((section) => section.id === id);
  if (!before) return refuse('section_not_found');
  const section: Section = {
    ...before,
    name: changes.name ?? before.name,
    emoji: changes.emoji ?? before.emoji,
    is_collapsed: changes.is_collapsed ?? before.is_collapsed,
  };
  const isRenamed = section.name !== before.name || section.emoji !== before.emoji;
  if (isBuiltIn(id) && isRenamed) return refuse('built_in_section');
  writeSections(
    person,
    sections.map((other) => (other.id === id ? section : other)),
  );
  return { ok: true, section };
}

/** Refuses with `section_not_found`, or `built_in_section`. */
export function dropSection(person: Keeper, id: string): Outcome<object> {
  const sections = readSections(person);
  if (!sections.some((section) => section.id === id)) return refuse('section_not_found');
  if (isBuiltIn(id)) return refuse('built_in_section');
  writeSections(person, removeSection(sections, id));
  return { ok: true };
}

/** Refuses with `section_not_found` when one of them is none. */
export function reorderSections(person: Keeper, ids: readonly string[]): Outcome<object> {
  const sections = readSections(person);
  if (ids.some((id) => !sections.some((section) => section.id === id))) return refuse('section_not_found');
  writeSections(person, orderSections(sections, ids));
  return { ok: true };
}

/**
 * Puts a channel into a section: before another one there, or at the end; at home, where nothing says otherwise, to its
 * place by name. What is among the starred ones is starred, and what is not, is not. Refuses with
 * `channel_not_found` for a channel that is not in the sidebar, or with `section_not_found`.
 */
export function arrangeChannel(
  person: Keeper,
  { channel, section, before }: { channel: string; section: string; before?: string | undefined },
): Outcome<object> {
  const entry = getChannel(person.sql, channel);
  if (!entry) return refuse('channel_not_found');
  const sections = readSections(person);
  if (!sections.some(({ id }) => id === section)) return refuse('section_not_found');
  // Without a place a channel comes home to where its name, or its star, puts it.
  const isHome = section === 'starred' || section === (isDirect(entry.kind) ? 'direct' : 'channels');
  writeSections(
    person,
    isHome && before === undefined
      ? withoutChannel(sections, channel)
      : placeChannel(sections, channel, section, before),
  );
  const isStarred = section === 'starred';
  if (isStarred !== isStarredNow(person, channel)) putStarred(person, channel, isStarred, {});
  return { ok: true };
}

/**
 * What the person wants of a channel. A star moves it among the starred ones, and taking it away moves it back. Refuses with
 * `channel_not_found` for a channel that is not in the sidebar.
 */
export function setChannelPreferences(
  person: Keeper,
  channel: string,
  changes: ChannelPreferenceChanges,
): Outcome<object> {
  if (!getChannel(person.sql, channel)) return refuse('channel_not_found');
  const { is_starred: isStarred } = changes;
  if (isStarred === undefined || isStarred === isStarredNow(person, channel)) putPreferences(person, channel, changes);
  else {
    putStarred(person, channel, isStarred, changes);
    const sections = readSections(person);
    const named = sections.find(({ channels }) => channels.includes(channel));
    if (named && isStarred !== (named.id === 'starred')) writeSections(person, withoutChannel(sections, channel));
  }
  return { ok: true };
}

/** Refuses as `setChannelPreferences` does, and with `already_starred` or `not_starred` when nothing changes. */
export function setStar(person: Keeper, channel: string, isStarred: boolean): Outcome<object> {
  if (!getChannel(person.sql, channel)) return refuse('channel_not_found');
  if (isStarred === isStarredNow(person, channel)) return refuse(isStarred ? 'already_starred' : 'not_starred');
  return setChannelPreferences(person, channel, { is_starred: isStarred });
}

function isStarredNow({ sql }: Keeper, channel: string): boolean {
  return getPreferencesRow(sql, channel)?.preferences.is_starred ?? false;
}

function putStarred(person: Keeper, channel: string, isStarred: boolean, changes: ChannelPreferenceChanges): void {
  const starred = isStarred ? Math.floor(person.now() / 1000) : null;
  putPreferences(person, channel, { ...changes, is_starred: isStarred }, { starred });
}

function readSections({ sql }: Keeper): Sections {
  return Section.array().parse(JSON.parse(sectionsJson(sql)));
}

function writeSections(person: Keeper, sections: Sections): void {
  const json = JSON.stringify(sections);
  if (json === sectionsJson(person.sql)) return;
  setSetting(person.sql, 'sections', json);
  person.push({ type: 'sections', sections: [...sections] });
}
