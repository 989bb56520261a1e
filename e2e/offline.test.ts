import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './harness/browser.ts';
import { type Household, openHousehold } from './harness/household.ts';
import { Person } from './harness/person.ts';
import { startServer, type TestServer } from './harness/server.ts';

/** What Ann's device remembers: the app opens from it, with and without a server, and what she writes meanwhile arrives. */
let server: TestServer;
let browser: Browser;
let house: Household;
let ann: Person;
let bob: Person;

const soon = { timeout: 40_000 };

declare global {
  interface Window {
    /** Milliseconds from the navigation to the first frame with a message in it. */
    firstMessageAt?: number;
  }
}

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  house = await openHousehold(browser, server, ['alpha', 'beta'], noteFirstMessage);
  ({ ann, bob } = house);
  for (const name of ['alpha', 'beta']) for (let i = 0; i < 30; i += 1) await bobPosts(name, `${name} ${i}.`);
  // What is read opens at its end.
  await ann.call('edgeways.conversations.markAll', {});
  for (const name of ['beta', 'alpha']) {
    await ann.openChannel(name);
    await ann.sees(`${name} 29.`);
  }
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

async function bobPosts(name: string, text: string): Promise<void> {
  await bob.call('chat.postMessage', { channel: house.channels.get(name), text });
}

/** Has a page note when it showed the first message. */
async function noteFirstMessage({ page }: { page: Page }): Promise<void> {
  await page.addInitScript(() => {
    const look = () => {
      if (document.querySelector('[role=log] article') === null) requestAnimationFrame(look);
      else window.firstMessageAt = performance.now();
    };
    requestAnimationFrame(look);
  });
}

async function firstMessageAt(page: Page): Promise<number> {
  await page.locator('[role=log] article').first().waitFor();
  return Math.round(await page.evaluate(() => window.firstMessageAt ?? Number.NaN));
}

/** Until the device remembers the newest message of the channel, and the files of the app. */
async function expectRemembered(page: Page, name: string, text: string): Promise<void> {
  const id = house.channels.get(name) ?? '';
  const remembers = () =>
    page.evaluate(
      async ([channel, words]) => {
        const [database] = await indexedDB.databases();
        const opening = indexedDB.open(database?.name ?? '');
        await new Promise((resolve) => opening.addEventListener('success', resolve));
        const reading = opening.result
          .transaction('channels')
          .objectStore('channels')
          .get(channel ?? '');
        await new Promise((resolve) => reading.addEventListener('success', resolve));
        opening.result.close();
        return JSON.stringify(reading.result ?? '').includes(words ?? '');
      },
      [id, text],
    );
  await expect.poll(remembers, soon).toBe(true);
  await page.evaluate(() => navigator.serviceWorker.ready);
}

test('what a page loads for its first messages is less than 160 KB of script', async () => {
  const stranger = await Person.open(browser, server);
  await noteFirstMessage(stranger);
  await stranger.signIn('ann@example.com', 'Shell House');
  const devtools = await stranger.page.context().newCDPSession(stranger.page);
  const storageTypes = 'service_workers,cache_storage,indexeddb';
  await devtools.send('Storage.clearDataForOrigin', { origin: server.url, storageTypes });
  await devtools.send('Network.clearBrowserCache');
  await stranger.page.goto(new URL(ann.page.url()).pathname);
  const at = await firstMessageAt(stranger.page);
  const asked = await stranger.page.evaluate(
    (until) =>
      performance
        .getEntriesByType('resource')
        .filter(({ name, startTime }) => name.endsWith('.js') && startTime < until)
        .map(({ name }) => name),
    at,
  );
  // What stands in the page itself; the rest comes beside the messages, and is not waited for.
  const shell = await (await fetch(server.url)).text();
  const bytes = await compressedSize(asked.filter((name) => shell.includes(new URL(name).pathname)));
  const all = await compressedSize(asked);
  console.log(
    `first message after ${at} ms with nothing cached; script for it ${bytes} KB, all that was asked for by then ${all} KB`,
  );
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThan(160);
  await stranger.page.context().close();
});

/** Kilobytes, as a server on the edge sends them. */
async function compressedSize(urls: readonly string[]): Promise<number> {
  let bytes = 0;
  for (const url of new Set(urls)) bytes += gzipSync(new Uint8Array(await (await fetch(url)).arrayBuffer())).length;
  return Math.round(bytes / 1024);
}

test('a conversation that was open before is there in the first frame after the click', async () => {
  for (const name of ['beta', 'alpha', 'beta', 'alpha']) {
    const frame = await ann.page.evaluate(async (id) => {
      document.querySelector<HTMLElement>(`nav [data-row="${id}"]`)?.click();
      await new Promise(requestAnimationFrame);
      // The first task after that frame was painted.
      await new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', resolve);
        port1.start();
        port2.postMessage(null);
      });
      const log = document.querySelector('[role=log]');
      const bottom = log?.getBoundingClientRect().bottom ?? 0;
      const rows = [...(log?.querySelectorAll('article') ?? [])];
      const seen = rows.filter((row) => row.getBoundingClientRect().top < bottom);
      return { label: log?.getAttribute('aria-label'), newest: seen.at(-1)?.textContent };
    }, house.channels.get(name));
    expect(frame.label).toBe(`Messages in #${name}`);
    expect(frame.newest).toContain(`${name} 29.`);
  }
});

test('a reload shows what the device remembers, with the server and without it', async () => {
  await expectRemembered(ann.page, 'alpha', 'alpha 29.');
  await ann.page.reload();
  console.log(`reload with a warm cache: first message after ${await firstMessageAt(ann.page)} ms`);
  await ann.sees('alpha 29.');
  await server.kill();
  await ann.page.reload();
  console.log(`reload without a server: first message after ${await firstMessageAt(ann.page)} ms`);
  await ann.sees('alpha 29.');
  await ann.openChannel('beta');
  await ann.sees('beta 29.');
  await ann.picture('day-offline-laptop');
});

test('without a server the app opens in a new window, takes what Ann writes, and sends it in order later', async () => {
  await ann.openChannel('alpha');
  for (let i = 0; i < 3; i += 1) await ann.say(`written offline ${i}.`);
  await ann.page.close();
  const page = await ann.page.context().newPage();
  await noteFirstMessage({ page });
  await page.goto('/');
  console.log(`opened without a server: first message after ${await firstMessageAt(page)} ms`);
  const written = page.locator('[role=log] article[aria-busy=true]');
  await expect.poll(() => written.count(), soon).toBe(3);

  await bob.openChannel('alpha');
  await server.start();
  await bob.sees('written offline 2.');
  const texts = (await bob.readList()).flatMap(({ text }) => /written offline \d\./.exec(text) ?? []);
  expect(texts).toEqual(['written offline 0.', 'written offline 1.', 'written offline 2.']);
  await expect.poll(() => written.count(), soon).toBe(0);
  await bob.say('It all came');
  await page.getByRole('log').getByText('It all came').waitFor();
});

test('nothing untoward happened on either page', () => {
  ann.expectNoMishap();
  bob.expectNoMishap();
});
