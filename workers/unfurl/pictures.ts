import { Hono } from 'hono';
import { AppError } from '../../shared/errors.ts';
import { WorkspaceId } from '../../shared/ids.ts';
import { RateLimiter } from '../api/rate-limits.ts';
import type { AppEnv } from '../app.ts';
import { authenticationCode, isAuthentic } from '../identity/keys.ts';
import { clientAddress, isLoopback, networkOf } from '../identity/origin.ts';
import { fetchPublic, firstBytes, mostBytes, typeOf, type Fetch } from './fetch-public.ts';
import { isPicture } from './preview.ts';

/**
 * Pictures of previews: `GET /pictures/<workspace>/<signature>?url=…`. They come through us, so that looking at a message
 * tells no other server who looks, and so that the page needs no leave to load anything from elsewhere. Only what the
 * consumer has signed is fetched.
 */
export const pictures = new Hono<AppEnv>();

/** HMAC-SHA-256 in base64url. */
const signatureShape = /^[\w-]{43}$/;
/** Characters of a picture's address; a preview with a longer one shows none. */
const longestAddress = 2_000;

/** Pictures for one network: an office that opens a channel full of them, and not a loop. */
const rate = { perMinute: 1_200, burst: 1_200 };
const limiter = new RateLimiter();

/** What needs no arithmetic is refused first; a picture that was fetched is kept, here and by browsers, for a week. */
pictures.get('/:workspace/:signature', async (c) => {
  const { workspace, signature } = c.req.param();
  const url = c.req.query('url') ?? '';
  const isShaped = WorkspaceId.safeParse(workspace).success && signatureShape.test(signature);
  if (!isShaped || url.length > longestAddress || !URL.canParse(url)) throw new AppError('invalid_auth');
  const caller = networkOf(clientAddress(c.req.raw) ?? '');
  if (!isLoopback(c.req.raw)) limiter.take([{ key: caller, rate }], Date.now());
  if (!(await isAuthentic(c.env, 'picture', workspace, url, signature))) throw new AppError('invalid_auth');
  // By what is signed and nothing else that a request may have: other queries make no other entries.
  const key = new URL(addressOf(workspace, signature, url), c.req.url).href;
  const kept = await caches.default.match(key);
  if (kept?.body) return c.body(kept.body, 200, headersOf(kept.headers.get('content-type') ?? ''));
  const picture = await fetchPicture(url, (address, init) => fetch(address, init));
  if (!picture) throw new AppError('service_unavailable');
  const [shown, stored] = picture.body.tee();
  // Fails when the picture breaks off, and then nothing is kept.
  const keeping = caches.default.put(key, new Response(stored, { headers: headersOf(picture.type) }));
  c.executionCtx.waitUntil(keeping.catch(() => undefined));
  return c.body(shown, 200, headersOf(picture.type));
});

/** Whoever has the address may look: nobody can guess it. */
function headersOf(type: string): Record<string, string> {
  return {
    'content-type': type,
    'cache-control': 'public, max-age=604800, immutable',
    'content-security-policy': "default-src 'none'; sandbox",
  };
}

/** Where on our own origin the picture is. */
export async function pictureAddress(env: Env, workspaceId: string, url: string): Promise<string> {
  return addressOf(workspaceId, await authenticationCode(env, 'picture', workspaceId, url), url);
}

function addressOf(workspaceId: string, signature: string, url: string): string {
  return `/pictures/${workspaceId}/${signature}?${new URLSearchParams({ url }).toString()}`;
}

/** The picture as it is there now, cut off where it is too large; null when there is none. */
export async function fetchPicture(
  url: string,
  fetch: Fetch,
): Promise<{ type: string; body: ReadableStream<Uint8Array> } | null> {
  const fetched = await fetchPublic(url, 'image/*', fetch);
  if (!fetched) return null;
  const { response, signal } = fetched;
  const type = typeOf(response);
  if (!response.body || !isPicture(type)) {
    await response.body?.cancel();
    return null;
  }
  return { type, body: response.body.pipeThrough(firstBytes(mostBytes), { signal }) };
}
