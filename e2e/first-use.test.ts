import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './harness/browser.ts';
import { type Household, openHousehold } from './harness/household.ts';
import type { Person } from './harness/person.ts';
import { startServer, type TestServer } from './harness/server.ts';

/** What somebody does by accident in their first hour: clicks and types on, edits what is being deleted, tabs about. */
let server: TestServer;
let browser: Browser;
let house: Household;
let ann: Person;
let bob: Person;
let channel: string;

const soon = { timeout: 20_000 };

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  house = await openHousehold(browser, server, ['alpha']);
  ({ ann, bob } = house);
  channel = house.channels.get('alpha') ?? '';
  await ann.openChannel('alpha');
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

const composed = () => ann.composer().textContent();
const line = () => ann.list().getByRole('separator', { name: 'New messages' });
const bar = () => ann.page.getByRole('button', { name: /^Mark as read/ });

async function bobPosts(text: string): Promise<string> {
  return String((await bob.call('chat.postMessage', { channel, text }))['ts']);
}

/** Which message has the focus itself, or has what has it. */
function focusedRow(person: Person): Promise<{ inList: boolean; isRow: boolean; text: string }> {
  return person.page.evaluate(() => {
    const element = document.activeElement;
    const row = element?.closest('[data-key]');
    return { inList: Boolean(element?.closest('[role="log"]')), isRow: row === element, text: row?.textContent ?? '' };
  });
}

/** By the keyboard, of the last message but one. */
async function markUnread(text: string): Promise<void> {
  await ann.composer().click();
  await ann.page.keyboard.press('Shift+Tab');
  await ann.page.keyboard.press('End');
  await ann.page.keyboard.press('ArrowUp');
  await expect.poll(() => focusedRow(ann), soon).toMatchObject({ isRow: true, text: expect.stringContaining(text) });
  await ann.page.keyboard.press('u');
}

test('a click on a message arms no keys: what is typed then is in the composer', async () => {
  await ann.say('First things');
  await ann.sees('First things');
  const row = ann.message('First things').last();
  const box = await row.boundingBox();
  await row.click({ position: { x: (box?.width ?? 0) - 350, y: (box?.height ?? 0) / 2 } });
  expect(await focusedRow(ann)).toMatchObject({ isRow: true });
  await ann.page.keyboard.type('please');
  await expect.poll(composed, soon).toBe('please');
  const { items } = await ann.call('pins.list', { channel });
  expect(items).toEqual([]);
  await ann.page.keyboard.press('ControlOrMeta+a');
  await ann.page.keyboard.press('Delete');
});

test('the list is one stop of the Tab key, and single keys work where that leads', async () => {
  await bobPosts(`Is this for <@${house.annId}>?`);
  await bobPosts(`And this for <@${house.annId}>?`);
  await ann.sees('And this for');
  await ann.composer().click();
  await ann.page.keyboard.press('Shift+Tab');
  expect(await focusedRow(ann)).toMatchObject({ isRow: true });
  await ann.page.keyboard.press('End');
  await expect.poll(() => focusedRow(ann), soon).toMatchObject({ text: expect.stringContaining('And this for') });
  await ann.page.keyboard.press('Shift+Tab');
  expect(await focusedRow(ann)).toMatchObject({ inList: false });
  await ann.page.keyboard.press('Tab');
  await ann.page.keyboard.press('ArrowUp');
  await expect
    .poll(() => focusedRow(ann), soon)
    .toMatchObject({ isRow: true, text: expect.stringContaining('Is this') });
  await ann.page.keyboard.press('p');
  await ann.page.getByRole('status').filter({ hasText: 'Pinned to the channel' }).waitFor();
  await ann.page.keyboard.press('Escape');
  expect(await focusedRow(ann)).toMatchObject({ inList: false });
});

test('what arrives under one’s eyes is not new', async () => {
  for (let count = 1; count <= 25; count += 1) await bobPosts(`Live ${count}`);
  await ann.sees('Live 25');
  expect(await line().count()).toBe(0);
  expect(await bar().count()).toBe(0);
});

test('the line at what was marked as unread goes with Escape, and with a message of one’s own', async () => {
  await markUnread('Live 24');
  await line().waitFor();
  await ann.page.keyboard.press('Escape');
  await line().waitFor({ state: 'detached' });

  await markUnread('Live 24');
  await line().waitFor();
  await ann.say('I have seen it');
  await ann.sees('I have seen it');
  await line().waitFor({ state: 'detached' });
  expect(await bar().count()).toBe(0);
});

test('an edit whose message is deleted meanwhile is in the composer', async () => {
  const { ts } = await ann.call('chat.postMessage', { channel, text: 'Soon gone' });
  await ann.sees('Soon gone');
  await ann.composer().click();
  await ann.page.keyboard.press('ArrowUp');
  await ann.page.getByRole('textbox', { name: 'Edit message' }).waitFor();
  await ann.page.keyboard.type(', but not this');
  await ann.call('chat.delete', { channel, ts });
  await expect.poll(composed, soon).toBe('Soon gone, but not this');
  await ann.page.keyboard.press('ControlOrMeta+a');
  await ann.page.keyboard.press('Delete');
});

test('after a message is deleted the one beside it has the focus', async () => {
  await ann.say('Delete me');
  await ann.choose('Delete message', 'Delete me');
  await ann.page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await ann.message('Delete me').waitFor({ state: 'detached' });
  await expect.poll(() => focusedRow(ann), soon).toMatchObject({ isRow: true });
});

test('Escape in the empty reply box closes the thread, and not with text in it', async () => {
  await ann.press('Reply in thread', 'Live 25');
  const reply = ann.thread().locator('[contenteditable=true]');
  await reply.click();
  await ann.page.keyboard.type('x');
  await ann.page.keyboard.press('Escape');
  expect(await ann.thread().count()).toBe(1);
  await ann.page.keyboard.press('Backspace');
  await ann.page.keyboard.press('Escape');
  await ann.thread().waitFor({ state: 'detached' });
});

test('a permalink in a message stays in the page', async () => {
  const ts = await bobPosts('The linked one');
  await bobPosts(`See <${server.url}/archives/${channel}/p${ts.replace('.', '')}|there>`);
  await ann.list().getByRole('link', { name: 'there' }).click();
  await expect.poll(() => ann.page.url(), soon).toContain(`/${channel}/${ts}`);
  expect(ann.page.context().pages()).toHaveLength(1);
  ann.expectNoMishap();
});
