import type { Message } from '../message.ts';
import { compareTs } from '../timestamps.ts';
import { isObject } from './fields.ts';
import { fingerprintOf } from './fingerprint.ts';
import { judgeMessage } from './judge-message.ts';
import type { UnknownUser } from './people-in-message.ts';
import { quote, type Problem } from './problems.ts';

export interface DayContext {
  /** The day file's path, for problems. */
  where: string;
  /** Whether a person of this id was planned, or made from an earlier day's `unknownUsers`. */
  isKnownUser: (id: string) => boolean;
  /** The fingerprint of the message that an earlier day file of this channel had under this `ts`. */
  getFingerprint: (ts: string) => string | null;
  /** The `ts` of now: a later message would push every new one into its future. */
  now: string;
}

export interface DayResult {
  /** In the order of their `ts`, each `ts` once. */
  messages: Message[];
  /** By `ts`: what `getFingerprint` has to know when the channel's next day is read. */
  fingerprints: Map<string, string>;
  /** People whom the messages name and no list does. */
  unknownUsers: UnknownUser[];
  problems: Problem[];
  /** `entries` is `messages.length` and the other two together: nothing is left out unnamed. */
  counts: { entries: number; lost: number; identical: number };
}

/** A file that is nothing but faults should not fill the memory with their names. */
const maxProblems = 1000;

/** The messages of one day file's JSON, in our shape. Pure, and total: it returns, whatever the JSON is. */
export function readDay(json: unknown, context: DayContext): DayResult {
  const { where } = context;
  const byTs = new Map<string, Message>();
  const fingerprints = new Map<string, string>();
  const unknownUsers = new Map<string, UnknownUser>();
  const problems: Problem[] = [];
  let unnamed = 0;
  const note = (problem: Problem) => (problems.length < maxProblems ? void problems.push(problem) : void unnamed++);
  const counts = { entries: 0, lost: 0, identical: 0 };

  const take = (index: number, raw: unknown) => {
    const lose = (code: Problem['code'], detail: string) => {
      counts.lost++;
      note({ code, where, ...tsOf(raw), detail: `Entry ${index}: ${detail}` });
    };
    const verdict = judgeMessage(raw, where, context.now);
    if (!verdict.ok) return lose(verdict.code, verdict.detail);
    const { message } = verdict;
    const fingerprint = fingerprintOf(message);
    const present = fingerprints.get(message.ts) ?? context.getFingerprint(message.ts);
    if (present === fingerprint) return void counts.identical++;
    if (present !== null) return lose('conflicting_duplicate', 'another message has this ts; the first was kept.');
    byTs.set(message.ts, message);
    fingerprints.set(message.ts, fingerprint);
    verdict.problems.forEach(note);
    for (const user of verdict.people) {
      if (context.isKnownUser(user.id) || unknownUsers.has(user.id)) continue;
      unknownUsers.set(user.id, user);
      const detail = `No list names ${user.id}${user.name ? ` (${quote(user.name)})` : ''}; a placeholder stands in.`;
      note({ code: 'unknown_user', where, ts: message.ts, detail });
    }
  };

  if (Array.isArray(json)) {
    counts.entries = json.length;
    for (const [index, raw] of json.entries()) take(index, raw);
  } else {
    note({ code: 'not_a_list', where, detail: 'The file is not a list of messages.' });
  }
  const messages = [...byTs.values()].sort((a, b) => compareTs(a.ts, b.ts));
  for (const problem of missingRoots(messages, byTs, context)) note(problem);
  if (unnamed > 0) problems.push({ code: 'more_problems', where, detail: `There are ${unnamed} more like these.` });
  return { messages, fingerprints, unknownUsers: [...unknownUsers.values()], problems, counts };
}

/** The message's name for itself, even where it is not a `ts`. */
function tsOf(raw: unknown): { ts?: string } {
  const ts = isObject(raw) ? raw['ts'] : undefined;
  return typeof ts === 'string' ? { ts: ts.slice(0, 40) } : {};
}

/** One for each thread whose root neither this day nor an earlier one has. */
function* missingRoots(
  messages: readonly Message[],
  today: ReadonlyMap<string, Message>,
  { where, getFingerprint }: DayContext,
): Generator<Problem> {
  const named = new Set<string>();
  for (const { ts, thread_ts: root } of messages) {
    if (root === undefined || root === ts || named.has(root) || today.has(root) || getFingerprint(root) !== null)
      continue;
    named.add(root);
    yield { code: 'missing_root', where, ts, detail: `A reply; the first message of its thread, ${root}, is missing.` };
  }
}
