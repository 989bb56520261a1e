/** What matches any of the words and phrases, whole and whatever their case; null when there are none. */
export function keywordPattern(keywords: readonly string[]): RegExp | null {
  const words = keywords.map((word) => word.trim()).filter(Boolean);
  if (words.length === 0) return null;
  // The longest first: of "deploy" and "deploy failed" the phrase wins.
  const any = words.sort((a, b) => b.length - a.length).map(escape);
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${any.join('|')})(?![\\p{L}\\p{M}\\p{N}])`, 'giu');
}

/** The text in turns: what is between, then a keyword, and so on. It begins and ends with what is between. */
export function splitByKeywords(text: string, pattern: RegExp): string[] {
  const parts: string[] = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    parts.push(text.slice(from, match.index), match[0]);
    from = match.index + match[0].length;
  }
  return [...parts, text.slice(from)];
}

function escape(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
