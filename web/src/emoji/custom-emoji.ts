import type { CustomEmojiLook } from '../people/people-context.tsx';

/** An alias of an alias of … leads nowhere after this many. */
const mostAliases = 5;

/** What a name stands for: a picture of the workspace's own, or the name of another emoji, itself if it is no alias. */
export function resolveEmoji(
  name: string,
  custom: ReadonlyMap<string, CustomEmojiLook>,
): { url: string } | { name: string } {
  let current = name;
  for (let step = 0; step <= mostAliases; step += 1) {
    const look = custom.get(current);
    if (look === undefined) return { name: current };
    if ('url' in look) return { url: look.url };
    current = look.aliasFor;
  }
  return { name };
}

/** A reaction's name in its parts: `wave::skin-tone-3`. */
export function splitReactionName(reaction: string): { name: string; skinTone: 2 | 3 | 4 | 5 | 6 | null } {
  const [name = reaction, tone] = reaction.split('::');
  const digit = /^skin-tone-([2-6])$/.exec(tone ?? '')?.[1];
  return { name, skinTone: skinTones.find((each) => String(each) === digit) ?? null };
}

export const skinTones = [2, 3, 4, 5, 6] as const;

/** The name of an emoji in a tone, as reactions and messages have it. */
export function withTone(name: string, skinTone: number | null): string {
  return skinTone === null ? name : `${name}::skin-tone-${skinTone}`;
}
