import { compareTs } from '../../shared/timestamps.ts';
import { possibleReaction, possibleTexts, type Ledger, type Sent } from '../record/ledger.ts';
import type { Violation } from '../record/violation.ts';
import type { Witness } from '../record/witness.ts';
import type { Truth } from '../worker/answers.ts';

type Found = Truth['messages'][number];

/** Holds a channel's messages against what was done there, and against what anybody ever saw there. */
export function checkHistory(channel: string, truth: Truth, ledger: Ledger, witness: Witness): Violation[] {
  const found = allMessages(truth);
  const present = new Map<string, Found[]>();
  for (const message of found) {
    if (message.client_msg_id === undefined) continue;
    present.set(message.client_msg_id, [...(present.get(message.client_msg_id) ?? []), message]);
  }
  const sent = [...ledger.sent.values()].filter((each) => each.channel === channel);
  return [
    ...sent.flatMap((each) => checkSent(each, present.get(each.id) ?? [])),
    ...found.flatMap((message) => checkKnown(channel, message, ledger)),
    ...checkOrder(channel, truth, sent, present),
    ...checkSeen(channel, found, ledger, witness),
    ...checkReactions(channel, found, ledger),
  ];
}

/** Of the history and the threads, each once. */
function allMessages({ messages, threads }: Truth): Found[] {
  const all = [...messages, ...Object.values(threads).flat()];
  return [...new Map(all.map((message) => [message.ts, message])).values()];
}

function checkSent(sent: Sent, found: readonly Found[]): Violation[] {
  const { id, channel, outcome, deletions } = sent;
  const say = (what: string): Violation[] => [{ rule: 'kept', what, channel, about: id }];
  const [message, ...more] = found;
  if (more.length > 0) return say(`${sent.text} is there ${found.length} times`);
  if (message === undefined) {
    const mayBeGone = outcome !== 'done' || deletions.some((deletion) => deletion.outcome !== 'refused');
    return mayBeGone ? [] : say(`${sent.text} was acknowledged, and is not there`);
  }
  if (deletions.some((deletion) => deletion.outcome === 'done')) return say(`${sent.text} was deleted, and is there`);
  const texts = possibleTexts(sent);
  return texts.includes(message.text) ? [] : say(`it says ${message.text} instead of ${texts.join(' or ')}`);
}

/** People's messages have an id; lines that the channel writes itself have a subtype; what was erased says nothing. */
function checkKnown(channel: string, message: Found, ledger: Ledger): Violation[] {
  const { client_msg_id: id, subtype, user = '', text, ts } = message;
  const sent = id === undefined ? undefined : ledger.sent.get(id);
  const isOurs = sent !== undefined && sent.user === user && sent.channel === channel;
  const isLine = id === undefined && subtype !== undefined && subtype !== 'thread_broadcast';
  return isOurs || isLine ? [] : [{ rule: 'known', what: `nobody sent ${text} (${ts})`, channel, about: id ?? ts }];
}

function checkOrder(
  channel: string,
  { messages, threads }: Truth,
  sent: readonly Sent[],
  present: ReadonlyMap<string, readonly Found[]>,
): Violation[] {
  const violations: Violation[] = [];
  const lists = [messages.toReversed(), ...Object.values(threads)];
  for (const list of lists) {
    for (const [i, { ts }] of list.entries()) {
      const before = list[i - 1];
      if (before && compareTs(before.ts, ts) >= 0)
        violations.push({ rule: 'order', what: `${before.ts}, ${ts}`, channel });
    }
  }
  const last = new Map<string, { sent: Sent; ts: string }>();
  for (const each of sent.toSorted((a, b) => a.place - b.place)) {
    const ts = each.way === 'queue' ? present.get(each.id)?.[0]?.ts : undefined;
    if (ts === undefined) continue;
    const before = last.get(each.user);
    if (before && compareTs(before.ts, ts) > 0) {
      violations.push({
        rule: 'order',
        what: `${each.text} comes before ${before.sent.text}`,
        channel,
        about: each.id,
      });
    }
    last.set(each.user, { sent: each, ts });
  }
  return violations;
}

/** Whatever a client was shown is there, or was deleted; and no change that was shown is undone. */
function checkSeen(channel: string, found: readonly Found[], ledger: Ledger, { seen }: Witness): Violation[] {
  const byTs = new Map(found.map((message) => [message.ts, message]));
  return [...seen.values()].flatMap(({ channel: where, ts, id, edited }): Violation[] => {
    if (where !== channel) return [];
    const message = byTs.get(ts);
    const sent = ledger.sent.get(id);
    const mayBeGone = sent?.deletions.some(({ outcome }) => outcome !== 'refused') === true;
    if (message === undefined || message.client_msg_id !== id) {
      return mayBeGone
        ? []
        : [{ rule: 'durable', what: `${sent?.text} was shown as ${ts}, and is not there`, channel, about: id }];
    }
    const isUndone = compareTs(message.edited?.ts ?? '0.000000', edited) < 0;
    return isUndone
      ? [{ rule: 'durable', what: `a change of ${ts} at ${edited} was shown, and is not there`, channel, about: id }]
      : [];
  });
}

function checkReactions(channel: string, found: readonly Found[], ledger: Ledger): Violation[] {
  const byTs = new Map(found.map((message) => [message.ts, message]));
  return [...ledger.reactions.values()].flatMap((reacted): Violation[] => {
    const message = byTs.get(reacted.ts);
    if (reacted.channel !== channel || message === undefined || message.client_msg_id === undefined) return [];
    const isOn = message.reactions?.find(({ name }) => name === reacted.name)?.users.includes(reacted.user) === true;
    const what = `${reacted.user}'s ${reacted.name} is ${isOn ? '' : 'not '}there`;
    const about = message.client_msg_id;
    return possibleReaction(reacted).includes(isOn) ? [] : [{ rule: 'kept', what, channel, about }];
  });
}
