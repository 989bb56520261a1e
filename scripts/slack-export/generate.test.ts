import { expect, test } from 'vitest';
import { bytesAsRandomAccess, readAhead } from '../../shared/slack-export/random-access.ts';
import { generateExport } from './generate.ts';
import { readWholeExport, type WholeExport } from './read-whole-export.ts';
import type { ChannelTruth, Truth } from './truth.ts';

const size = { users: 12, channels: 9, days: 5, messagesPerDay: 12 };
const now = '1800000000.000000';

test('the same seed gives the same bytes, another seed others', () => {
  const first = generateExport({ ...size, seed: 1 }).zip;
  expect(generateExport({ ...size, seed: 1 }).zip).toEqual(first);
  expect(generateExport({ ...size, seed: 2 }).zip).not.toEqual(first);
});

test('an export has a channel of each kind, archived ones, pins, threads over days, edits and broadcasts', () => {
  const { channels } = generateExport({ ...size, seed: 3, days: 10 }).truth;
  expect(new Set(channels.map(({ kind }) => kind))).toEqual(new Set(['public', 'private', 'im', 'mpim']));
  const has = (what: (channel: ChannelTruth) => unknown) => expect(channels.some(what)).toBe(true);
  has(({ isArchived, kind }) => isArchived && kind === 'public');
  has(({ isArchived, kind }) => isArchived && kind === 'private');
  has(({ pins }) => pins.length > 0);
  has(({ edited }) => edited.length > 0);
  has(({ broadcasts }) => broadcasts.length > 0);
  has(({ tombstonedFiles }) => tombstonedFiles.length > 0);
  has(({ reactions }) => JSON.stringify(reactions).includes('::skin-tone-'));
  has(({ threads }) =>
    Object.entries(threads).some(([root, replies]) => replies.some((ts) => Number(ts) - Number(root) > 86_400)),
  );
});

test.each([1, 2, 3, 4, 5])('everything in a generated export comes out, or is named (seed %i)', async (seed) => {
  const { zip, truth } = generateExport({ ...size, seed });
  const whole = await readWholeExport(readAhead(bytesAsRandomAccess(zip), 64 * 1024), now);

  const users = whole.plan.users.map(({ id, email, deleted, isBot }) => ({ id, email, deleted, isBot }));
  expect(users).toEqual(truth.users);
  expect(byId(channelsOf(whole))).toEqual(byId(truth.channels));
  expect(whole.unknownUsers).toEqual(truth.unknownUsers);
  expect(whole.problems.map(nameOf).sort()).toEqual(truth.problems.map(nameOf).sort());
  expect({ lost: whole.lost, identical: whole.identical }).toEqual({ lost: 5, identical: 1 });
  expect(JSON.stringify([...whole.messages.values()])).not.toContain('xoxe-');
});

/** What was read, in the form of the truth. */
function channelsOf(whole: WholeExport): Truth['channels'] {
  return whole.plan.channels.map(({ id, name, kind, isArchived, isUnlisted, members, pins }) => {
    const messages = whole.messages.get(id) ?? [];
    const threads: Record<string, string[]> = {};
    for (const { ts, thread_ts: root } of messages) if (root && root !== ts) (threads[root] ??= []).push(ts);
    const reacted = messages.filter(({ reactions }) => reactions);
    const reactionsOf = ({ reactions = [] }: (typeof messages)[number]) =>
      Object.fromEntries(reactions.map(({ name: emoji, users }) => [emoji, users]));
    return {
      id,
      name,
      kind,
      isArchived,
      members,
      isUnlisted,
      pins: pins.map(({ ts }) => ts),
      messages: messages.map(({ ts }) => ts),
      threads,
      reactions: Object.fromEntries(reacted.map((message) => [message.ts, reactionsOf(message)])),
      edited: messages.filter(({ edited }) => edited).map(({ ts }) => ts),
      broadcasts: messages.filter(({ subtype }) => subtype === 'thread_broadcast').map(({ ts }) => ts),
      tombstonedFiles: messages.filter(({ files }) => files?.[0]?.mode === 'tombstone').map(({ ts }) => ts),
    };
  });
}

function byId(channels: readonly ChannelTruth[]): ChannelTruth[] {
  return channels.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function nameOf({ code, where, ts }: Truth['problems'][number]): string {
  return `${code} ${where} ${ts ?? ''}`;
}
