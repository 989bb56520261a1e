import { exports } from 'cloudflare:workers';
import { z } from 'zod';

/** Where the Worker under test believes to be. */
export const origin = 'http://edgeways.test';

const Answer = z.looseObject({ ok: z.boolean(), error: z.string().optional() });
export type Answer = z.infer<typeof Answer>;

/** Sends a request to the Worker. */
export async function send(path: string, init: RequestInit = {}): Promise<Response> {
  return exports.default.fetch(new Request(origin + path, init));
}

export async function readAnswer(response: Response): Promise<Answer> {
  return Answer.parse(await response.json());
}

/** `POST` of JSON, as the web client does; the answer, whatever it is. */
export async function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  const init = {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  };
  return readAnswer(await send(path, init));
}

/** A call of a Web API method. */
export async function call(method: string, args: object, token: string): Promise<Answer> {
  return post(`/api/${method}`, args, { authorization: `Bearer ${token}` });
}
