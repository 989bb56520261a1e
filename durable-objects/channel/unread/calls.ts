import { isDirect } from '../../../shared/channel.ts';
import { refuse, type Refusal } from '../../../shared/errors.ts';
import { findMentions } from '../../../shared/mrkdwn/mentions.ts';
import { memberCount, type Channel, type Viewer } from '../context.ts';
import { followCalled, flagFollower } from './followers.ts';
import { findKeywords } from './keywords.ts';
import type { MessageRow } from '../messages/message-rows.ts';
import { addNotice, withdrawCall } from './notices.ts';
import { flagCalled, flagEverybody, flagMember } from './to-tell.ts';
import { dropUncalled, everybody, noteUncalled } from './uncalled.ts';

/** How somebody is called: by name, by a keyword, or by the user group with that id. */
type By = string;

/** Whom a message calls, its author never. */
export type Calls = {
  people: readonly { userId: string; by: By }[];
  groups: readonly string[];
  everybody: CallOfAll | null;
};

/** Everybody, or those of them who are there: @here. */
export type CallOfAll = 'all' | 'here';

/**
 * How many people, by name and by keyword each, and how many groups a message calls at most: whatever it says is done in
 * one stretch. Whoever it names besides is named, and not called.
 */
export const maxCalled = { people: 300, groups: 10 } as const;

export const callsNobody: Calls = { people: [], groups: [], everybody: null };

/** Where a text stands: whose it is, and whether the channel's history shows it. */
type Place = Pick<MessageRow, 'user_id' | 'shown'>;

/**
 * Whom a text calls. By name: whoever it names, in the channel or not. By keyword: members. Everybody: only in the
 * channel's history, and not in a direct message, where everything calls everybody.
 */
export function callsIn(channel: Channel, text: string, { user_id: author, shown }: Place): Calls {
  const { users, groups, channel: all, here, everyone } = findMentions(text);
  const named = users.slice(0, maxCalled.people).map((userId) => ({ userId, by: 'mention' }));
  const watching = [...findKeywords(channel, text)]
    .slice(0, maxCalled.people)
    .map((userId) => ({ userId, by: 'keyword' }));
  const calls: Calls = {
    people: [...named, ...watching].filter(({ userId }) => userId !== author),
    groups: groups.slice(0, maxCalled.groups),
    everybody: shown === 0 || isDirect(channel.row.kind) ? null : all || everyone ? 'all' : here ? 'here' : null,
  };
  return calls.people.length + groups.length === 0 && !calls.everybody ? callsNobody : calls;
}

/** Whether the viewer may call everybody, should the message do so. */
export function checkMayCall(channel: Channel, viewer: Viewer, { everybody }: Calls): Refusal | null {
  if (!everybody || viewer.mayCallEverybody !== false) return null;
  return memberCount(channel) > (viewer.largeChannel ?? 0) ? refuse('restricted_action') : null;
}

/** How the message calls everybody; null when it does not. */
export function callOfAll(sql: SqlStorage, message: number): CallOfAll | null {
  const [row] = sql.exec<{ here: number }>('SELECT here FROM called_all WHERE message = ?', message).toArray();
  return row ? (row.here === 1 ? 'here' : 'all') : null;
}

/** A new message calls people. `at` in microseconds, later than that of any notice before. */
export function doCall(channel: Channel, message: MessageRow, calls: Calls, at: number): void {
  if (calls === callsNobody) return;
  call(channel, message, calls.people, new Set(), at);
  setPendingGroups(channel, message.id, calls.groups);
  if (calls.everybody) callEverybody(channel, message, calls.everybody);
}

/** A message says something else: those whom it does not call any more are let go, and the others called. */
export function doRecall(channel: Channel, former: MessageRow, message: MessageRow, calls: Calls, at: number): void {
  const before = calledBy(channel.sql, message.id);
  const wanted = new Set(calls.people.map(keyOf));
  const groups = new Set(calls.groups);
  const stays = (called: Called) => wanted.has(keyOf(called)) || groups.has(called.by);
  const kept = before.filter(stays);
  const keptKeys = new Set(kept.map(keyOf));
  const keptUsers = new Set(kept.map(({ userId }) => userId));
  const addedUsers = new Set(calls.people.map(({ userId }) => userId));
  for (const gone of before.filter((called) => !stays(called))) {
    removeCall(channel.sql, message.id, gone);
    if (!keptUsers.has(gone.userId) && !addedUsers.has(gone.userId)) letGo(channel, message, gone.userId);
  }
  const calledBefore = new Set(before.map(({ userId }) => userId));
  call(
    channel,
    message,
    calls.people.filter((called) => !keptKeys.has(keyOf(called))),
    calledBefore,
    at,
  );
  const formerGroups = findMentions(former.text).groups;
  dropPendingGroups(channel.sql, message.id, groups);
  setPendingGroups(
    channel,
    message.id,
    calls.groups.filter((group) => !formerGroups.includes(group)),
  );
  if (calls.everybody === callOfAll(channel.sql, message.id)) return;
  if (calls.everybody) callEverybody(channel, message, calls.everybody);
  else uncallEverybody(channel, message);
}

/** A message is gone: it calls nobody. */
export function doUncall(channel: Channel, message: MessageRow): void {
  for (const called of calledBy(channel.sql, message.id)) {
    removeCall(channel.sql, message.id, called);
    letGo(channel, message, called.userId);
  }
  dropPendingGroups(channel.sql, message.id, new Set());
  if (callOfAll(channel.sql, message.id)) uncallEverybody(channel, message);
}

/** What an import brings is counted, and nobody is told of each. */
export function doImportCalls(channel: Channel, message: MessageRow): void {
  const { people, everybody } = callsIn(channel, message.text, message);
  for (const called of people) {
    if (called.by !== 'mention') continue;
    insertCall(channel.sql, message, called);
    flagCalled(channel.sql, called.userId, message.id);
  }
  if (everybody) callEverybody(channel, message, everybody);
}

/**
 * The members of a group that a message calls have been looked up. `userIds` may name anybody; those in the channel are
 * called.
 */
export function doCallGroup(
  channel: Channel,
  message: MessageRow,
  groupId: string,
  userIds: string[],
  at: number,
): void {
  const members = channel.sql
    .exec<{ user_id: string }>(
      'SELECT user_id FROM members WHERE user_id IN (SELECT value FROM json_each(?)) AND user_id IS NOT ?',
      JSON.stringify(userIds),
      message.user_id,
    )
    .toArray();
  const calledBefore = new Set(calledBy(channel.sql, message.id).map(({ userId }) => userId));
  const people = members.map((member) => ({ userId: member.user_id, by: groupId }));
  call(channel, message, people, calledBefore, at);
}

type Called = { userId: string; by: By };
const keyOf = ({ userId, by }: Called) => `${userId} ${by}`;

/** Adds calls. Who was called by the message already is not told once more. */
function call(channel: Channel, message: MessageRow, people: readonly Called[], told: Set<string>, at: number): void {
  for (const called of people) {
    insertCall(channel.sql, message, called);
    dropUncalled(channel.sql, called.userId, message.id);
    if (told.has(called.userId)) continue;
    told.add(called.userId);
    addNotice(channel, called.userId, {
      at,
      kind: called.by === 'mention' || called.by === 'keyword' ? called.by : 'group',
      message: message.id,
      thread: message.thread,
      actor: message.user_id,
      emoji: null,
    });
    followCalled(channel, message, called.userId);
  }
}

/** The message does not call this person any more, in no way. */
function letGo(channel: Channel, message: MessageRow, userId: string): void {
  withdrawCall(channel.sql, userId, message.id);
  noteUncalled(channel, userId, message.id);
  // Also somebody who has read it: it may be a line that they have not looked at.
  flagMember(channel.sql, userId);
  if (message.thread !== null) flagFollower(channel.sql, message.thread, userId);
}

function callEverybody(channel: Channel, message: MessageRow, how: CallOfAll): void {
  channel.sql.exec(
    'INSERT OR REPLACE INTO called_all (message, author, here) VALUES (?, ?, ?)',
    message.id,
    message.user_id,
    how === 'here' ? 1 : 0,
  );
  dropUncalled(channel.sql, everybody, message.id);
  flagEverybody(channel, message);
}

function uncallEverybody(channel: Channel, message: MessageRow): void {
  channel.sql.exec('DELETE FROM called_all WHERE message = ?', message.id);
  noteUncalled(channel, everybody, message.id);
  flagEverybody(channel, message, true);
}

function calledBy(sql: SqlStorage, message: number): Called[] {
  return sql
    .exec<{ user_id: string; by: string }>('SELECT user_id, by FROM called WHERE message = ?', message)
    .toArray()
    .map(({ user_id, by }) => ({ userId: user_id, by }));
}

function insertCall(sql: SqlStorage, message: MessageRow, { userId, by }: Called): void {
  sql.exec(
    'INSERT OR IGNORE INTO called (user_id, message, by, thread, in_channel) VALUES (?, ?, ?, ?, ?)',
    userId,
    message.id,
    by,
    message.thread,
    message.shown,
  );
}

function removeCall(sql: SqlStorage, message: number, { userId, by }: Called): void {
  sql.exec('DELETE FROM called WHERE user_id = ? AND message = ? AND by = ?', userId, message, by);
}

function setPendingGroups(channel: Channel, message: number, groups: readonly string[]): void {
  for (const group of groups) {
    channel.sql.exec('INSERT OR IGNORE INTO pending_groups (message, group_id) VALUES (?, ?)', message, group);
    channel.touched.groups = true;
  }
}

function dropPendingGroups(sql: SqlStorage, message: number, except: ReadonlySet<string>): void {
  sql.exec(
    'DELETE FROM pending_groups WHERE message = ? AND group_id NOT IN (SELECT value FROM json_each(?))',
    message,
    JSON.stringify([...except]),
  );
}
