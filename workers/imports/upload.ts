import { Hono } from 'hono';
import { archiveKey } from '../../durable-objects/import/archive.ts';
import { AppError, unwrap } from '../../shared/errors.ts';
import { authenticate, getBearer } from '../api/authenticate.ts';
import { requireScope } from '../api/require-scope.ts';
import type { AppEnv } from '../app.ts';
import { accessImport, importScopes } from './access-import.ts';

/** Where the parts of an import's file go: `shared/protocol/imports.ts` says how. */
export const importRoutes = new Hono<AppEnv>();

/** The part goes from the request to the bucket as it comes. */
importRoutes.put('/:id/parts/:number', async (c) => {
  const { id, number } = c.req.param();
  const { caller } = await authenticate(c.env, getBearer(c.req.raw), Date.now());
  requireScope(caller, importScopes);
  const object = accessImport(c.env, caller, id);
  const partNumber = Number(number);
  const { uploadId, length } = unwrap(await object.expectPart(caller.userId, partNumber));
  const body = requireBody(c.req.raw, length);
  const upload = c.env.FILES.resumeMultipartUpload(archiveKey(caller.workspaceId, id), uploadId);
  // The bucket has to know the length; this stream fails when it is another, with a TypeError.
  const { readable, writable } = new FixedLengthStream(length);
  const [{ etag }] = await Promise.all([upload.uploadPart(partNumber, readable), body.pipeTo(writable)]).catch(
    (error: unknown) => {
      throw error instanceof TypeError ? wrongLength(length) : error;
    },
  );
  unwrap(await object.keepPart(caller.userId, partNumber, etag));
  return c.json({ ok: true, part: partNumber });
});

importRoutes.all('*', () => {
  throw new AppError('unknown_method');
});

/** The body, unless its declared length is wrong already; a body may come without. */
function requireBody(request: Request, length: number): ReadableStream {
  const declared = request.headers.get('content-length');
  if (request.body && (declared === null || Number(declared) === length)) return request.body;
  throw wrongLength(length);
}

function wrongLength(length: number): AppError {
  return new AppError('invalid_arguments', {
    response_metadata: { messages: [`[ERROR] this part has ${length} bytes`] },
  });
}
