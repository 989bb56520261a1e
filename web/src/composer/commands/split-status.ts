/** A status taken apart: the emoji at its beginning by its name, with colons, and the words. */
export interface SplitStatus {
  emoji: string;
  text: string;
}

const tones = /[\u{1f3fb}-\u{1f3ff}]|\ufe0f/gu;

/** Understands `:palm_tree: On holiday` and `🌴 On holiday`. */
export async function splitStatus(said: string): Promise<SplitStatus> {
  const [, first = '', text = ''] = /^(\S+)\s*(.*)$/s.exec(said.trim()) ?? [];
  if (/^:[\w+'-]+:$/.test(first)) return { emoji: first, text };
  if (!/^\p{Extended_Pictographic}/u.test(first)) return { emoji: '', text: said.trim() };
  const { emojiCategories } = await import('../../../../shared/emoji/emoji.ts');
  const wanted = first.replace(tones, '');
  const entry = emojiCategories
    .flatMap(({ emojis }) => emojis)
    .find(({ unicode }) => unicode.replace(tones, '') === wanted);
  return entry ? { emoji: `:${entry.names[0]}:`, text } : { emoji: '', text: said.trim() };
}
