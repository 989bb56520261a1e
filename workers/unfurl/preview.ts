import type { Attachment } from '../../durable-objects/channel/attached/previews.ts';
import { escapeMrkdwn } from '../../shared/mrkdwn/escape.ts';
import { fetchPublic, typeOf, type Fetch } from './fetch-public.ts';
import { isPublicAddress } from './is-public-address.ts';
import { readPage } from './read-page.ts';

/** What a message's author wants previews of: pages, and pictures. */
export type Wanted = { links: boolean; media: boolean };

/** Characters of what is shown; the page has the rest. */
const longest = { title: 200, description: 400, site: 80, image: 2_000 };

/**
 * What to show of a link, as an attachment of Slack's; null when there is nothing to show. Pages give their title and what
 * they say of themselves, pictures themselves.
 */
export async function previewOf(link: string, wanted: Wanted, fetch: Fetch): Promise<Attachment | null> {
  const fetched = await fetchPublic(link, 'text/html,application/xhtml+xml,image/*', fetch);
  if (!fetched) return null;
  const { url, response } = fetched;
  const type = typeOf(response);
  if (isPicture(type)) {
    await response.body?.cancel();
    return wanted.media ? pictureAttachment(url) : null;
  }
  if (type !== 'text/html' && type !== 'application/xhtml+xml') {
    await response.body?.cancel();
    return null;
  }
  // A server that stops half-way has told what it told.
  const page = await readPage(fetched).catch(() => null);
  if (!page || page.title === '' || !wanted.links) return null;
  const image = page.image === '' ? null : URL.parse(page.image, url);
  const title = escapeMrkdwn(shorten(page.title, longest.title));
  const isShown = wanted.media && image && isPublicAddress(image) && image.href.length <= longest.image;
  return {
    service_name: escapeMrkdwn(shorten(page.site || url.hostname.replace(/^www\./, ''), longest.site)),
    title,
    title_link: link,
    ...(page.description === '' ? {} : { text: escapeMrkdwn(shorten(page.description, longest.description)) }),
    ...(isShown ? { image_url: image.href } : {}),
    fallback: title,
  };
}

/** Not SVG, which is a document that could load others. */
export function isPicture(type: string): boolean {
  return /^image\/(?:png|jpeg|gif|webp|avif)$/.test(type);
}

function pictureAttachment(url: URL): Attachment {
  const name = decodeURIComponentSafely(url.pathname.split('/').at(-1) ?? '');
  const fallback = escapeMrkdwn(shorten(name || url.hostname, longest.title));
  return { fallback, image_url: url.href };
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text).toWellFormed();
  } catch {
    return text;
  }
}

function shorten(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most
    ? text
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}
