import type * as emojiModule from '../../../shared/emoji/emoji.ts';
import { resolveEmoji, skinTones, splitReactionName } from '../emoji/custom-emoji.ts';
import type { CustomEmojiLook } from '../people/people-context.tsx';

export type EmojiModule = typeof emojiModule;

/**
 * What an emoji becomes in a text: the sign itself, which every program shows, or the source of one that only this
 * workspace has. `name` may carry a tone of its own (`wave::skin-tone-3`), which goes before `tone`.
 */
export function emojiInsertion(
  name: string,
  tone: number | null,
  emoji: EmojiModule | null,
  custom: ReadonlyMap<string, CustomEmojiLook>,
): string {
  const { name: bare, skinTone } = splitReactionName(name);
  const wanted = skinTone ?? skinTones.find((each) => each === tone);
  const resolved = resolveEmoji(bare, custom);
  const sign = 'name' in resolved ? (emoji?.emojiFor(resolved.name, wanted) ?? null) : null;
  return sign ?? `:${bare}:${skinTone === null ? '' : `:skin-tone-${skinTone}:`}`;
}
