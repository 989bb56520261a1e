/** Names that people write after three backticks. A word that is only a word must not be taken for one. */
const named =
  /^(?:bash|sh|zsh|shell|console|c|h|cpp|c\+\+|cc|hpp|csharp|cs|css|diff|patch|docker|dockerfile|go|golang|ini|toml|java|js|jsx|mjs|javascript|json|jsonc|json5|kotlin|kt|lua|php|py|python|rb|ruby|rs|rust|sql|swift|ts|tsx|mts|typescript|html|xml|svg|yaml|yml)$/i;

/** A code block's language, where its first line is the name of one and more follows, and the code itself. */
export function readFence(text: string): { language: string | null; code: string } {
  const end = text.indexOf('\n');
  const first = text.slice(0, Math.max(end, 0)).trim();
  if (end < 0 || !named.test(first)) return { language: null, code: text };
  return { language: first.toLowerCase(), code: text.slice(end + 1) };
}
