import { Hono } from 'hono';
import { AppError } from '../../shared/errors.ts';
import type { AppEnv } from '../app.ts';
import { imageKey, typeOfImage } from './image.ts';

/**
 * Images of custom emoji: `GET /emoji/<workspace>/<image>`. An image's name is hard to guess and never changes what it
 * means, so whoever has the address may look, and caches may keep it for ever.
 */
export const emojiRoutes = new Hono<AppEnv>();

emojiRoutes.get('/:workspace/:image', async (c) => {
  const { workspace, image } = c.req.param();
  const type = typeOfImage(image);
  const object = type === null ? null : await c.env.FILES.get(imageKey(workspace, image));
  if (type === null || !object) throw new AppError('emoji_not_found');
  return c.body(object.body, 200, {
    'content-type': type,
    'content-length': String(object.size),
    'cache-control': 'public, max-age=31536000, immutable',
    'content-security-policy': "default-src 'none'; sandbox",
  });
});
