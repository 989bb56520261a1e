import { type SkinTone, withSkinTone } from './skin-tone.ts';
import { emojiTable } from './table.ts';

/** One standard emoji. The first name is the one to write; `unicode` is without skin tone. */
export interface EmojiEntry {
  unicode: string;
  names: readonly [string, ...string[]];
  hasSkinTones: boolean;
}

export interface EmojiCategory {
  name: string;
  emojis: readonly EmojiEntry[];
}

/** All standard emoji in a picker's order. Importing this file loads the table: clients do it lazily. */
export const emojiCategories: readonly EmojiCategory[] = emojiTable.map(([name, entries]) => ({
  name,
  emojis: entries.split(',').map(readEntry),
}));

const entryByName = new Map(
  emojiCategories.flatMap(({ emojis }) => emojis.flatMap((entry) => entry.names.map((name) => [name, entry] as const))),
);

function readEntry(source: string): EmojiEntry {
  const [sign = '', name = '', ...aliases] = source.split(' ');
  const hasSkinTones = sign.startsWith('~');
  return { unicode: hasSkinTones ? sign.slice(1) : sign, names: [name, ...aliases], hasSkinTones };
}

/** The emoji with that short name (no colons), or null. A skin tone is ignored where there is none. */
export function emojiFor(name: string, skinTone?: SkinTone): string | null {
  const entry = entryByName.get(name);
  if (entry === undefined) return null;
  return skinTone !== undefined && entry.hasSkinTones ? withSkinTone(entry.unicode, skinTone) : entry.unicode;
}

/** Whether there is a standard emoji of that name and it comes in several skin tones. */
export function hasSkinTones(name: string): boolean {
  return entryByName.get(name)?.hasSkinTones ?? false;
}

/**
 * Emoji of which a name, or a later word of one, begins with the prefix (case does not matter): exact names first, then
 * beginnings of names, then of words, in the picker's order each. All of them; the caller takes as many as it shows.
 */
export function searchEmoji(prefix: string): EmojiEntry[] {
  const wanted = prefix.toLowerCase();
  const ranked: [EmojiEntry[], EmojiEntry[], EmojiEntry[]] = [[], [], []];
  for (const entry of emojiCategories.flatMap(({ emojis }) => emojis)) {
    const rank = Math.min(...entry.names.map((name) => rankOf(name, wanted)));
    ranked[rank]?.push(entry);
  }
  return ranked.flat();
}

function rankOf(name: string, wanted: string): number {
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  return name.includes(`_${wanted}`) || name.includes(`-${wanted}`) ? 2 : Infinity;
}
