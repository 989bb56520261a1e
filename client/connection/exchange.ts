import { z } from 'zod';
import { ApiError } from '../api/api-error.ts';

const Body = z.looseObject({ ok: z.boolean() });

interface Request {
  /** POST with a body and GET without, if not said otherwise. */
  method?: 'DELETE' | undefined;
  /** Sent as JSON, or as the form that it is. */
  body?: unknown;
  token?: string | undefined;
  signal?: AbortSignal | undefined;
}

export interface Exchanged {
  body: Record<string, unknown>;
  /** What a rate limit asks us to wait, in milliseconds; a second when it does not say. */
  retryAfter: number;
}

/** One request and its answer of `{ ok, … }`. Throws ApiError `network` or `bad_answer`, or the signal's reason. */
export async function exchange(
  fetchImpl: typeof fetch,
  url: string,
  { method, body, token, signal }: Request,
): Promise<Exchanged> {
  const headers: Record<string, string> = {};
  const isForm = body instanceof FormData;
  if (body !== undefined && !isForm) headers['content-type'] = 'application/json; charset=utf-8';
  if (token !== undefined) headers.authorization = `Bearer ${token}`;
  const init: RequestInit = { method: method ?? (body === undefined ? 'GET' : 'POST'), headers };
  if (body !== undefined) init.body = isForm ? body : JSON.stringify(body);
  if (signal !== undefined) init.signal = signal;
  try {
    const response = await fetchImpl(url, init);
    const seconds = Number(response.headers.get('retry-after') ?? 1);
    const retryAfter = Number.isFinite(seconds) ? Math.max(0, seconds) * 1000 : 1000;
    const parsed = Body.safeParse(await readJson(response));
    if (!parsed.success) throw new ApiError('bad_answer', { status: response.status });
    return { body: parsed.data, retryAfter };
  } catch (error) {
    if (error instanceof ApiError) throw error;
    signal?.throwIfAborted();
    throw new ApiError('network');
  }
}

/** The body's JSON, or nothing when it is none: a proxy's page, say. A body that breaks off is a network failure. */
async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
