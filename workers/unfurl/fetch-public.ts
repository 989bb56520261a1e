import { isPublicAddress } from './is-public-address.ts';

/** How long looking at one link may take, with its redirects. Milliseconds. */
const longestFetch = 5_000;
/** Bytes of an answer that are read; what comes after is not looked at. */
export const mostBytes = 2_000_000;
const mostRedirects = 3;

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** An answer, from where it came in the end, and what says that its time is up. */
export type Fetched = { url: URL; response: Response; signal: AbortSignal };

/**
 * Fetches something of the open web, or nothing: null for an address that is not of it, here or at any redirect, for an
 * answer that is no success, and for a server that fails. Redirects are followed by hand, so that each is looked at.
 */
export async function fetchPublic(address: string, accept: string, fetch: Fetch): Promise<Fetched | null> {
  const signal = AbortSignal.timeout(longestFetch);
  const headers = { accept, 'accept-language': 'en', 'user-agent': 'Mozilla/5.0 (compatible; Edgeways link preview)' };
  let url = URL.parse(address);
  for (let redirects = 0; url && isPublicAddress(url); redirects += 1) {
    const response = await fetch(url.href, { headers, redirect: 'manual', signal }).catch(() => null);
    if (!response) return null;
    if (response.ok) return { url, response, signal };
    await response.body?.cancel();
    const location = response.headers.get('location');
    if (![301, 302, 303, 307, 308].includes(response.status) || location === null || redirects === mostRedirects) {
      return null;
    }
    url = URL.parse(location, url);
  }
  return null;
}

/** The answer's media type, in lower case and without parameters. */
export function typeOf(response: Response): string {
  return (response.headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

/** The stream's first bytes, at most that many; the rest is never asked for. */
export function firstBytes(bytes: number): TransformStream<Uint8Array, Uint8Array> {
  let left = bytes;
  return new TransformStream({
    transform(chunk, controller) {
      controller.enqueue(chunk.subarray(0, left));
      left -= chunk.byteLength;
      if (left <= 0) controller.terminate();
    },
  });
}
