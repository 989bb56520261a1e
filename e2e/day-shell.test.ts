import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './harness/browser.ts';
import { type Household, openHousehold } from './harness/household.ts';
import type { Person } from './harness/person.ts';
import { startServer, type TestServer } from './harness/server.ts';

/** The sidebar and what is read: Ann at her laptop, with her phone beside it, and Bob who writes. */
let server: TestServer;
let browser: Browser;
let house: Household;
let ann: Person;
let phone: Person;
let bob: Person;

const soon = { timeout: 15_000 };

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  house = await openHousehold(browser, server, ['alpha', 'beta', 'gamma', 'delta']);
  ({ ann, phone, bob } = house);
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** A section of somebody's sidebar. */
function section({ page }: Person, name: string): Locator {
  return page.locator('nav section').filter({ has: page.getByRole('heading', { name, exact: true }) });
}

/** The names of what a section shows, in order. */
async function namesIn(person: Person, name: string): Promise<string[]> {
  const rows = await section(person, name).getByRole('link').allTextContents();
  return rows.map((text) => text.split(',')[0] ?? '');
}

function expectIn(person: Person, name: string, names: string[]): Promise<void> {
  return expect.poll(() => namesIn(person, name), soon).toEqual(names);
}

/** Opens a conversation's menu in the sidebar and chooses, in a menu within it where there are two words. */
async function choose(person: Person, name: string, ...words: (string | RegExp)[]): Promise<void> {
  await person.entry(new RegExp(`^${name}\\b`)).click({ button: 'right' });
  for (const word of words) {
    const item = { name: word, exact: true };
    await person.page.getByRole('menuitem', item).or(person.page.getByRole('menuitemradio', item)).click();
  }
}

/** Drags as a hand does, through many places, to this part of the target's height. */
async function drag(what: Locator, target: Locator, part: number): Promise<void> {
  const page = what.page();
  const nav = page.getByRole('navigation', { name: 'Channels' });
  const to = await target.boundingBox();
  if (!to) throw new Error('The target must be on screen.');
  // What makes things draggable is loaded when a mouse comes near.
  await expect
    .poll(async () => {
      await page.mouse.move(640, 400);
      await page.mouse.up();
      await what.hover();
      await page.mouse.down();
      return nav.locator('[draggable=true]').count();
    }, soon)
    .toBe(1);
  let shift = 0;
  await expect
    .poll(async () => {
      shift = 1 - shift;
      await page.mouse.move(to.x + 40 + shift, to.y + to.height * part, { steps: 5 });
      return nav.locator('[data-drop]').count();
    }, soon)
    .toBe(1);
  await page.mouse.up();
}

/** How the sidebar says a conversation: its name and what is to be said of it. */
function entry(person: Person, name: string, words = ''): Locator {
  return person.entry(new RegExp(words === '' ? `^${name}(?!.*(unread|mention))` : `^${name}\\b.*${words}`));
}

/** Bob posts by the API, which is as fast as no page. */
async function bobPosts(name: string, ...texts: string[]): Promise<void> {
  for (const text of texts) await bob.call('chat.postMessage', { channel: house.channels.get(name), text });
}

function lines(count: number, text: string): string[] {
  return Array.from({ length: count }, (_, index) => `${text} ${index}.`);
}

/** Milliseconds until it has come about. */
async function timeUntil(done: Promise<void>): Promise<number> {
  const start = performance.now();
  await done;
  return Math.round(performance.now() - start);
}

test('a section that Ann makes, with what she moves and drags into it, is on her phone in her order', async () => {
  await choose(ann, 'alpha', 'Move to', 'New section…');
  const dialog = ann.page.getByRole('dialog', { name: 'New section' });
  await dialog.getByLabel('Name').fill('Projects');
  await dialog.getByRole('button', { name: 'Create' }).click();
  await expectIn(phone, 'Projects', ['alpha']);

  await choose(ann, 'beta', 'Move to', 'Projects');
  await expectIn(phone, 'Projects', ['alpha', 'beta']);
  await choose(ann, 'beta', 'Move up');
  await expectIn(phone, 'Projects', ['beta', 'alpha']);

  await drag(entry(ann, 'gamma'), entry(ann, 'alpha'), 0.9);
  await expectIn(phone, 'Projects', ['beta', 'alpha', 'gamma']);
  await ann.page.reload();
  await expectIn(ann, 'Projects', ['beta', 'alpha', 'gamma']);
  await ann.picture('day-sidebar-laptop');
  await phone.picture('day-sidebar-phone');
});

test('sections are dragged, collapsed, renamed and removed, and the phone follows', async () => {
  const headings = (person: Person) => person.page.locator('nav section h2').allTextContents();
  await drag(section(ann, 'Direct messages').getByRole('heading'), section(ann, 'Projects').getByRole('heading'), 0.3);
  await expect.poll(() => headings(phone), soon).toEqual(['Direct messages', 'Projects', 'Channels']);

  await ann.page.getByRole('button', { name: 'Projects', exact: true }).click();
  await phone.page.getByRole('button', { name: 'Projects', exact: true, expanded: false }).waitFor();
  await expectIn(phone, 'Projects', []);
  await phone.page.getByRole('button', { name: 'Projects', exact: true }).click();
  await expectIn(ann, 'Projects', ['beta', 'alpha', 'gamma']);

  await ann.page.getByRole('button', { name: 'Projects, section menu' }).click();
  await ann.page.getByRole('menuitem', { name: 'Rename section…' }).click();
  await ann.page.getByRole('dialog').getByLabel('Name').fill('Harbour');
  await ann.page.keyboard.press('Enter');
  await expectIn(phone, 'Harbour', ['beta', 'alpha', 'gamma']);
  await ann.page.getByRole('button', { name: 'Harbour, section menu' }).click();
  await ann.page.getByRole('menuitem', { name: 'Remove section' }).click();
  await expectIn(phone, 'Channels', ['alpha', 'beta', 'delta', 'gamma', 'general']);
});

test('a star puts a channel first, on both devices', async () => {
  await choose(ann, 'beta', 'Star');
  await expectIn(phone, 'Starred', ['beta']);
  await choose(ann, 'beta', 'Take the star away');
  await section(phone, 'Starred').waitFor({ state: 'detached' });
});

test('a muted channel is not bold, and a mention in it counts all the same', async () => {
  await ann.openChannel('general');
  await choose(ann, 'alpha', 'Mute');
  await entry(phone, 'alpha', 'muted').waitFor();
  await bobPosts('alpha', 'Quietly said');
  await bobPosts('gamma', 'Loudly said');
  for (const person of [ann, phone]) {
    await entry(person, 'gamma', 'unread').waitFor();
    expect(await entry(person, 'alpha', 'unread').count()).toBe(0);
  }
  await bobPosts('alpha', `<@${house.annId}>, a word`);
  for (const person of [ann, phone]) await entry(person, 'alpha', 'muted.*1 mention$').waitFor();
  await phone.picture('day-unread-phone');
});

test('only what is unread: a filter that both devices share', async () => {
  await ann.page.getByRole('button', { name: 'Show only what is unread' }).click();
  await expectIn(phone, 'Channels', ['alpha', 'gamma']);
  // And where she is.
  await expectIn(ann, 'Channels', ['alpha', 'gamma', 'general']);
  await phone.page.getByRole('button', { name: 'Show everything' }).first().tap();
  await expectIn(ann, 'Channels', ['alpha', 'beta', 'delta', 'gamma', 'general']);
});

test('a channel has its own level of notifications, and the phone knows it', async () => {
  await choose(ann, 'alpha', 'Unmute');
  await choose(ann, 'alpha', 'Notifications', 'Nothing');
  await phone.entry(/^alpha/).tap();
  await phone.page.getByRole('button', { name: 'Channel menu' }).tap();
  await phone.page.getByRole('menuitem', { name: 'Notifications' }).tap();
  await phone.page.getByRole('menuitemradio', { name: 'Nothing', checked: true }).waitFor();
  await phone.page.keyboard.press('Escape');
  await phone.page.keyboard.press('Escape');
  await phone.page.getByRole('button', { name: 'Back', exact: true }).tap();
  await choose(ann, 'alpha', 'Notifications', /^As in the settings/);
});

test('a direct message that was closed is back when the other writes', async () => {
  await bob.jumpTo('Ann');
  await bob.page
    .getByRole('heading', { name: /Ann Able/ })
    .first()
    .waitFor();
  await bob.say('Are you there?');
  for (const person of [ann, phone]) await entry(person, 'Bob Baker', '1 mention$').waitFor();
  await ann.openChannel('Bob Baker');
  await ann.sees('Are you there?');
  await entry(phone, 'Bob Baker').waitFor();
  await choose(ann, 'Bob Baker', 'Close conversation');
  for (const person of [ann, phone]) await person.entry(/^Bob Baker/).waitFor({ state: 'detached' });
  await bob.say('It is about the roof');
  for (const person of [ann, phone]) await entry(person, 'Bob Baker', '1 mention$').waitFor();
  await ann.openChannel('Bob Baker');
  await ann.sees('It is about the roof');
});

test('Ann leaves a channel: it is gone on her phone, and Bob is told', async () => {
  await bob.openChannel('gamma');
  await choose(ann, 'gamma', 'Leave channel…');
  await ann.page.getByRole('dialog').getByRole('button', { name: 'Leave channel' }).click();
  for (const person of [ann, phone]) await person.entry(/^gamma/).waitFor({ state: 'detached' });
  await bob.page
    .getByText(/Ann Able left/)
    .first()
    .waitFor();
});

test('a channel opens at the first unread message; at its end it is read, on the phone too', async () => {
  await ann.openChannel('general');
  await bobPosts('beta', ...lines(40, 'Line'));
  for (const person of [ann, phone]) await entry(person, 'beta', 'unread').waitFor();
  await ann.openChannel('beta');
  const list = ann.list();
  await list.locator('[data-new]').waitFor();
  await ann.sees('Line 0.');
  expect(await entry(phone, 'beta', 'unread').count()).toBe(1);
  await ann.picture('day-unread-divider');

  await ann.page.getByRole('button', { name: '40 new messages', exact: true }).click();
  await ann.sees('Line 39.');
  console.log(`read on the phone after ${await timeUntil(entry(phone, 'beta').waitFor())} ms`);
  await ann.page.getByRole('button', { name: 'Jump to the first unread message. 40 new messages' }).click();
  await expectOnScreen(list.locator('[data-new]'), list);
});

async function expectOnScreen(what: Locator, within: Locator): Promise<void> {
  await expect
    .poll(async () => {
      const [inner, outer] = await Promise.all([what.boundingBox(), within.boundingBox()]);
      return inner && outer && inner.y >= outer.y && inner.y + inner.height <= outer.y + outer.height;
    }, soon)
    .toBe(true);
}

test('Escape marks as read, and “mark unread” takes it back from a message on', async () => {
  await ann.openChannel('general');
  await bobPosts('beta', ...lines(40, 'Verse'));
  await entry(phone, 'beta', 'unread').waitFor();
  await ann.openChannel('beta');
  await ann.sees('Verse 0.');
  await ann.composer().focus();
  await ann.page.keyboard.press('Escape');
  console.log(`Escape on the phone after ${await timeUntil(entry(phone, 'beta').waitFor())} ms`);

  await ann.choose('Mark unread from here', 'Verse 1.');
  console.log(`unread on the phone after ${await timeUntil(entry(phone, 'beta', 'unread').waitFor())} ms`);
  await ann.openChannel('general');
  await entry(ann, 'beta', 'unread').waitFor();
  await phone.entry(/^beta/).tap();
  await phone.list().locator('[data-new]').waitFor();
  const below = await phone.list().locator('[data-new]').locator('xpath=following::article').first().textContent();
  expect(below).toContain('Verse 1.');
  await phone.page.getByRole('button', { name: 'Back', exact: true }).tap();
});

test('Shift+Escape, once confirmed, marks everything as read everywhere', async () => {
  await bobPosts('alpha', `<@${house.annId}> and everybody`);
  await bobPosts('delta', 'One more');
  await entry(phone, 'delta', 'unread').waitFor();
  await ann.composer().focus();
  await ann.page.keyboard.press('Shift+Escape');
  const dialog = ann.page.getByRole('dialog', { name: 'Mark everything as read?' });
  await dialog.getByRole('button', { name: 'Mark all as read' }).click();
  for (const person of [phone, ann]) {
    for (const name of ['alpha', 'beta', 'delta']) await entry(person, name).waitFor();
  }
});

test('nothing untoward happened on any page', () => {
  for (const person of [ann, phone, bob]) person.expectNoMishap();
});
