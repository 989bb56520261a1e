import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './harness/browser.ts';
import { type Household, openHousehold } from './harness/household.ts';
import type { Person } from './harness/person.ts';
import { startServer, type TestServer } from './harness/server.ts';

/** Who is there and what they are told: Ann at her laptop and her phone, and Bob who looks at her. */
let server: TestServer;
let browser: Browser;
let house: Household;
let ann: Person;
let phone: Person;
let bob: Person;
/** The titles of the notifications that Ann's laptop has shown. */
const shown: string[] = [];

const soon = { timeout: 40_000 };

declare global {
  interface Window {
    noteNotification: (title: string) => Promise<void>;
  }
}

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  house = await openHousehold(browser, server, ['alpha', 'beta'], recordNotifications);
  ({ ann, phone, bob } = house);
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** Notes notifications in the place of the system, which a browser without a screen asks nothing of. */
async function recordNotifications({ page }: Person): Promise<void> {
  await page.exposeFunction('noteNotification', (title: string) => {
    if (page === house.ann.page) shown.push(title);
  });
  await page.addInitScript(() => {
    ServiceWorkerRegistration.prototype.showNotification = (title) => window.noteNotification(title);
    window.Notification = new Proxy(window.Notification, {
      get: (target, name) => (name === 'permission' ? 'granted' : Reflect.get(target, name)),
      construct(_target, [title]: [string]) {
        void window.noteNotification(title);
        return new EventTarget();
      },
    });
  });
}

/** The head of Bob's conversation with Ann, with her dot. */
function annAsBobSees(): Locator {
  return bob.page.locator('main header').filter({ has: bob.page.getByRole('heading', { name: /Ann Able/ }) });
}

function expectAnnIs(words: string): Promise<void> {
  return annAsBobSees().getByRole('img', { name: words, exact: true }).waitFor();
}

/** A choice of the menu at the top of Ann's sidebar. */
async function choose(...words: (string | RegExp)[]): Promise<void> {
  await ann.page.getByRole('button', { name: /workspace menu/ }).click();
  for (const name of words) await ann.page.getByRole('menuitem', { name, exact: true }).click();
}

/** Runs a command from the palette. */
async function run(person: Person, command: string): Promise<void> {
  await person.page.keyboard.press('ControlOrMeta+k');
  await person.page.getByRole('combobox', { name: /^Jump to a conversation/ }).fill(`>${command}`);
  await person.page.getByRole('option', { name: command, selected: true }).waitFor();
  await person.page.keyboard.press('Enter');
}

async function bobPosts(name: string, text: string): Promise<void> {
  await bob.call('chat.postMessage', { channel: house.channels.get(name), text });
}

const annCalled = () => `<@${house.annId}>, look`;

test('Bob sees Ann active, away by hand, and active again', async () => {
  await bob.jumpTo('Ann');
  await bob.page.getByRole('heading', { name: /Ann Able/ }).waitFor();
  await expectAnnIs('Active');
  await choose('Set yourself away');
  await expectAnnIs('Away');
  // On her phone she is what she is on her laptop.
  await phone.page.getByRole('button', { name: /workspace menu/ }).tap();
  await phone.page.getByRole('menuitem', { name: 'Set yourself active' }).tap();
  await expectAnnIs('Active');
});

test('Ann pauses notifications: Bob sees it, and it ends from the palette', async () => {
  await choose('Pause notifications', 'For 30 minutes');
  await expectAnnIs('Active, notifications paused');
  await bob.picture('day-presence-laptop');
  await run(ann, 'Resume notifications');
  await expectAnnIs('Active');
});

test('a status with an emoji and an end: Bob sees it beside her name, and on her card until when', async () => {
  await choose('Set a status');
  const dialog = ann.page.getByRole('dialog', { name: 'Set a status' });
  await dialog.getByRole('button', { name: /^In a meeting/ }).click();
  await dialog.getByLabel('What is going on?').fill('With the harbour master');
  await ann.picture('day-status-dialog');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  await annAsBobSees().getByText('With the harbour master').first().waitFor();
  await bob.entry(/Ann Able.*With the harbour master/).waitFor();
  await annAsBobSees()
    .getByRole('button', { name: /Profile of Ann Able/ })
    .click();
  const card = bob.page.getByRole('dialog', { name: 'Profile of Ann Able' });
  await card.getByText(/With the harbour master until/).waitFor();
  await bob.picture('day-person-card');
  await bob.page.keyboard.press('Escape');

  await choose('With the harbour master');
  const again = ann.page.getByRole('dialog', { name: 'Set a status' });
  await again.getByRole('button', { name: 'Clear the status' }).click();
  await again.getByRole('button', { name: 'Clear status' }).click();
  await annAsBobSees().getByText('With the harbour master').first().waitFor({ state: 'detached' });
});

test('while Ann writes, Bob sees that she does; in a thread only where it is', async () => {
  await ann.openChannel('alpha');
  await bob.openChannel('alpha');
  await ann.say('Shall we paint it?');
  await bob.sees('Shall we paint it?');
  await ann.composer().click();
  await expectTyping(bob.page.getByText('Ann Able is typing…'));
  await press('Enter');
  await bob.sees('white white');
  await bob.page.getByText('Ann Able is typing…').waitFor({ state: 'detached' });

  await bob.press('Reply in thread', 'Shall we paint it?');
  await bob.reply('Green');
  await ann
    .message('Shall we paint it?')
    .getByRole('button', { name: /1 reply/ })
    .click();
  await ann.thread().locator('[contenteditable=true]').click();
  await expectTyping(bob.thread().getByText('Ann Able is typing…'));
  expect(await bob.page.getByText('Ann Able is typing…').count()).toBe(1);
  await press('Enter');
  await bob.thread().getByText('white white').waitFor();
});

/** Ann goes on writing until Bob is told that she does: it is said every few seconds only. */
function expectTyping(words: Locator): Promise<void> {
  const write = async () => {
    await ann.page.keyboard.type('white white ', { delay: 30 });
    return words.count();
  };
  return expect.poll(write, soon).toBe(1);
}

function press(keys: string): Promise<void> {
  return ann.page.keyboard.press(keys);
}

test('a draft goes on at the phone, and is gone from the laptop when it was sent there', async () => {
  await ann.openChannel('beta');
  await ann.composer().click();
  await ann.page.keyboard.insertText('Half a thought');
  await ann.openChannel('alpha');
  await ann.entry(/^beta.*draft/).waitFor();
  await phone.entry(/^Drafts & scheduled.*1 draft/).tap();
  await phone.page.getByRole('link', { name: /Half a thought/ }).waitFor();
  await phone.picture('day-drafts-phone');
  await phone.page.getByRole('link', { name: /Half a thought/ }).tap();
  await phone.composer().getByText('Half a thought').waitFor();
  await phone.composer().tap();
  await phone.page.keyboard.press('End');
  await phone.page.keyboard.insertText(', and the rest');
  await phone.page.getByRole('button', { name: 'Send message' }).tap();
  await phone.sees('Half a thought, and the rest');
  await ann.entry(/^beta(?!.*draft)/).waitFor();
  await ann.openChannel('beta');
  await ann.sees('Half a thought, and the rest');
  await expect.poll(() => ann.composer().textContent(), soon).toBe('');
});

test('a mention elsewhere is notified of; not in a muted channel, nor in a pause, nor what is in front', async () => {
  await ann.openChannel('beta');
  shown.length = 0; // Bob's reply before was told of, too.
  await bobPosts('alpha', annCalled());
  await expect.poll(() => shown, soon).toEqual(['Bob Baker mentioned you in #alpha']);
  await ann.call('edgeways.channels.setPreferences', { channel: house.channels.get('alpha'), is_muted: true });
  await ann.entry(/^alpha.*muted/).waitFor();
  await bobPosts('alpha', annCalled());
  await ann.entry(/^alpha.*2 mentions/).waitFor();
  await ann.call('edgeways.channels.setPreferences', { channel: house.channels.get('alpha'), is_muted: false });
  await ann.entry(/^alpha(?!.*muted)/).waitFor();

  await ann.call('dnd.setSnooze', { num_minutes: 5 });
  await expectBell(true);
  await bobPosts('alpha', annCalled());
  await ann.entry(/^alpha.*3 mentions/).waitFor();
  await ann.call('dnd.endSnooze', {});
  await expectBell(false);

  await bobPosts('beta', annCalled());
  await ann.sees('look');
  await bobPosts('alpha', `${annCalled()} at last`);
  await ann.entry(/^alpha.*4 mentions/).waitFor();
  await expect
    .poll(() => shown, soon)
    .toEqual(['Bob Baker mentioned you in #alpha', 'Bob Baker mentioned you in #alpha']);
});

/** Whether the top of Ann's sidebar says that notifications are paused. */
function expectBell(isThere: boolean): Promise<void> {
  const bell = ann.page.getByRole('button', { name: /workspace menu/ }).locator('svg.lucide-bell-off');
  return bell.waitFor({ state: isThere ? 'visible' : 'detached' });
}

test('the title and the icon say what calls, what is new, and when there is nothing', async () => {
  const icon = () => ann.page.locator('link[rel=icon]').getAttribute('href');
  await expect.poll(() => ann.page.title(), soon).toBe('(4) #beta – Shell House');
  expect(await icon()).toMatch(/^data:image\/png/);
  await ann.openChannel('alpha');
  await ann.sees('at last');
  await expect.poll(() => ann.page.title(), soon).toBe('#alpha – Shell House');
  expect(await icon()).toBe('/favicon.svg');
  await bobPosts('beta', 'Nothing much');
  await expect.poll(() => ann.page.title(), soon).toBe('• #alpha – Shell House');
  expect(await icon()).toBe('/favicon-unread.svg');
});

test('nothing untoward happened on any page', () => {
  for (const person of [ann, phone, bob]) person.expectNoMishap();
});
