import { maxKeywordLength, maxKeywords } from '../../../shared/preferences.ts';

/** The keywords with what was typed: one, or several between commas; lower case, each once, as many as there can be. */
export function addKeywords(known: readonly string[], typed: string): string[] {
  const words = typed
    .split(',')
    .map((word) => word.trim().replace(/\s+/g, ' ').toLowerCase().slice(0, maxKeywordLength).trim())
    .filter((word) => word !== '');
  return [...new Set([...known, ...words])].slice(0, maxKeywords);
}
