import { decodeEntities } from './decode-entities.ts';
import { firstBytes, mostBytes, type Fetched } from './fetch-public.ts';

/** What a page says of itself. Empty texts where it says nothing. */
export type PageFacts = { title: string; description: string; image: string; site: string };

/**
 * Reads a page's Open Graph and Twitter tags, title and description, as far as they stand in its first two megabytes and
 * before its body; some pages have none but the title.
 */
export async function readPage({ response, signal }: Pick<Fetched, 'response' | 'signal'>): Promise<PageFacts> {
  const facts = new Map<string, string>();
  let title = '';
  const progress = { isInBody: false };
  const rewriter = new HTMLRewriter()
    .on('meta', {
      element(element) {
        const name = (element.getAttribute('property') ?? element.getAttribute('name') ?? '').toLowerCase();
        const content = element.getAttribute('content');
        if (content !== null && !facts.has(name)) facts.set(name, content);
      },
    })
    .on('head > title', {
      text({ text }) {
        if (title.length < longestTitle) title += text;
      },
    })
    .on('body', {
      element() {
        progress.isInBody = true;
      },
    });
  const source = new Response(response.body?.pipeThrough(firstBytes(mostBytes), { signal }) ?? null, {
    headers: { 'content-type': response.headers.get('content-type') ?? 'text/html' },
  });
  const reader = rewriter.transform(source).body?.getReader();
  if (reader) {
    while (!progress.isInBody) if ((await reader.read()).done) break;
    await reader.cancel();
  }
  const first = (...names: string[]) =>
    names.map((name) => tidy(facts.get(name) ?? '')).find((text) => text !== '') ?? '';
  return {
    title: first('og:title', 'twitter:title') || tidy(title),
    description: first('og:description', 'twitter:description', 'description'),
    image: first('og:image:secure_url', 'og:image', 'og:image:url', 'twitter:image', 'twitter:image:src'),
    site: first('og:site_name'),
  };
}

/** Characters of source, of which the first some will do. */
const longestTitle = 2_000;

function tidy(source: string): string {
  return decodeEntities(source).toWellFormed().replaceAll(/\s+/g, ' ').trim();
}
