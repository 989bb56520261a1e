import fc from 'fast-check';

/** A request as wrong as it comes: often nearly right, since that is where the mistakes are. */
export interface MalformedRequest {
  path: string;
  method: string;
  headers: Record<string, string>;
  body: string | null;
}

const nastyStrings = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '🧨'.repeat(50),
  '__proto__',
  'constructor',
  '../../etc/passwd',
  "' OR 1=1 --",
  '%00',
  '<script>alert(1)</script>',
  'C'.repeat(5000),
  '-1',
  '1e309',
  'NaN',
  '9007199254740993',
  '99999999999.999999',
  '0000000000.000000',
  'null',
  '[object Object]',
  '{"a":',
  '\r\nX-Injected: yes',
];

const nasty = fc.oneof(fc.constantFrom(...nastyStrings), fc.string({ unit: 'binary', maxLength: 40 }));

const deep = fc.integer({ min: 1, max: 400 }).map((depth) => {
  let value: unknown = 'deep';
  for (let i = 0; i < depth; i += 1) value = i % 2 ? [value] : { value };
  return value;
});

const value: fc.Arbitrary<unknown> = fc.oneof(
  nasty,
  fc.jsonValue({ maxDepth: 3 }),
  deep,
  fc.constantFrom(null, true, -1, 1.5, 1e308, [], {}, [[]], { __proto__: null }),
);

const fields = [
  'channel',
  'text',
  'blocks',
  'attachments',
  'ts',
  'thread_ts',
  'latest',
  'oldest',
  'limit',
  'cursor',
  'users',
  'user',
  'name',
  'topic',
  'purpose',
  'profile',
  'value',
  'email',
  'code',
  'proof',
  'workspace_id',
  'invitation',
  'ticket',
  'token',
  'client_msg_id',
  'types',
  'is_private',
  'inclusive',
  'emails',
  'role',
  'scopes',
  'attempt',
  'display_name',
  'id',
  'size',
  'message_ts',
  'exclude_archived',
] as const;

/** Bodies and headers for one of the paths, with now and then a right value among the wrong ones. */
export function malformedRequest(
  paths: readonly string[],
  right: Record<string, string>,
): fc.Arbitrary<MalformedRequest> {
  const anyPath = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...paths) },
    { weight: 1, arbitrary: fc.string({ maxLength: 60 }).map((text) => `/api/${encodeURIComponent(text)}`) },
    { weight: 1, arbitrary: fc.webPath({ size: 'small' }) },
  );
  const args = fc
    .dictionary(fc.oneof(fc.constantFrom(...fields), nasty), value, { maxKeys: 7 })
    .chain((wrong) =>
      fc
        .subarray(Object.keys(right))
        .map((keys) => ({ ...wrong, ...Object.fromEntries(keys.map((key) => [key, right[key]])) })),
    );
  const body = fc.oneof(
    { weight: 6, arbitrary: args.map((each) => ({ type: 'application/json', text: JSON.stringify(each) })) },
    { weight: 3, arbitrary: args.map((each) => ({ type: 'application/x-www-form-urlencoded', text: form(each) })) },
    {
      weight: 1,
      arbitrary: args.map((each) => ({ type: 'application/json', text: JSON.stringify(each).slice(0, -3) })),
    },
    { weight: 1, arbitrary: value.map((each) => ({ type: 'application/json', text: JSON.stringify(each) ?? '' })) },
    { weight: 1, arbitrary: nasty.map((text) => ({ type: 'multipart/form-data; boundary=x', text })) },
    { weight: 1, arbitrary: nasty.map((text) => ({ type: 'text/plain', text })) },
  );
  return fc
    .record({ path: anyPath, method: fc.constantFrom('POST', 'POST', 'POST', 'GET', 'PUT', 'DELETE'), body })
    .map(({ path, method, body: { type, text } }) =>
      method === 'GET'
        ? {
            path: `${path}?${new URLSearchParams({ q: text.slice(0, 500).toWellFormed() }).toString()}`,
            method,
            headers: {},
            body: null,
          }
        : { path, method, headers: { 'content-type': type }, body: text },
    );
}

/** A frame for a socket: a right one bent, any JSON, or no JSON at all. */
export const malformedFrame: fc.Arbitrary<string | Uint8Array<ArrayBuffer>> = fc.oneof(
  fc
    .dictionary(fc.constantFrom('type', 'client_msg_id', 'text', 'blocks', 'thread_ts', 'seq'), value)
    .map((frame) => JSON.stringify({ type: 'send', ...frame })),
  fc.jsonValue({ maxDepth: 4 }).map((each) => JSON.stringify(each)),
  nasty,
  fc.uint8Array({ maxLength: 64 }).map((bytes) => new Uint8Array(bytes)),
  fc.constant('x'.repeat(300_000)),
  fc.constant(`{"type":"send","client_msg_id":"m","text":${'['.repeat(50_000)}`),
);

function form(args: Record<string, unknown>): string {
  return new URLSearchParams(
    Object.entries(args).map(([key, each]): [string, string] => [
      key.toWellFormed(),
      (typeof each === 'string' ? each : (JSON.stringify(each) ?? '')).toWellFormed(),
    ]),
  ).toString();
}
