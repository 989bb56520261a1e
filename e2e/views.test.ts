import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { violations } from './harness/axe.ts';
import { launchBrowser } from './harness/browser.ts';
import { type Household, openHousehold } from './harness/household.ts';
import { startServer, type TestServer } from './harness/server.ts';

/** Every view besides those of accessibility.test.ts, with something in it, looked at by axe and kept as a picture. */
let server: TestServer;
let browser: Browser;
let house: Household;
let workspace: string;

const looks = [
  { name: 'light', theme: 'light', contrast: 'normal', device: 'ann' },
  { name: 'dark', theme: 'dark', contrast: 'normal', device: 'ann' },
  { name: 'contrast-dark', theme: 'dark', contrast: 'high', device: 'ann' },
  { name: 'phone', theme: 'light', contrast: 'normal', device: 'phone' },
] as const;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  house = await openHousehold(browser, server, ['alpha', 'beta']);
  const { ann, bob, channels, annId, bobId } = house;
  workspace = ann.page.url().split('/')[3] ?? '';
  const alpha = channels.get('alpha');
  const { ts } = await ann.call('chat.postMessage', {
    channel: alpha,
    text: 'Who paints the *lighthouse*? See `paint.md`',
  });
  await bob.call('chat.postMessage', { channel: alpha, thread_ts: ts, text: `I do, <@${annId}>` });
  await bob.call('reactions.add', { channel: alpha, timestamp: ts, name: 'eyes' });
  await ann.call('pins.add', { channel: alpha, timestamp: ts });
  await ann.call('bookmarks.add', { channel_id: alpha, title: 'The plan', type: 'link', link: 'https://example.com/' });
  await ann.call('edgeways.saved.add', { channel: alpha, ts, due: Math.floor(Date.now() / 1000) + 3_600 });
  await bob.call('chat.postMessage', {
    channel: alpha,
    text: '```\nlet a = 1;\n```\n> quoted\n<https://example.com/|a link>',
  });
  await ann.call('chat.scheduleMessage', {
    channel: alpha,
    text: 'Later',
    post_at: Math.floor(Date.now() / 1000) + 7_200,
  });
  await ann.call('reminders.add', { text: 'Buy white', time: 'in 2 hours' });
  await ann.call('usergroups.create', { name: 'Painters', handle: 'painters' });
  const { channel } = await bob.call('conversations.open', { users: annId });
  if (typeof channel === 'object' && channel !== null && 'id' in channel)
    await bob.call('chat.postMessage', { channel: channel.id, text: 'Only for you' });
  await ann.call('conversations.open', { users: bobId });
  await ann.openChannel('beta');
  await ann.composer().click();
  await ann.page.keyboard.insertText('A draft');
  await ann.openChannel('alpha');
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** What axe finds in each view, by its name; nothing where all is well. */
type Findings = Record<string, string[]>;

for (const look of looks) {
  test(`no view breaks a rule of WCAG 2.2 AA (${look.name})`, async () => {
    const person = house[look.device];
    const { page } = person;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.evaluate(({ theme, contrast }) => {
      localStorage.setItem('edgeways.theme', theme);
      localStorage.setItem('edgeways.contrast', contrast);
    }, look);
    await page.goto(`/${workspace}`);
    const findings: Findings = {};
    const check = async (view: string) => {
      await person.picture(`view-${view}-${look.name}`);
      const found = await violations(person);
      if (found.length > 0) findings[view] = found;
    };
    await page.getByRole('link', { name: /^beta/ }).waitFor();
    await check('sidebar');
    for (const [path, words] of [
      ['threads', /I do,/],
      ['activity', /mentioned you/],
      ['drafts', 'A draft'],
      ['saved', 'Who paints the'],
      ['direct', 'Bob Baker'],
      ['people', 'Bob Baker'],
      ['groups', 'Painters'],
      ['emoji', 'Custom emoji'],
      ['settings/profile', 'Full name'],
      ['settings/notifications', 'Keywords'],
      ['settings/appearance', 'Accent colour'],
      ['settings/language', 'Time zone'],
      ['settings/devices', 'This device'],
      ['settings/workspace', 'Calling everybody'],
    ] as const) {
      await page.goto(`/${workspace}/${path}`);
      await page.getByRole('main').getByText(words).first().waitFor();
      await check(path.replace('/', '-'));
    }
    await page.goto(`/${workspace}/${house.channels.get('alpha')}`);
    await person.composer().waitFor();
    await person.sees('quoted');
    await check('conversation');
    await page.getByRole('button', { name: 'Pins and bookmarks' }).first().click();
    await page.getByRole('dialog', { name: 'Pins and bookmarks' }).waitFor();
    await check('pins');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Channel menu' }).click();
    await page.getByRole('menuitem', { name: 'Members' }).waitFor();
    await check('channel-menu');
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
    for (const [keys, name] of [
      ['ControlOrMeta+k', /^Jump to a conversation/],
      ['ControlOrMeta+Shift+k', 'New message'],
      ['ControlOrMeta+Shift+y', 'Set a status'],
      ['ControlOrMeta+/', 'Keyboard shortcuts'],
      ['ControlOrMeta+Shift+i', 'Members of #alpha'],
      ['ControlOrMeta+Shift+\\', 'Emoji'],
    ] as const) {
      await page.keyboard.press(keys);
      const dialog = page.getByRole('dialog', { name });
      await dialog.waitFor();
      await dialog.locator('input, button, [role=option]').first().waitFor();
      await check(`dialog-${typeof name === 'string' ? name.toLowerCase().replaceAll(/[ #]+/g, '-') : 'palette'}`);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    }
    if (look.device === 'ann') {
      await person.press('More actions', /lighthouse/);
      await page.getByRole('menuitem', { name: 'Copy link' }).waitFor();
      await check('message-menu');
      await page.keyboard.press('Escape');
    }
    expect(findings).toEqual({});
    person.expectNoMishap();
  });
}
