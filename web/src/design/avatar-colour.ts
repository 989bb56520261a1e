/** Grounds and inks of generated avatars; tokens.test.ts checks that initials are readable on each. */
export const avatarGrounds = ['#0f766e', '#9a3b1f', '#5b4bb0', '#a02c5b', '#2c6a3f', '#24619c', '#7a5200', '#7a3f8f'];
export const avatarInks = avatarGrounds.map(() => '#ffffff');

/** The same colour for the same id, everywhere and always. */
export function avatarColourOf(id: string): string {
  let hash = 0;
  for (let at = 0; at < id.length; at++) hash = (hash * 31 + id.charCodeAt(at)) >>> 0;
  return avatarGrounds[hash % avatarGrounds.length] ?? '#0f766e';
}

/** One or two letters that stand for a name; a question mark when it has none. */
export function initialsOf(name: string): string {
  const words = name
    .normalize()
    .split(/[\s._-]+/u)
    .filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return (
    letters
      .map((word) => [...(word ?? '')][0] ?? '')
      .join('')
      .toUpperCase() || '?'
  );
}
