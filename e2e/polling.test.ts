import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './harness/browser.ts';
import { Person } from './harness/person.ts';
import { startServer, type TestServer } from './harness/server.ts';
import { UpgradeBlockingProxy } from './harness/upgrade-blocking-proxy.ts';

let server: TestServer;
let browser: Browser;
let proxy: UpgradeBlockingProxy;
let ann: Person;
/** Behind the proxy. */
let bob: Person;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  proxy = await UpgradeBlockingProxy.to(server.url);
  ann = await Person.open(browser, server);
  bob = await Person.open(browser, server, proxy.url);
});

afterAll(async () => {
  await browser.close();
  proxy.close();
  await server.stop();
});

test('where WebSockets are blocked, people join, read and write all the same', async () => {
  await ann.createWorkspace('ann@example.com', 'Polled', 'Ann Able');
  await bob.join(await ann.invite(), 'bob@example.com', 'Bob Baker');
  await ann.say('Can you read this?');
  await bob.sees('Can you read this?');
  await bob.say('Yes, by post');
  await ann.sees('Yes, by post');
  expect(proxy.refused).toBeGreaterThan(1);
  expect(proxy.open).toBe(0);
});

test('an edit, a deletion and a mark reach both', async () => {
  await ann.say('Soon gone');
  await bob.sees('Soon gone');
  await ann.message('Soon gone').hover();
  await ann.page.getByRole('button', { name: 'More actions' }).click();
  await ann.page.getByRole('menuitem', { name: /^Delete message/ }).click();
  await ann.page
    .getByRole('dialog')
    .getByRole('button', { name: /^Delete/ })
    .click();
  await bob.message('Soon gone').waitFor({ state: 'detached' });
});

test('when they are let through, sockets take over without a reload, and nothing is lost in between', async () => {
  await bob.page.evaluate(() => Object.assign(window, { sinceBefore: true }));
  proxy.allowUpgrades();
  for (let i = 0; proxy.open < 2 && i < 100; i += 1) {
    await ann.say(`on the way ${i}.`);
    await bob.sees(`on the way ${i}.`);
    await bob.page.waitForTimeout(1000);
  }
  expect(proxy.open).toBeGreaterThanOrEqual(2);
  expect(await bob.page.evaluate(() => 'sinceBefore' in window)).toBe(true);
  await bob.say('By wire again');
  await ann.sees('By wire again');
  const [a, b] = await Promise.all([ann.readList(), bob.readList()]);
  expect(b.map(({ ts }) => ts)).toEqual(a.map(({ ts }) => ts));
  bob.expectNoMishap();
});
