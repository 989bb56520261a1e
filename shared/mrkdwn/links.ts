import { parseMrkdwn } from './parse.ts';
import { inlinesOf } from './walk.ts';

/** Web addresses that a text links to, each once, in the order of the text. In code they are only text. */
export function findLinks(text: string): string[] {
  if (!text.includes('://')) return [];
  const urls = new Set<string>();
  for (const inline of inlinesOf(parseMrkdwn(text))) {
    if (inline.type === 'link' && /^https?:/i.test(inline.url)) urls.add(inline.url);
  }
  return [...urls];
}
