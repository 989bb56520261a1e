import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './harness/browser.ts';
import { type Household, openHousehold } from './harness/household.ts';
import type { Person } from './harness/person.ts';
import { startServer, type TestServer } from './harness/server.ts';

/** Ways around the app and how it looks: palette, keys, settings, policies, the phone's layout, and a day without a mouse. */
let server: TestServer;
let browser: Browser;
let house: Household;
let ann: Person;
let phone: Person;
let bob: Person;

const soon = { timeout: 40_000 };

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  house = await openHousehold(browser, server, ['alpha', 'beta', 'gamma']);
  ({ ann, phone, bob } = house);
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

function heading(person: Person, name: string | RegExp): Promise<void> {
  return person.page.getByRole('main').getByRole('heading', { name, level: 1 }).waitFor();
}

function press(person: Person, keys: string): Promise<void> {
  return person.page.keyboard.press(keys);
}

/** Runs a command from the palette. */
async function run(person: Person, command: string): Promise<void> {
  await press(person, 'ControlOrMeta+k');
  await person.page.getByRole('combobox', { name: /^Jump to a conversation/ }).fill(`>${command}`);
  await person.page.getByRole('option', { name: command, selected: true }).waitFor();
  await press(person, 'Enter');
}

async function bobPosts(name: string, text: string): Promise<void> {
  await bob.call('chat.postMessage', { channel: house.channels.get(name), text });
}

/** What the page has the focus on: its name, or its text. */
function focused({ page }: Person): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
  });
}

test('every key of the help sheet that leads somewhere does', async () => {
  await ann.openChannel('alpha');
  for (const [keys, title] of [
    ['ControlOrMeta+Shift+m', 'Activity'],
    ['ControlOrMeta+Shift+s', 'Saved for later'],
    ['ControlOrMeta+Shift+l', 'Channels'],
    ['ControlOrMeta+Shift+e', 'People'],
    ['ControlOrMeta+,', 'Profile and settings'],
  ] as const) {
    await press(ann, keys);
    await heading(ann, title);
  }
  await press(ann, 'ControlOrMeta+[');
  await heading(ann, 'People');
  await press(ann, 'ControlOrMeta+]');
  await heading(ann, 'Profile and settings');

  await ann.openChannel('alpha');
  await press(ann, 'Alt+ArrowDown');
  await heading(ann, 'beta');
  await press(ann, 'Alt+ArrowUp');
  await heading(ann, 'alpha');
  await bobPosts('gamma', 'Over here');
  await ann.entry(/^gamma.*unread/).waitFor();
  await press(ann, 'Alt+Shift+ArrowDown');
  await heading(ann, 'gamma');
  await ann.sees('Over here');
  await bobPosts('alpha', 'And here');
  await ann.entry(/^alpha.*unread/).waitFor();
  await press(ann, 'Alt+Shift+ArrowUp');
  await heading(ann, 'alpha');

  await press(ann, 'ControlOrMeta+Shift+a');
  await phone.page.getByRole('button', { name: 'Show everything' }).first().waitFor();
  await press(ann, 'ControlOrMeta+Shift+a');
  await phone.page.getByRole('button', { name: 'Show only what is unread' }).waitFor();
});

test('every key that opens a dialog does, and Escape closes it', async () => {
  for (const [keys, title] of [
    ['ControlOrMeta+k', /^Jump to a conversation/],
    ['ControlOrMeta+Shift+k', 'New message'],
    ['ControlOrMeta+Shift+y', 'Set a status'],
    ['ControlOrMeta+/', 'Keyboard shortcuts'],
    ['ControlOrMeta+Shift+i', 'Members of #alpha'],
    ['Shift+Escape', 'Mark everything as read?'],
    ['ControlOrMeta+Shift+\\', 'Emoji'],
  ] as const) {
    await press(ann, keys);
    const dialog = ann.page.getByRole('dialog', { name: title }).or(ann.page.getByRole('alertdialog', { name: title }));
    await dialog.waitFor();
    await press(ann, 'Escape');
    await dialog.waitFor({ state: 'detached' });
  }
});

test('F6 goes around the parts of the window, and back', async () => {
  await ann.page.getByRole('textbox', { name: 'Message #alpha' }).focus();
  await press(ann, 'F6');
  expect(await focused(ann)).toContain('alpha');
  expect(await ann.page.evaluate(() => document.activeElement?.closest('nav') !== null)).toBe(true);
  await press(ann, 'Shift+F6');
  expect(await focused(ann)).toBe('Message #alpha');
  await press(ann, 'Shift+F6');
  expect(await focused(ann)).toContain('And here');
});

test('the palette runs what has no key: star, mute, a section, a theme', async () => {
  await run(ann, 'Star this conversation, or take the star away');
  await phone.page.getByRole('heading', { name: 'Starred' }).waitFor();
  await run(ann, 'Star this conversation, or take the star away');
  await phone.page.getByRole('heading', { name: 'Starred' }).waitFor({ state: 'detached' });
  await run(ann, 'Mute this conversation, or unmute it');
  await phone.entry(/^alpha.*muted/).waitFor();
  await run(ann, 'Mute this conversation, or unmute it');
  await phone.entry(/^alpha(?!.*muted)/).waitFor();
  await run(ann, 'Create a sidebar section');
  const section = ann.page.getByRole('dialog', { name: 'New section' });
  await section.getByLabel('Name').fill('By keys');
  await press(ann, 'Enter');
  await section.waitFor({ state: 'detached' });
  await phone.page.getByRole('heading', { name: 'By keys' }).waitFor();
  await run(ann, 'Theme: dark');
  await expect.poll(() => ann.page.evaluate(() => document.documentElement.dataset['theme']), soon).toBe('dark');
  await run(ann, 'Theme: as the system');
});

test('a conversation from sign to answer without a mouse', async () => {
  await press(bob, 'ControlOrMeta+k');
  await bob.page.getByRole('combobox').fill('beta');
  await bob.page.getByRole('option', { name: /beta/, selected: true }).waitFor();
  await press(bob, 'Enter');
  await heading(bob, 'beta');
  await expect.poll(() => focused(bob), soon).toBe('Message #beta');
  await bob.page.keyboard.type('Who has the *key*?');
  await press(bob, 'Enter');
  await ann.openChannel('beta');
  await ann.sees('Who has the key?');

  await ann.composer().focus();
  await press(ann, 'Shift+F6');
  expect(await focused(ann)).toContain('Who has the key?');
  await press(ann, 'r');
  await ann.page.getByRole('dialog', { name: 'Emoji' }).getByRole('combobox').waitFor();
  await ann.page.keyboard.type('eyes');
  await ann.page.getByRole('option', { name: 'eyes', exact: true, selected: true }).waitFor();
  await press(ann, 'Enter');
  await bob
    .message('Who has the key?')
    .getByRole('button', { name: /^:eyes:, 1 reaction/ })
    .waitFor();

  await expect.poll(() => focused(ann), soon).toContain('Who has the key?');
  await press(ann, 't');
  await ann.thread().locator('[contenteditable=true]').waitFor();
  await expect.poll(() => focused(ann), soon).toMatch(/^Reply/);
  await ann.page.keyboard.type('I have');
  await press(ann, 'Enter');
  await bob
    .message('Who has the key?')
    .getByRole('button', { name: /1 reply/ })
    .waitFor();
  await press(ann, 'Escape');
  await ann.thread().waitFor({ state: 'detached' });

  await press(bob, 'ArrowUp');
  await bob.page.getByRole('textbox', { name: 'Edit message' }).waitFor();
  await press(bob, 'ControlOrMeta+End');
  await bob.page.keyboard.type(' Now?');
  await press(bob, 'Enter');
  await ann.sees(/Now\?.*edited/s);
});

test('themes, contrast and accents are chosen in the settings and hold after a reload', async () => {
  await ann.page.goto(`/${ann.page.url().split('/')[3]}/settings/appearance`);
  const root = () => ann.page.evaluate(() => ({ ...document.documentElement.dataset }));
  const choose = (name: string, group: string) =>
    ann.page.getByRole('radiogroup', { name: group }).getByText(name, { exact: true }).click();
  const background = () => ann.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await choose('Light', 'Theme');
  const light = await background();
  await choose('Dark', 'Theme');
  await expect.poll(background, soon).not.toBe(light);
  await choose('High', 'Contrast');
  await choose('Violet', 'Accent colour');
  await expect.poll(root, soon).toMatchObject({ theme: 'dark', contrast: 'high', accent: 'violet' });
  await ann.page.reload();
  await heading(ann, 'Profile and settings');
  expect(await root()).toMatchObject({ theme: 'dark', contrast: 'high', accent: 'violet' });
  await ann.picture('day-settings-contrast');
  await choose('As the system', 'Theme');
  await choose('As the system', 'Contrast');
  await choose('Teal', 'Accent colour');
});

test('German, Spanish and back, without a reload and with the draft untouched', async () => {
  await ann.page.evaluate(() => Object.assign(window, { sinceBefore: true }));
  await ann.page.getByRole('link', { name: 'Language and time' }).click();
  await ann.page.getByRole('combobox', { name: 'Language' }).selectOption({ label: 'Deutsch' });
  await heading(ann, 'Profil und Einstellungen');
  await ann.page.getByRole('link', { name: 'Channels durchsehen' }).waitFor();
  expect(await ann.page.evaluate(() => document.documentElement.lang)).toBe('de');
  await ann.picture('day-settings-german');
  await ann.page.getByRole('combobox', { name: 'Sprache' }).selectOption({ label: 'Español' });
  await heading(ann, 'Perfil y ajustes');
  await ann.page.getByRole('link', { name: 'Explorar canales' }).waitFor();
  await ann.page.getByRole('combobox', { name: 'Idioma' }).selectOption({ label: 'English' });
  await heading(ann, 'Profile and settings');
  expect(await ann.page.evaluate(() => 'sinceBefore' in window)).toBe(true);
});

test('a keyword calls Ann wherever Bob writes it', async () => {
  await ann.page.getByRole('link', { name: 'Notifications' }).click();
  await ann.page.getByLabel('Word or phrase').fill('Lighthouse');
  await ann.page.getByRole('button', { name: 'Add', exact: true }).click();
  await ann.page.getByRole('list', { name: 'Keywords' }).getByText('lighthouse').waitFor();
  await bobPosts('gamma', 'The lighthouse is out');
  await phone.entry(/^gamma.*1 mention$/).waitFor();
});

test('only administrators call everybody in large channels: Bob is told so, and nothing is sent', async () => {
  await ann.page
    .getByRole('navigation', { name: 'Profile and settings' })
    .getByRole('link', { name: 'Workspace' })
    .click();
  await ann.page.getByText('Administrators', { exact: true }).click();
  await ann.page.getByLabel('A channel is large from this many members on').fill('1');
  await ann.page.getByRole('button', { name: 'Save', exact: true }).click();
  await ann.page.getByText('Saved for the workspace').waitFor();

  await bob.openChannel('gamma');
  await bob.composer().click();
  await bob.page.keyboard.type('Everybody up, @channel');
  await bob.page.getByRole('option', { name: /channel/, selected: true }).waitFor();
  await press(bob, 'Enter');
  await press(bob, 'Enter');
  const unsent = bob.message('Everybody up').getByRole('alert');
  await unsent.getByText(/^Not sent. Only administrators may notify everybody .* in a channel this large/).waitFor();
  await bob.picture('day-policy');
  await unsent.getByRole('button', { name: 'Discard' }).click();
  await bob.message('Everybody up').waitFor({ state: 'detached' });

  await ann.openChannel('gamma');
  await ann.composer().click();
  await ann.page.keyboard.type('All of you, @channel');
  await ann.page.getByRole('option', { name: /channel/, selected: true }).waitFor();
  await press(ann, 'Enter');
  await press(ann, 'Enter');
  await bob.sees('All of you');
  expect(await ann.message('Everybody up').count()).toBe(0);
});

test('on the phone: from the tabs into a channel, a thread, and back again', async () => {
  const tabs = phone.page.getByRole('navigation', { name: 'Places' });
  const back = () => phone.page.getByRole('button', { name: 'Back', exact: true }).tap();
  for (const [tab, title] of [
    ['Messages', 'Direct messages'],
    ['Activity', 'Activity'],
    ['Saved', 'Saved for later'],
    ['You', 'Profile and settings'],
  ] as const) {
    await tabs.getByRole('link', { name: tab }).tap();
    await heading(phone, title);
    await tabs.getByRole('link', { name: tab }).and(phone.page.locator('[aria-current=page]')).waitFor();
    await phone.picture(`day-tab-${tab.toLowerCase()}-phone`);
  }
  await tabs.getByRole('link', { name: 'Home' }).tap();
  await phone.entry(/^beta/).tap();
  await heading(phone, 'beta');
  await tabs.waitFor({ state: 'detached' });
  expect(await phone.page.getByRole('navigation', { name: 'Channels' }).isVisible()).toBe(false);
  await phone.picture('day-channel-phone');
  await phone
    .message(/key/)
    .getByRole('button', { name: /1 reply/ })
    .tap();
  await phone.thread().getByText('I have').waitFor();
  expect(await phone.composer().isVisible()).toBe(false);
  await phone.picture('day-thread-phone');
  await phone.thread().getByRole('button', { name: 'Close thread' }).tap();
  await phone.composer().waitFor();
  await back();
  await tabs.waitFor();
  await phone.entry(/^beta/).waitFor();
  const width = await phone.page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
});

test('nothing untoward happened on any page', () => {
  for (const person of [ann, phone, bob]) person.expectNoMishap();
});
