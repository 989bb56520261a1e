import { Hono } from 'hono';
import { AppError } from '../../shared/errors.ts';
import type { AppEnv } from '../app.ts';
import { authenticationCode, isAuthentic } from '../identity/keys.ts';
import { fetchPublic, firstBytes, mostBytes, typeOf, type Fetch } from './fetch-public.ts';
import { isPicture } from './preview.ts';

/**
 * Pictures of previews: `GET /pictures/<workspace>/<signature>?url=…`. They come through us, so that looking at a message
 * tells no other server who looks, and so that the page needs no leave to load anything from elsewhere. Only what the
 * consumer has signed is fetched.
 */
export const pictures = new Hono<AppEnv>();

pictures.get('/:workspace/:signature', async (c) => {
  const { workspace, signature } = c.req.param();
  const url = c.req.query('url') ?? '';
  if (!(await isAuthentic(c.env, 'picture', workspace, url, signature))) throw new AppError('invalid_auth');
  const picture = await fetchPicture(url, (address, init) => fetch(address, init));
  if (!picture) throw new AppError('service_unavailable');
  return c.body(picture.body, 200, {
    'content-type': picture.type,
    'cache-control': 'private, max-age=604800, immutable',
    'content-security-policy': "default-src 'none'; sandbox",
  });
});

/** Where on our own origin the picture is. */
export async function pictureAddress(env: Env, workspaceId: string, url: string): Promise<string> {
  const signature = await authenticationCode(env, 'picture', workspaceId, url);
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
