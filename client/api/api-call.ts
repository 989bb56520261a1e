import type { z } from 'zod';
import { ApiError, isSignedOut, refusalOf } from './api-error.ts';
import { sleep, systemClock, type Clock } from '../clock.ts';
import { exchange } from '../connection/exchange.ts';

export interface ApiOptions {
  /** Such as `https://chat.example.com`, without a slash at the end. */
  baseUrl: string;
  /** The access token; with `rejected`, a newer one than that, which the server does not take any more. */
  getAccessToken(options?: { rejected?: string }): Promise<string>;
  fetch?: typeof fetch;
  clock?: Clock;
}

export interface CallOptions {
  signal?: AbortSignal;
}

export type ApiAnswer = Record<string, unknown> & { ok: true };
/** Become the JSON of the call's body; a form when there is a file among them. */
export type ApiArguments = object;

/** A method of the Web API by its name. Throws ApiError, or the signal's reason. */
export type ApiCall = (method: string, args?: ApiArguments, options?: CallOptions) => Promise<ApiAnswer>;

const maxAttempts = 4;
/** Longer than this the caller should not be kept waiting without a word. Milliseconds. */
const longestWait = 30_000;

/** Calls with the person's token: renews it once, waits for a rate limit three times. */
export function createCall(options: ApiOptions): ApiCall {
  const { baseUrl, getAccessToken, fetch: fetchImpl = fetch, clock = systemClock } = options;
  return async (method, args = {}, { signal } = {}) => {
    let token = await getAccessToken();
    let isRenewed = false;
    const content = bodyOf(args);
    for (let attempt = 1; ; attempt += 1) {
      const { body, retryAfter } = await exchange(fetchImpl, `${baseUrl}/api/${method}`, {
        body: content,
        token,
        signal,
      });
      if (isOk(body)) return body;
      const refusal = refusalOf(body);
      if (isSignedOut(refusal) && !isRenewed) {
        isRenewed = true;
        token = await getAccessToken({ rejected: token });
      } else if (refusal.code === 'ratelimited' && attempt < maxAttempts && retryAfter <= longestWait) {
        await sleep(clock, retryAfter, signal);
      } else throw refusal;
    }
  };
}

function bodyOf(args: ApiArguments): ApiArguments {
  const fields: [string, unknown][] = Object.entries(args);
  if (!fields.some(([, value]) => value instanceof Blob)) return args;
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value instanceof Blob ? value : String(value));
  return form;
}

function isOk(body: Record<string, unknown>): body is ApiAnswer {
  return body.ok === true;
}

/** The answer in the form that the caller reads; ApiError `bad_answer` when it is of another. */
export function readAnswer<S extends z.ZodType>(schema: S, answer: Record<string, unknown>): z.output<S> {
  const parsed = schema.safeParse(answer);
  if (!parsed.success) throw new ApiError('bad_answer', { issues: parsed.error.issues });
  return parsed.data;
}
