import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ZipFile, writeZip } from '../scripts/slack-export/write-zip.ts';
import { launchBrowser } from './harness/browser.ts';
import { createMember, createOwner, type Member } from './harness/member.ts';
import { Person } from './harness/person.ts';
import { startServer, type TestServer } from './harness/server.ts';

/** A workspace of years: 300 channels, and 100,000 messages in one of them. */
const channelCount = 300;
const messageCount = 100_000;

let server: TestServer;
let browser: Browser;
let owner: Member;
let member: Member;
let ann: Person;

const soon = { timeout: 40_000 };
const people = ['ann', 'bob'].map((name) => ({ id: `U0${name.toUpperCase()}`, email: `${name}@example.com`, name }));

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  owner = await createOwner(server, 'ann@example.com', 'Years');
  member = await createMember(server, 'bob@example.com', owner);
  const start = performance.now();
  await importYears();
  console.log(
    `imported ${messageCount} messages and ${channelCount} channels in ${Math.round(performance.now() - start)} ms`,
  );
  ann = await Person.open(browser, server);
  ann.page.setDefaultTimeout(40_000);
  await ann.signIn('ann@example.com', 'Years');
}, 240_000);

afterAll(async () => {
  owner.workspace.close();
  member.workspace.close();
  await browser.close();
  await server.stop();
});

async function importYears(): Promise<void> {
  const { token } = await owner.auth.createToken('import', [
    'admin',
    'users:read',
    'channels:read',
    'channels:history',
  ]);
  const file = join(server.dataDir, '..', 'years.zip');
  writeFileSync(file, writeZip(exportOfYears()));
  const child = spawn(
    join(import.meta.dirname, '../node_modules/.bin/node'),
    ['scripts/import.ts', file, '--url', server.url, '--token', token],
    { cwd: join(import.meta.dirname, '..'), stdio: ['ignore', 'ignore', 'inherit'] },
  );
  expect(await once(child, 'close')).toEqual([0, null]);
}

function exportOfYears(): ZipFile[] {
  const json = (name: string, data: unknown): ZipFile => ({ name, data: JSON.stringify(data) });
  const members = people.map(({ id }) => id);
  const channels = ['years', ...Array.from({ length: channelCount - 1 }, (_, index) => `channel-${index}`)].map(
    (name, index) => ({
      id: `C0YEARS${index}`,
      name,
      created: 1_600_000_000,
      creator: members[0],
      is_archived: false,
      members,
    }),
  );
  return [
    json(
      'users.json',
      people.map(({ id, email, name }) => ({ id, name, deleted: false, profile: { email, real_name: name } })),
    ),
    json('channels.json', channels),
    ...channels
      .slice(1)
      .map(({ name }, index) => json(`${name}/2020-09-14.json`, [message(index, `First in ${name}`)])),
    ...Array.from({ length: Math.ceil(messageCount / perDay) }, (_, day) =>
      json(`years/${dateOf(day)}.json`, written(day)),
    ),
  ];
}

/** The first midnight of the history, in seconds since 1970, from which on something is said every minute. */
const epoch = Date.UTC(2020, 8, 13) / 1000;
const perDay = 24 * 60;

function dateOf(day: number): string {
  return new Date((epoch + day * perDay * 60) * 1000).toISOString().slice(0, 10);
}

/** What was said on a day. */
function written(day: number) {
  const first = day * perDay;
  return Array.from({ length: Math.min(perDay, messageCount - first) }, (_, index) =>
    message((first + index) * 60, `Message ${first + index}. ${words(index)}`),
  );
}

function message(seconds: number, text: string) {
  return { type: 'message', user: people[seconds % 120 === 0 ? 0 : 1]?.id, ts: `${epoch + seconds}.000100`, text };
}

/** Messages of different heights. */
function words(index: number): string {
  return 'the tide comes in and the tide goes out '.repeat(index % 7);
}

test('a sidebar of 300 channels opens, and a message in one of them costs no long task', async () => {
  await ann.entry(/^channel-298/).waitFor();
  expect(await ann.page.locator('nav [data-row]').count()).toBeGreaterThanOrEqual(channelCount);
  await ann.entry(/^channel-7(?!\d)/).click();
  await ann.sees('First in channel-7');
  await ann.picture('day-300-channels');
  const { channels } = member.workspace.session.get();
  const other = [...channels.values()].find(({ name }) => name === 'channel-150');
  await ann.page.evaluate(() => {
    const tasks: number[] = [];
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    });
    Object.assign(window, { tasks });
  });
  const rendered = ann.page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let changes = 0;
        new MutationObserver((records) => {
          changes += records.length;
          if (document.querySelector('nav [data-unread]')) requestAnimationFrame(() => resolve(changes));
        }).observe(document.querySelector('nav') ?? document.body, {
          subtree: true,
          childList: true,
          attributes: true,
        });
      }),
  );
  await member.workspace.api.call('chat.postMessage', { channel: other?.id ?? '', text: 'Something new' });
  const changes = await rendered;
  const tasks = await ann.page.evaluate(() => ('tasks' in window ? window.tasks : []));
  console.log(
    `300 channels: ${changes} changes of the page for one message; tasks over 50 ms: ${JSON.stringify(tasks)}`,
  );
  await ann.entry(/^channel-150.*unread/).waitFor();
  expect(changes).toBeLessThan(50);
});

test('100,000 messages scroll without a frame that shows nothing', async () => {
  await ann.jumpTo('years');
  await ann.sees(`Message ${messageCount - 1}.`);
  await watchFrames();
  const list = await ann.list().boundingBox();
  if (!list) throw new Error('The list must be on screen.');
  await ann.page.mouse.move(list.x + 300, list.y + 300);
  const turn = async (times: number, by: number) => {
    for (let i = 0; i < times; i += 1) await ann.page.mouse.wheel(0, by);
  };
  const from = await topMessage();
  await turn(60, -900);
  await expect.poll(topMessage, soon).toBeLessThan(from - 200);
  await turn(60, -900);
  await turn(40, 1_500);
  await report('by wheel');

  const old = [...member.workspace.session.get().channels.values()].find(({ name }) => name === 'years');
  await ann.page.goto(`/archives/${old?.id}/p${epoch + 300_000}000100`);
  await ann.sees('Message 5000.');
  await watchFrames();
  await ann.page.mouse.move(list.x + 300, list.y + 300);
  await turn(60, -900);
  await turn(120, 900);
  await report('from the middle of it');
});

/** The number of the message at the top of the list. */
async function topMessage(): Promise<number> {
  const first = (await ann.readList()).flatMap(({ text }) => /Message (\d+)\./.exec(text)?.[1] ?? []);
  return Math.min(...first.map(Number));
}

/** Looks, in every frame from now on, whether a message is in sight. */
function watchFrames(): Promise<void> {
  return ann.page.evaluate(() => {
    const seen = { frames: 0, blank: 0, slowest: 0 };
    Object.assign(window, { seen });
    let last = performance.now();
    const look = (now: number) => {
      const log = document.querySelector('[role=log]');
      const box = log?.getBoundingClientRect();
      const isSeen = [...(log?.querySelectorAll('article') ?? [])].some((row) => {
        const { top, bottom } = row.getBoundingClientRect();
        return box !== undefined && bottom > box.top && top < box.bottom;
      });
      seen.frames += 1;
      if (!isSeen) seen.blank += 1;
      seen.slowest = Math.max(seen.slowest, now - last);
      last = now;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

async function report(how: string): Promise<void> {
  const seen = await ann.page.evaluate(() =>
    'seen' in window ? (window.seen as { frames: number; blank: number; slowest: number }) : null,
  );
  console.log(`scrolled ${how}: ${JSON.stringify(seen)}`);
  expect(seen?.frames).toBeGreaterThan(10);
  expect(seen?.blank).toBe(0);
}

test('nothing untoward happened on the page', () => {
  ann.expectNoMishap();
});
