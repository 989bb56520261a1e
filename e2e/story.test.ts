import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './harness/browser.ts';
import { CuttableProxy } from './harness/cuttable-proxy.ts';
import { Person } from './harness/person.ts';
import { startServer, type TestServer } from './harness/server.ts';

let server: TestServer;
let browser: Browser;
let cable: CuttableProxy;
let ann: Person;
let bob: Person;
/** The permalink of Ann's first message. */
let greeting: string;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  // Bob's network can be cut; Ann's cannot.
  cable = await CuttableProxy.to(server.url);
  ann = await Person.open(browser, server);
  bob = await Person.open(browser, server, cable.url);
});

afterAll(async () => {
  await browser.close();
  cable.close();
  await server.stop();
});

/** Both lists, once they agree on their newest message; pending ones are on neither. */
async function expectSameHistory(): Promise<void> {
  for (const person of [ann, bob]) {
    await person.page.waitForFunction(() => document.querySelector('[role=log] article[aria-busy=true]') === null);
  }
  const lists = await Promise.all([ann.readList(), bob.readList()]);
  const [a, b] = lists.map((list) => list.filter(({ ts }) => ts !== '').map(({ ts }) => ts));
  if (!a || !b) throw new Error('two lists');
  const common = Math.min(a.length, b.length);
  expect(common).toBeGreaterThan(1);
  expect(a.slice(-common)).toEqual(b.slice(-common));
  expect(a).toEqual(a.toSorted());
  expect(new Set(a).size).toBe(a.length);
}

test('Ann makes a workspace, and Bob joins by her link', async () => {
  await ann.createWorkspace('ann@example.com', 'Analytical Engines', 'Ann Able');
  await ann.picture('workspace-new');
  await bob.join(await ann.invite(), 'bob@example.com', 'Bob Baker');
  await ann.page
    .getByText(/Bob Baker.*joined/)
    .first()
    .waitFor();
});

test('they talk in a channel that Ann makes', async () => {
  await ann.page.getByRole('button', { name: 'Create a channel' }).click();
  const dialog = ann.page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('plans');
  await dialog.getByRole('button', { name: /^Create/ }).click();
  await ann.composer().waitFor();

  await bob.page.getByRole('link', { name: 'Browse channels' }).click();
  await bob.page.getByRole('button', { name: 'Join plans' }).click();
  await bob.openChannel('plans');

  await ann.say('Good morning, Bob');
  await bob.sees('Good morning, Bob');
  const ts = (await bob.message('Good morning, Bob').getAttribute('data-ts')) ?? '';
  greeting = `/archives/${bob.page.url().split('/')[4]}/p${ts.replace('.', '')}`;
  await bob.say('Good morning, Ann');
  await ann.sees('Good morning, Ann');
  await expectSameHistory();
});

test('an edit and a deletion reach the other', async () => {
  await ann.say('A mistkae');
  await bob.sees('A mistkae');
  await ann.composer().click();
  await ann.page.keyboard.press('ArrowUp');
  const editor = ann.list().locator('[contenteditable=true]');
  await editor.waitFor();
  await ann.page.keyboard.press('ControlOrMeta+a');
  await ann.page.keyboard.insertText('A mistake, mended');
  await ann.page.keyboard.press('Enter');
  await bob.sees(/A mistake, mended.*edited/s);

  await ann.choose('Delete message…', 'A mistake, mended');
  await ann.page
    .getByRole('dialog')
    .getByRole('button', { name: /^Delete/ })
    .click();
  await bob.message('A mistake, mended').waitFor({ state: 'detached' });
  await expectSameHistory();
});

test('Bob loses his connection, both go on, and it comes back to one history', async () => {
  cable.cut();
  await bob.say('Written in a tunnel');
  await bob.sees('Written in a tunnel');
  await ann.say('Are you there?');
  await bob.page
    .getByRole('status')
    .filter({ hasText: /connect|offline|again/i })
    .first()
    .waitFor();
  await bob.picture('offline');
  expect(await ann.message('Written in a tunnel').count()).toBe(0);
  cable.mend();
  await ann.sees('Written in a tunnel');
  await bob.sees('Are you there?');
  await expectSameHistory();
});

test('the server is killed while both write, and nothing is lost or doubled', async () => {
  const burst = async (person: Person, name: string) => {
    for (let i = 0; i < 15; i += 1) await person.say(`${name} ${i}.`);
  };
  const writing = Promise.all([burst(ann, 'ann'), burst(bob, 'bob')]);
  await ann.sees('bob 2.');
  await server.kill();
  await writing;
  await server.start();
  for (const name of ['ann', 'bob']) {
    for (let i = 0; i < 15; i += 1) {
      await ann.sees(`${name} ${i}.`);
      await bob.sees(`${name} ${i}.`);
    }
  }
  await expectSameHistory();
  const texts = (await ann.readList()).map(({ text }) => /(?:ann|bob) \d+\./.exec(text)?.[0]).filter(Boolean);
  expect(new Set(texts).size).toBe(texts.length);
});

test('both reload, are still signed in, and see what they saw', async () => {
  const before = await ann.readList();
  await Promise.all([ann.page.reload(), bob.page.reload()]);
  await Promise.all([ann.sees('ann 14.'), bob.sees('ann 14.')]);
  expect((await ann.readList()).map(({ ts }) => ts).slice(-10)).toEqual(before.map(({ ts }) => ts).slice(-10));
  await expectSameHistory();
});

test('a draft survives a reload', async () => {
  await ann.composer().click();
  await ann.page.keyboard.insertText('Half a thought');
  await ann.composer().getByText('Half a thought').waitFor();
  await ann.page.reload();
  await ann.composer().getByText('Half a thought').waitFor();
});

test('a link to a message shows it', async () => {
  await bob.page.goto(greeting);
  await bob.sees('Good morning, Bob');
  await bob.picture('permalink');
});

test('nothing untoward happened on either page', () => {
  ann.expectNoMishap();
  bob.expectNoMishap();
});
