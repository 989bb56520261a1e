/** Slack's numbers, after the Fitzpatrick scale: 2 is the lightest, 6 the darkest. */
export type SkinTone = 2 | 3 | 4 | 5 | 6;

const people = new Set(['👨', '👩', '🧑']);
const emojiPresentation = '\uFE0F';

/**
 * The emoji in a skin tone. Only for emoji that have tones. The modifier follows the first sign and takes the place of
 * its presentation selector; where the last sign is a second person, that one gets it as well.
 */
export function withSkinTone(emoji: string, tone: SkinTone): string {
  const modifier = String.fromCodePoint(0x1f3f9 + tone);
  const [first = '', ...rest] = emoji;
  if (rest[0] === emojiPresentation) rest.shift();
  const last = rest.at(-1);
  const isPair = people.has(first) && last !== undefined && people.has(last);
  return [first, modifier, ...rest, isPair ? modifier : ''].join('');
}
