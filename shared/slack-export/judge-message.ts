import { isDeeperThan } from '../json-depth.ts';
import { Message } from '../message.ts';
import { compareTs, Ts, tsToMicros } from '../timestamps.ts';
import { isObject } from './fields.ts';
import { normaliseMessage } from './normalise-message.ts';
import { peopleIn, type UnknownUser } from './people-in-message.ts';
import { quote, type Problem, type ProblemCode } from './problems.ts';

type Verdict =
  | { ok: true; message: Message; people: UnknownUser[]; problems: Problem[] }
  | { ok: false; code: ProblemCode; detail: string };

/** Slack's blocks nest some ten levels; what walks through a message may recurse this far. */
const maxDepth = 64;
/** Characters of JSON: below the 2 MB that a value in an object's database may have, whatever the characters. */
const maxMessageLength = 500_000;

/** Not messages but a log of what happened to them, which some exports have. The messages are there as well. */
const logSubtypes = new Set(['message_changed', 'message_deleted', 'message_replied']);

/** Slack puts into a file's links the token of whoever exported, which opens other files too, private ones among them. */
const exportToken = /([?&])t=xoxe-[\w.-]+(&?)/g;

/** Whether an entry of a day file can be imported, and as what. `now` is a `ts`. Returns, whatever the entry is. */
export function judgeMessage(raw: unknown, where: string, now: string): Verdict {
  const refuse = (code: ProblemCode, detail: string): Verdict => ({ ok: false, code, detail });
  if (!isObject(raw)) return refuse('not_an_object', `not a message, but ${quote(raw)}.`);
  if (isDeeperThan(raw, maxDepth)) return refuse('too_deep', `nested deeper than ${maxDepth} levels.`);
  const { type, subtype } = raw;
  if (type !== undefined && type !== 'message') return refuse('not_a_message', `its type is ${quote(type)}.`);
  const ts = Ts.safeParse(raw['ts']);
  if (!ts.success || tsToMicros(ts.data) === 0) return refuse('bad_ts', `${quote(raw['ts'])} is not a timestamp.`);
  if (compareTs(ts.data, now) > 0) return refuse('future_ts', 'its timestamp is in the future.');
  if (typeof subtype === 'string' && logSubtypes.has(subtype)) {
    return refuse('log_record', `a record of a change (${subtype}), not a message.`);
  }
  const problems: Problem[] = [];
  const normalised = normaliseMessage(raw, (code, detail) => problems.push({ code, where, ts: ts.data, detail }));
  const text = JSON.stringify(normalised);
  if (text.length > maxMessageLength) return refuse('too_large', `longer than ${maxMessageLength} characters.`);
  const message = Message.safeParse(JSON.parse(withoutTokens(text)));
  if (message.success) return { ok: true, message: message.data, people: peopleIn(message.data, raw), problems };
  return refuse('invalid_message', `${message.error.issues[0]?.path.join('.') ?? 'it'} is not of a known form.`);
}

function withoutTokens(json: string): string {
  return json.replace(exportToken, (_, before: string, after: string) => (after === '' ? '' : before));
}
