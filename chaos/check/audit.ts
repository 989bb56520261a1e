import { ChannelEvent, isDeleted, isPosted } from '../../shared/events.ts';
import { compareTs } from '../../shared/timestamps.ts';
import type { Violation } from '../record/violation.ts';
import type { Place } from '../stage/cast.ts';
import type { Truth } from '../worker/answers.ts';
import type { Questions } from './questions.ts';

/**
 * Whether the audit log has every event of a channel, in order. Those that the pipeline has given up on are replayed, which
 * is what dead letters are kept for; whoever asks, asks again.
 */
export async function checkAudit(
  questions: Questions,
  workspace: string,
  { id: channel }: Place,
  truth: Truth,
): Promise<Violation[]> {
  const say = (what: string): Violation => ({ rule: 'audit', what, channel });
  const entries = await questions.audit(workspace, channel);
  const events = new Map(entries.map(({ seq, event }) => [seq, ChannelEvent.parse(JSON.parse(event))]));
  const missing = Array.from({ length: truth.seq }, (_, i) => i + 1).filter((seq) => !events.has(seq));
  const violations: Violation[] = [];
  if (events.size !== entries.length) violations.push(say('an event is stored twice'));
  if (missing.length > 0) violations.push(say(`of ${truth.seq} events, these are missing: ${missing.join(' ')}`));
  let last = '0.000000';
  for (const event of events.values()) {
    // A deletion stands in the place of what it deletes.
    if (isDeleted(event)) continue;
    if (compareTs(event.event_ts, last) <= 0) violations.push(say(`${event.event_ts} comes after ${last}`));
    last = event.event_ts;
  }
  const posted = new Set([...events.values()].filter(isPosted).map(({ ts }) => ts));
  const isThere = ({ ts, subtype }: Truth['messages'][number]) => posted.has(ts) || subtype === 'tombstone';
  const unheard = [...truth.messages, ...Object.values(truth.threads).flat()].filter((message) => !isThere(message));
  if (missing.length === 0 && unheard.length > 0) violations.push(say(`it has no word of ${unheard[0]?.ts}`));
  return violations;
}

/** Replays the channels that have dead letters from the first of them on; how many letters there are. */
export async function replayDeadLetters(questions: Questions, workspace: string): Promise<number> {
  const letters = (await questions.deadLetters(workspace)).filter(({ pipeline }) => pipeline === 'audit');
  for (const [channel, ofChannel = []] of Object.entries(Object.groupBy(letters, ({ channelId }) => channelId))) {
    await questions.replay(workspace, channel, Math.min(...ofChannel.map(({ seq }) => seq)) - 1);
  }
  return letters.length;
}
