import { type EmojiEntry, emojiCategories, emojiFor, hasSkinTones, searchEmoji } from '../../../shared/emoji/emoji.ts';
import type { CustomEmojiLook } from '../people/people-context.tsx';
import { resolveEmoji } from './custom-emoji.ts';
import type { PickerEmoji, PickerSection } from './picker-rows.ts';
import type { EmojiCategoryName } from './text.ts';

type CustomEmojis = ReadonlyMap<string, CustomEmojiLook>;
type Section = PickerSection<EmojiCategoryName>;

const standard = new Map(emojiCategories.map(({ name, emojis }) => [name, emojis.map(pickerEmojiOf)]));
const order: readonly EmojiCategoryName[] = [
  'smileys-emotion',
  'people-body',
  'animals-nature',
  'food-drink',
  'travel-places',
  'activities',
  'objects',
  'symbols',
  'flags',
];

/** Everything there is to choose from: what is used most, the workspace's own, then the standard ones. */
export function pickerSections(custom: CustomEmojis, frequent: readonly string[]): Section[] {
  return [
    { name: 'frequent', emojis: frequent.flatMap((name) => getEmoji(name, custom) ?? []) },
    { name: 'custom', emojis: customEmojis(custom) },
    ...order.map((name): Section => ({ name, emojis: standard.get(name) ?? [] })),
  ];
}

/** What a query finds: the workspace's own first, since one knows what they are called. */
export function findEmojis(query: string, custom: CustomEmojis): PickerEmoji[] {
  const wanted = query.trim().toLowerCase().replaceAll(':', '').replaceAll(' ', '_');
  const own = customEmojis(custom).filter(({ name }) => name.includes(wanted));
  return [...own, ...searchEmoji(wanted).map(pickerEmojiOf)];
}

/** The emoji of a name, custom or standard; null when there is none. */
export function getEmoji(name: string, custom: CustomEmojis): PickerEmoji | null {
  const resolved = resolveEmoji(name, custom);
  if ('url' in resolved) return { name, look: resolved };
  const sign = emojiFor(resolved.name);
  if (sign === null) return null;
  return { name, look: { sign, hasSkinTones: hasSkinTones(resolved.name) } };
}

function customEmojis(custom: CustomEmojis): PickerEmoji[] {
  return [...custom.keys()].sort().flatMap((name) => getEmoji(name, custom) ?? []);
}

function pickerEmojiOf(entry: EmojiEntry): PickerEmoji {
  return { name: entry.names[0], look: { sign: entry.unicode, hasSkinTones: entry.hasSkinTones } };
}
