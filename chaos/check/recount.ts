import type { SessionState } from '../../client/index.ts';
import { compareTs } from '../../shared/timestamps.ts';
import type { Violation } from '../record/violation.ts';
import type { Place } from '../stage/cast.ts';
import type { Truth } from '../worker/answers.ts';

type Message = Truth['messages'][number];

/** Holds what a person's sidebar says against a plain recount of what the channels have. */
export function checkUnread(
  user: string,
  session: SessionState,
  places: readonly Place[],
  truths: ReadonlyMap<string, Truth>,
): Violation[] {
  return places.flatMap(({ id, kind }) => {
    const truth = truths.get(id);
    return truth ? [...checkChannel(user, session, id, kind, truth), ...checkThreads(user, session, id, truth)] : [];
  });
}

function checkChannel(
  user: string,
  session: SessionState,
  channel: string,
  kind: Place['kind'],
  truth: Truth,
): Violation[] {
  const member = truth.members.find((each) => each.user === user);
  const entry = session.channels.get(channel);
  if (member === undefined || entry === undefined) {
    const isSame = (member === undefined) === (entry === undefined);
    const what = `${user} is ${member ? '' : 'not '}in the channel, and the sidebar says otherwise`;
    return isSame ? [] : [{ rule: 'unread', what, channel }];
  }
  const unread = truth.messages.filter((message) => isUnread(message, user, member.lastRead));
  const mentions = kind === 'direct' ? unread : unread.filter((message) => calls(message, user, true));
  const is = `${entry.last_read} ${entry.has_unread} ${entry.mention_count}`;
  const should = `${member.lastRead} ${unread.length > 0} ${mentions.length}`;
  return is === should ? [] : [{ rule: 'unread', what: `${user} is told ${is}, and it is ${should}`, channel }];
}

function checkThreads(user: string, session: SessionState, channel: string, truth: Truth): Violation[] {
  const isMember = truth.members.some((member) => member.user === user);
  const told = [...session.unreadThreads.values()].filter((thread) => thread.channel === channel && thread.has_unread);
  const is = told.map((thread) => `${thread.thread_ts} ${thread.last_read} ${thread.mention_count}`);
  const should = truth.places.flatMap(({ user: who, thread, following, lastRead }) => {
    if (who !== user || !following || !isMember) return [];
    const unread = (truth.threads[thread] ?? []).slice(1).filter((reply) => isUnread(reply, user, lastRead));
    const mentions = unread.filter((reply) => calls(reply, user, false)).length;
    return unread.length > 0 ? [`${thread} ${lastRead} ${mentions}`] : [];
  });
  const what = `${user} is told of unread threads ${is.toSorted().join(', ')}; there are ${should.toSorted().join(', ')}`;
  return is.toSorted().join() === should.toSorted().join() ? [] : [{ rule: 'unread', what, channel }];
}

function isUnread({ ts, user, subtype }: Message, reader: string, lastRead: string): boolean {
  return user !== reader && subtype !== 'tombstone' && compareTs(ts, lastRead) > 0;
}

/** Only what people wrote calls anybody; everybody is called in the channel's history only. */
function calls({ text, subtype }: Message, user: string, inChannel: boolean): boolean {
  if (subtype !== undefined && subtype !== 'thread_broadcast') return false;
  return text.includes(`<@${user}>`) || (inChannel && text.includes('<!channel>'));
}
