import { Hono } from 'hono';
import { z } from 'zod';
import type { Poll } from '../durable-objects/channel/sockets/poll.ts';
import { channelOf } from '../durable-objects/channel/stub.ts';
import { sessionOf } from '../durable-objects/session/stub.ts';
import { AppError, unwrap } from '../shared/errors.ts';
import { ChannelId } from '../shared/ids.ts';
import { isDeeperThan } from '../shared/json-depth.ts';
import { maxBlocksDepth } from '../shared/message.ts';
import { maxFramesAtOnce, protocolVersion } from '../shared/protocol/sockets.ts';
import { authenticate, getBearer } from './api/authenticate.ts';
import { RateLimiter, rates, signedInFactor } from './api/rate-limits.ts';
import type { AppContext, AppEnv } from './app.ts';
import { parseArguments } from './arguments.ts';
import { parseJsonObject, readBody } from './body.ts';
import { isListed } from './channels/is-listed.ts';
import { isSameSite } from './identity/origin.ts';
import { viewerOf } from '../durable-objects/channel/viewer.ts';

/**
 * The sockets' exchanges over HTTP, for networks that let no socket through: the client says what it has to say and up to
 * where it knows, and gets what a socket would have brought. It is admitted as to a socket.
 */
export const polls = new Hono<AppEnv>();

/** A few frames of the largest kind. */
const maxBodyBytes = 1024 * 1024;

const Frames = z
  .array(z.looseObject({ type: z.string() }))
  .max(maxFramesAtOnce)
  // They are written as texts again, and what has no bottom cannot be. The list is one level around each.
  .refine((frames) => !isDeeperThan(frames, maxBlocksDepth + 2), 'malformed_frame');
const Body = z.object({
  protocol: z.literal(protocolVersion, 'unsupported_protocol'),
  frames: Frames.default([]),
  resume: z.object({ epoch: z.string().max(64), seq: z.int().nonnegative() }).optional(),
  have: z.string().max(256).optional(),
});

polls.post('/session/poll', async (c) => {
  const { caller, body } = await enter(c);
  const { workspaceId, userId, sessionId } = caller;
  const session = sessionOf(c.env, workspaceId, userId);
  const { frames, have } = unwrap(await session.poll({ session: sessionId, frames: textsOf(body), have: body.have }));
  return answer(c, frames, { have });
});

polls.post('/channels/:id/poll', async (c) => {
  const channelId = c.req.param('id');
  const { caller, db, body } = await enter(c);
  // A made-up id wakes no object; it is answered as what is hidden is.
  const exists = ChannelId.safeParse(channelId).success && (await isListed(db, caller.workspaceId, channelId));
  if (!exists) throw new AppError('channel_not_found');
  const poll: Poll = { frames: textsOf(body), resume: body.resume ?? null };
  const { frames } = unwrap(
    await channelOf(c.env, caller.workspaceId, channelId).poll(viewerOf(caller), caller.sessionId, poll),
  );
  return answer(c, frames);
});

const limiter = new RateLimiter();
const { perMinute, burst } = rates[4];
const rate = { perMinute: perMinute * signedInFactor, burst: burst * signedInFactor };

/**
 * Who polls, and what they say. Only a signed-in device does: app tokens have no place in a session. All that a person polls
 * counts together, or somebody could poll each of thousands of channels as fast as one.
 */
async function enter(c: AppContext) {
  const request = c.req.raw;
  if (!isSameSite(request)) throw new AppError('no_permission');
  const now = Date.now();
  const { caller, db } = await authenticate(c.env, getBearer(request), now);
  if (caller.via !== 'session') throw new AppError('not_allowed_token_type');
  limiter.take([{ key: `${caller.workspaceId} ${caller.userId}`, rate }], now);
  const body = parseArguments(Body, parseJsonObject(await readBody(request, maxBodyBytes)));
  return { caller, db, body };
}

/** As over a socket, where each frame is a text. */
function textsOf({ frames }: z.infer<typeof Body>): string[] {
  return frames.map((frame) => JSON.stringify(frame));
}

/** The objects' frames are JSON already. */
function answer(c: AppContext, frames: readonly string[], more: object = {}): Response {
  const rest = JSON.stringify(more).slice(1, -1);
  const text = `{"ok":true,"frames":[${frames.join(',')}]${rest === '' ? '' : `,${rest}`}}`;
  return c.body(text, 200, { 'content-type': 'application/json' });
}
