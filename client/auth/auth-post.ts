import type { z } from 'zod';
import { refusalOf } from '../api/api-error.ts';
import { readAnswer } from '../api/api-call.ts';
import { exchange } from '../connection/exchange.ts';

/** A call of `/auth/<path>`: POST with a body, else GET, if not said otherwise. Throws ApiError. */
export type AuthPost = <S extends z.ZodType>(
  path: string,
  answer: S,
  request: { method?: 'DELETE' | undefined; body?: object | undefined; token?: string },
) => Promise<z.output<S>>;

export function createPost(baseUrl: string, fetchImpl: typeof fetch): AuthPost {
  return async (path, answer, request) => {
    const { body } = await exchange(fetchImpl, `${baseUrl}/auth/${path}`, request);
    if (body.ok !== true) throw refusalOf(body);
    return readAnswer(answer, body);
  };
}
