import { createExecutionContext, createMessageBatch, getQueueResult } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, expect, it, vi } from 'vitest';
import type { PersonsNews, Told } from '../../durable-objects/channel/telling/queued-news.ts';
import { newChannel, newWorkspace } from '../../durable-objects/testing/workspace.ts';
import { sessionOf } from '../../durable-objects/session/stub.ts';
import { consume } from './consume.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const people = Array.from({ length: 120 }, (_, n) => `U${1000 + n}`);

/** A channel that has something for whoever is asked about, and sessions of which some do not answer. */
function fakes(deaf: readonly string[] = []) {
  const reports: { told: Told[]; failed: string[] }[] = [];
  const heard: string[] = [];
  const questions: number[] = [];
  let underWay = 0;
  let most = 0;
  const channel = {
    async newsFor(userIds: string[]): Promise<PersonsNews[]> {
      questions.push(userIds.length);
      const news = {
        channel: 'C900',
        seq: 1,
        entry: null,
        threads: [],
        unfollowed: [],
        here: [],
        activity: [],
        uncalled: [],
        notices: [],
      };
      return userIds.map((userId) => ({
        userId,
        news,
        receipt: { left: 1, entry: userId, threads: [], noticesUntil: 0 },
      }));
    },
    async toldNews(told: Told[], failed: string[]) {
      reports.push({ told, failed });
    },
  };
  const session = (name: string) => ({
    async hear() {
      const userId = name.slice(name.indexOf(':') + 1);
      most = Math.max(most, (underWay += 1));
      await scheduler.wait(0);
      underWay -= 1;
      if (deaf.includes(userId)) throw new Error('no answer');
      heard.push(userId);
      return { keywords: ['deploy'] };
    },
  });
  const to: Env = {
    ...env,
    CHANNEL: Object.assign(Object.create(env.CHANNEL), { getByName: () => channel }),
    SESSION: Object.assign(Object.create(env.SESSION), { getByName: session }),
  };
  return { to, channel, reports, heard, questions, most: () => most };
}

async function deliver(to: Env, body: unknown) {
  const batch = createMessageBatch('edgeways-news', [{ id: '0', timestamp: new Date(), attempts: 1, body }]);
  await consume(batch, to);
  return getQueueResult(batch, createExecutionContext());
}

const chunk = (users: string[]) => JSON.stringify({ workspace: 'T900', channel: 'C900', users });

it('tells each of them once, some at a time, and reports what their sessions answered', async () => {
  const { to, reports, heard, most } = fakes();
  const result = await deliver(to, chunk(people));
  expect(result.explicitAcks).toEqual(['0']);
  expect(heard.toSorted()).toEqual(people);
  expect(most()).toBeGreaterThan(10);
  expect(most()).toBeLessThanOrEqual(40);
  const [report] = reports;
  expect(report?.failed).toEqual([]);
  expect(report?.told).toHaveLength(people.length);
  expect(report?.told.every(({ userId, receipt }) => receipt.entry === userId)).toBe(true);
  expect(report?.told[0]?.keywords).toEqual(['deploy']);
});

it('asks for the news of so few at once that an answer can hold it', async () => {
  const { to, questions } = fakes();
  await deliver(to, chunk(people));
  expect(questions).toEqual([100, 20]);
});

it('leaves those who did not answer to the channel', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const deaf = people.slice(0, 3);
  const { to, reports } = fakes(deaf);
  expect((await deliver(to, chunk(people))).explicitAcks).toEqual(['0']);
  expect(reports[0]?.failed).toEqual(deaf);
  expect(reports[0]?.told).toHaveLength(people.length - 3);
});

it('tries a chunk again when the channel does not answer, and lets go of what is none', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { to, channel, heard } = fakes();
  channel.toldNews = async () => {
    throw new Error('overloaded');
  };
  expect((await deliver(to, chunk(people.slice(0, 2)))).retryMessages).toMatchObject([{ msgId: '0' }]);
  expect(heard).toHaveLength(2);
  for (const body of ['', '{}', 7, chunk(['U1']).replace('T900', 'nowhere')]) {
    expect((await deliver(to, body)).explicitAcks).toEqual(['0']);
  }
  expect(logged).toHaveBeenCalledTimes(5);
});

it('reaches real sessions, from a real channel', async () => {
  const workspace = await newWorkspace();
  const { id, channel } = await newChannel(workspace);
  await channel.post({ userId: 'UANN', role: 'owner' }, { text: 'hello <@UBOB>' });
  const body = JSON.stringify({ workspace, channel: id, users: ['UBOB', 'UGONE'] });
  expect((await deliver(env, body)).explicitAcks).toEqual(['0']);
  const channels = await sessionOf(env, workspace, 'UBOB').channels();
  expect(channels).toMatchObject([{ id, has_unread: true, mention_count: 1 }]);
});
