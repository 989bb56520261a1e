export interface ScriptedCall {
  readonly method: string;
  readonly path: string;
  /** What the JSON says, or the form. */
  readonly body: Record<string, unknown>;
  readonly token: string | null;
}

/** Answers each request with what `answer` gives; what it throws is a failed request. */
export function scriptedFetch(answer: (call: ScriptedCall) => unknown): { fetch: typeof fetch; calls: ScriptedCall[] } {
  const calls: ScriptedCall[] = [];
  return {
    calls,
    fetch: async (input, init) => {
      const { pathname } = new URL(input instanceof Request ? input.url : input);
      const call = {
        method: init?.method ?? 'GET',
        path: pathname,
        body: readBody(init?.body),
        token: new Headers(init?.headers).get('authorization'),
      };
      calls.push(call);
      init?.signal?.throwIfAborted();
      const given = await answer(call);
      return given instanceof Response ? given : Response.json(given);
    },
  };
}

function readBody(body: RequestInit['body']): Record<string, unknown> {
  if (body instanceof FormData) return Object.fromEntries(body);
  return typeof body === 'string' ? JSON.parse(body) : {};
}
