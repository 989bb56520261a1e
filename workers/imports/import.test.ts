import { env } from 'cloudflare:workers';
import { describe, expect, inject, test, vi } from 'vitest';
import { tsToMicros } from '../../shared/timestamps.ts';
import { callAs, succeed } from '../testing/api.ts';
import { createWorkspace, signInAgain } from '../testing/people.ts';
import { getNextChannel } from '../../durable-objects/import/channel-row.ts';
import type { Job } from '../../durable-objects/import/job.ts';
import { fromBase64, importZip, SteppedImport } from './testing/run-import.ts';
import { comparableState, readChannel, readState, type ChannelState } from './testing/workspace-state.ts';

// An import is many calls, one after the other.
vi.setConfig({ testTimeout: 60_000 });

const { zip: encoded, truth } = inject('generatedExport');
const zip = fromBase64(encoded);
const truthOf = (id: string) => {
  const channel = truth.channels.find((candidate) => candidate.id === id);
  if (!channel) throw new Error(`no channel ${id}`);
  return channel;
};
/** Ids of the workspace's general channel and of the export's. */
const exportsGeneral = 'C0GEN00000';

/** Ids of messages, without the emptied roots that only replies tell of. */
const messageIds = ({ messages }: ChannelState) =>
  messages.filter((row) => row['erased'] === 0 || row['user_id'] !== null).map((row) => Number(row['id']));

describe('a whole export', async () => {
  const owner = await createWorkspace();
  const general = (await readState(owner)).listed[0]?.id ?? '';
  const report = await importZip(owner, zip);
  const channels = new Map<string, ChannelState>();
  for (const { id } of truth.channels) {
    channels.set(id, await readChannel(owner.workspaceId, id === exportsGeneral ? general : id));
  }
  const stateOf = (id: string) => channels.get(id) ?? expect.unreachable();

  test('is done, and its counts add up', () => {
    expect(report).toMatchObject({ status: 'done', phase: 'over', error: null, parts: [] });
    const { expected, imported, present, lost, repeated } = report.counts.messages;
    expect(imported).toBe(truth.channels.flatMap(({ messages }) => messages).length);
    expect({ present, sum: imported + lost + repeated }).toEqual({ present: 0, sum: expected });
    for (const channel of report.channels ?? []) {
      expect(channel.imported).toBe(truthOf(channel.id === general ? exportsGeneral : channel.id).messages.length);
    }
    expect(report.counts.people).toMatchObject({ expected: truth.users.length, created: truth.users.length });
  });

  test.each(truth.channels.map(({ id, kind }) => [kind, id]))('the %s %s has every message, in order', (_kind, id) => {
    expect(messageIds(stateOf(id))).toEqual(truthOf(id).messages.map(tsToMicros));
  });

  test('threads, reactions, edits and pins are where they were', () => {
    for (const { id, threads, reactions, edited, pins } of truth.channels) {
      const state = stateOf(id);
      const rows = new Map(state.messages.map((row) => [Number(row['id']), row]));
      for (const [root, replies] of Object.entries(threads)) {
        expect(replies.map((ts) => rows.get(tsToMicros(ts))?.['thread'])).toEqual(replies.map(() => tsToMicros(root)));
        const repliers: unknown = JSON.parse(String(rows.get(tsToMicros(root))?.['repliers']));
        expect(repliers).toMatchObject({ count: replies.length });
      }
      for (const [ts, byName] of Object.entries(reactions)) {
        const found = state.reactions.filter((row) => row['message'] === tsToMicros(ts));
        for (const [name, reactors] of Object.entries(byName)) {
          expect(found.filter((row) => row['name'] === name).map((row) => row['user_id'])).toEqual(reactors);
        }
      }
      const withEdit = state.messages.filter((row) => row['edited'] !== null).map((row) => row['id']);
      expect(withEdit).toEqual(edited.map(tsToMicros).toSorted((a, b) => a - b));
      expect(state.pins.map((row) => row['message'])).toEqual(pins.map(tsToMicros).toSorted((a, b) => a - b));
    }
  });

  test('channels have their kind, name and archive, and no line says that they were archived', () => {
    for (const { id, name, kind, isArchived } of truth.channels) {
      const { facts, log } = stateOf(id);
      expect(facts).toMatchObject({ name: name.toLowerCase(), kind, is_archived: isArchived ? 1 : 0 });
      expect(log).not.toContain('channel_archive');
    }
  });

  test('everybody who has not left is in their channels, and direct messages keep everybody', () => {
    const left = new Set(truth.users.filter(({ deleted }) => deleted).map(({ id }) => id));
    for (const { id, kind, members, isUnlisted } of truth.channels) {
      const isDirect = kind === 'im' || kind === 'mpim';
      const expected = members.filter((user) => isDirect || !left.has(user));
      if (isUnlisted || id === exportsGeneral) expected.push(owner.userId);
      expect(stateOf(id).members).toEqual(expected.toSorted());
    }
  });

  test('the directory says the same of members as the channels', async () => {
    const { objects, listedMembers, listed } = await readState(owner);
    expect(listed.every(({ ready }) => ready)).toBe(true);
    for (const [id, { members }] of objects) {
      expect(listedMembers.filter(({ channelId }) => channelId === id).map(({ userId }) => userId)).toEqual(members);
    }
  });

  test('what could not be taken is named', () => {
    const named = (report.problems ?? []).map(({ code, where, ts }) => ({ code, where, ...(ts ? { ts } : {}) }));
    for (const problem of truth.problems) expect(named).toContainEqual(problem);
    const own = new Set(named.map(({ code }) => code)).difference(new Set(truth.problems.map(({ code }) => code)));
    expect([...own].toSorted()).toEqual(['renamed_channel', 'role_not_given']);
  });

  test('people sign in with their addresses, as who they were, and find nothing unread', async () => {
    const email = truth.users[1]?.email ?? '';
    const person = await signInAgain({ ...owner, email });
    expect(person.userId).toBe(truth.users[1]?.id);
    const isTheirs = ({ id, kind, members }: (typeof truth.channels)[number]) =>
      kind === 'public' && id !== exportsGeneral && members.includes(person.userId);
    const mine = truth.channels.find(isTheirs);
    const { channel } = await succeed(person, 'conversations.info', { channel: mine?.id });
    expect(channel).toMatchObject({ is_member: true, last_read: mine?.messages.at(-1) });
  });

  test('a private channel is there for its members only, and the person who imported is none', async () => {
    const hidden = truth.channels.find(({ kind, isUnlisted }) => kind === 'private' && !isUnlisted);
    const inside = truth.users.find(({ id, email, deleted }) => hidden?.members.includes(id) && email && !deleted);
    const outside = truth.users.find(({ id, email, deleted }) => !hidden?.members.includes(id) && email && !deleted);
    const member = await signInAgain({ ...owner, email: inside?.email ?? '' });
    const other = await signInAgain({ ...owner, email: outside?.email ?? '' });
    const history = (who: typeof owner) => callAs(who, 'conversations.history', { channel: hidden?.id });
    expect(await history(member)).toMatchObject({ ok: true });
    expect(await history(other)).toMatchObject({ ok: false, error: 'channel_not_found' });
    expect(await history(owner)).toMatchObject({ ok: false, error: 'channel_not_found' });
    const { channels: listed } = await succeed(owner, 'conversations.list', { types: 'private_channel,im,mpim' });
    expect(listed).toMatchObject([{ id: 'C0GENLOST' }]);
  });

  test('the file is gone', async () => {
    expect(await env.FILES.list({ prefix: owner.workspaceId })).toMatchObject({ objects: [] });
  });

  test('imported again, it changes nothing', async () => {
    const before = await readState(owner);
    const again = await importZip(owner, zip);
    expect(await readState(owner)).toEqual(before);
    const { imported, present } = again.counts.messages;
    expect({ imported, present }).toEqual({ imported: 0, present: report.counts.messages.imported });
    expect(again.counts.people).toMatchObject({ created: 0, present: truth.users.length });
    expect(again.counts.channels).toMatchObject({ created: 0, present: truth.channels.length });
  });
});

describe('a process that dies', async () => {
  const straight = await createWorkspace();
  const report = await importZip(straight, zip);
  const expected = await comparableState(straight);

  test('between any two steps goes on as if nothing had happened', async () => {
    const owner = await createWorkspace();
    const stepped = await SteppedImport.begin(owner, zip);
    do await stepped.evict();
    while (await stepped.step());
    expect(await comparableState(owner)).toBe(expected);
    expect((await stepped.report()).counts).toEqual(report.counts);
  });

  test('after any call and before it is noted does it again, to no effect', async () => {
    const owner = await createWorkspace();
    const stepped = await SteppedImport.begin(owner, zip);
    /** All that the step has told others up to its `last` note has happened; that note is not written. */
    const dyingAtNote = (last: number) => (job: Job) => {
      let notes = 0;
      const transactionSync = <T>(work: () => T): T => {
        if ((notes += 1) === last) throw new Error('the process dies here');
        return job.storage.transactionSync(work);
      };
      return { ...job, storage: { transactionSync, sync: () => job.storage.sync() } };
    };
    do {
      for (const note of [1, 2]) await stepped.step(dyingAtNote(note)).catch(() => undefined);
    } while (await stepped.step());
    expect(await comparableState(owner)).toBe(expected);
    // What the step that died had brought into #general, which was there before, now counts as having been there.
    const { imported, present, ...others } = (await stepped.report()).counts.messages;
    expect({ imported: imported + present, ...others }).toMatchObject({ imported: report.counts.messages.imported });
  });

  test('in the same step three times leaves it out and says so, and the rest goes on', async () => {
    const owner = await createWorkspace();
    const stepped = await SteppedImport.begin(owner, zip);
    const second = truthOf('C0GEN00001');
    await stepped.run((sql) => {
      const channel = getNextChannel(sql);
      return channel?.id === second.id && channel.state === 'created';
    });
    await stepped.inside(async ({ sql }) => void sql.exec('UPDATE job SET attempts = 3'));
    const { status, problems } = await stepped.run();
    expect({ status, problems }).toMatchObject({
      status: 'done',
      problems: expect.arrayContaining([
        expect.objectContaining({ code: 'step_failed', severity: 'lost', where: second.name }),
      ]),
    });
    const firstDayEnds = tsToMicros('1704153600.000000');
    const others = second.messages.map(tsToMicros).filter((id) => id >= firstDayEnds);
    expect(messageIds(await readChannel(owner.workspaceId, second.id)).slice(-others.length)).toEqual(others);
    expect(others.length).toBeLessThan(second.messages.length);
  });
});
