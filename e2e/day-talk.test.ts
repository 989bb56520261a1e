import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './harness/browser.ts';
import { joinBy } from './harness/member.ts';
import { Person } from './harness/person.ts';
import { startServer, type TestServer } from './harness/server.ts';

/** A day of three people who talk: Ann and Bob at laptops, Cleo at a phone. Each step says what the others see of it. */
let server: TestServer;
let browser: Browser;
let ann: Person;
let bob: Person;
let cleo: Person;
/** Ids. */
let plans: string;
let bobId: string;

const phone = { width: 390, height: 844 };

declare global {
  interface Window {
    /** What the page would have the system show. */
    showOnDevice(text: string): void;
  }
}

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  ann = await Person.open(browser, server);
  bob = await Person.open(browser, server);
  cleo = await Person.open(browser, server, server.url, phone);
  for (const { page } of [ann, bob, cleo]) page.setDefaultTimeout(40_000);
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** On the phone: back to the list of conversations, and into one of them. */
async function cleoOpens(name: string): Promise<void> {
  await cleoGoesTo('Home');
  await cleo.openChannel(name);
}

/** On the phone: to a place of the bar at its foot. */
async function cleoGoesTo(place: string): Promise<void> {
  const tabs = cleo.page.getByRole('navigation', { name: 'Places' });
  const back = cleo.page.getByRole('button', { name: 'Back', exact: true });
  await tabs.or(back).first().waitFor();
  if (!(await tabs.isVisible())) await back.click();
  await tabs.getByRole('link', { name: place }).click();
}

/** Bob goes where he sees nothing of the channel, so that it has to call him. */
async function bobLooksAway(): Promise<void> {
  await bob.entry('Drafts & scheduled').click();
  await bob.page.getByRole('heading', { name: 'Drafts and scheduled' }).waitFor();
}

/** In the sidebar, with that many mentions. */
async function expectCalls(person: Person, name: string, count: number): Promise<void> {
  const number = count === 0 ? /^(?!.*\bmention)/ : new RegExp(`${count} mentions?$`);
  await person.entry(new RegExp(name)).filter({ hasText: number }).waitFor();
}

test('Ann makes a workspace and a channel, and Bob and Cleo are in it', async () => {
  await ann.createWorkspace('ann@example.com', 'Harbour Office', 'Ann Able');
  const link = await ann.invite();
  await bob.join(link, 'bob@example.com', 'Bob Baker');
  await cleo.join(link, 'cleo@example.com', 'Cleo Cole');

  await ann.page.getByRole('button', { name: 'Create a channel' }).click();
  const dialog = ann.page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('plans');
  await dialog.getByRole('button', { name: /^Create/ }).click();
  await ann.page.getByRole('heading', { name: 'plans', level: 1 }).waitFor();
  plans = ann.page.url().split('/')[4] ?? '';

  await ann.page.getByRole('button', { name: 'Channel menu' }).click();
  await ann.page.getByRole('menuitem', { name: 'Add people' }).click();
  const people = ann.page.getByRole('dialog');
  for (const name of ['Bob Baker', 'Cleo Cole']) await people.getByRole('checkbox', { name }).click();
  await people.getByRole('button', { name: 'Add', exact: true }).click();
  await bob.openChannel('plans');
  await cleoOpens('plans');
  bobId = String((await bob.call('auth.test', {}))['user_id']);
});

test('a direct message from the quick switcher', async () => {
  await ann.jumpTo('Bob');
  await ann.page
    .getByRole('heading', { name: /Bob Baker/ })
    .first()
    .waitFor();
  await ann.say('Only for you');
  await expectCalls(bob, 'Ann Able', 1);
  await bob.openChannel('Ann Able');
  await bob.sees('Only for you');
  await expectCalls(bob, 'Ann Able', 0);
  await bob.say('Understood');
  await ann.sees('Understood');
  await ann.picture('day-direct-laptop');
});

test('a direct message to oneself, and one of three people, from “New message”', async () => {
  const write = async (...names: string[]) => {
    await bob.page.getByRole('button', { name: 'New message' }).first().click();
    const dialog = bob.page.getByRole('dialog', { name: 'New message' });
    for (const name of names) {
      await dialog.getByRole('combobox').fill(name.slice(0, 3));
      await dialog.getByRole('option', { name }).click();
    }
    await dialog.getByRole('button', { name: 'Start writing' }).click();
    await dialog.waitFor({ state: 'detached' });
  };
  await write('Bob Baker');
  await bob.page.getByText('nobody else sees it').waitFor();
  await bob.say('Buy rope');
  await bob.sees('Buy rope');

  await write('Ann Able', 'Cleo Cole');
  await bob.page.getByText('Only you can see it').waitFor();
  await bob.say('The three of us');
  await expectCalls(ann, 'Bob Baker, Cleo Cole|Cleo Cole, Bob Baker', 1);
  await cleoGoesTo('Messages');
  await cleo.page
    .getByRole('list', { name: 'Direct messages' })
    .getByRole('link', { name: /Ann Able.*Bob|Bob.*Ann Able/ })
    .click();
  await cleo.sees('The three of us');
  await cleo.say('Here, on my phone');
  await bob.sees('Here, on my phone');
  await ann.entry(/Cleo Cole/).click();
  await ann.sees('Here, on my phone');
  expect(await ann.page.getByText('Buy rope').count()).toBe(0);
});

test('a thread: replies, faces, unread in “Threads”, and one that goes to the channel too', async () => {
  await ann.openChannel('plans');
  await ann.say('When do we leave?');
  await bob.openChannel('plans');
  await bob.sees('When do we leave?');
  await bob.press('Reply in thread', 'When do we leave?');
  await bob.reply('At high water');
  const bar = ann.message('When do we leave?').getByRole('button', { name: /1 reply/ });
  await bar.waitFor();
  // His face.
  await bar.getByText('BB').waitFor();
  await ann.entry(/^Threads ?, 1 unread thread/).click();
  const card = ann.page.getByRole('article', { name: 'Thread in #plans' }).filter({ hasText: 'When do we leave?' });
  await card.getByText('At high water').waitFor();
  await ann.picture('day-threads-laptop');
  await ann.entry(/^Threads$/).waitFor();

  await card.getByRole('button', { name: 'Reply…' }).click();
  await card.locator('[contenteditable=true]').click();
  await ann.page.keyboard.insertText('Six, then');
  await card.getByRole('checkbox', { name: 'Also send to #plans' }).check();
  await card.getByRole('button', { name: 'Send message' }).click();
  await bob.thread().getByText('Six, then').waitFor();
  await bob.sees(/replied to a thread.*Six, then/s);
  await cleoOpens('plans');
  await cleo.sees(/replied to a thread.*Six, then/s);
  await bob.picture('day-thread-laptop');
});

test('a thread that is not followed any more does not call; followed again it does', async () => {
  await ann.openChannel('plans');
  await ann.choose('Unfollow thread', 'When do we leave?');
  await bob.reply('I bring the rope');
  await ann
    .message('When do we leave?')
    .getByRole('button', { name: /3 replies/ })
    .waitFor();
  await ann.entry(/^Threads$/).waitFor();
  await ann.choose('Follow thread', 'When do we leave?');
  await bob.reply('And the lamp');
  await ann.entry(/^Threads ?, 1 unread thread/).waitFor();
  await bob.thread().getByRole('button', { name: 'Close thread' }).click();
  await ann
    .message('When do we leave?')
    .first()
    .getByRole('button', { name: /4 replies/ })
    .click();
  await ann.thread().getByText('And the lamp').waitFor();
  await ann.entry(/^Threads$/).waitFor();
  await ann.thread().getByRole('button', { name: 'Close thread' }).click();
});

test('reactions: at one press, from the picker with a skin tone, and who it was', async () => {
  await ann.say('We have a boat');
  await bob.sees('We have a boat');
  await bob.press('React with :eyes:', 'We have a boat');
  const eyes = ann.message('We have a boat').getByRole('button', { name: /^:eyes:, / });
  await eyes.and(ann.page.getByRole('button', { name: /1 reaction\. Bob Baker reacted/ })).waitFor();
  await eyes.click();
  await bob
    .message('We have a boat')
    .getByRole('button', { name: /^:eyes:, 2 reactions/ })
    .waitFor();

  await bob.press('Add reaction', 'We have a boat');
  const picker = bob.page.getByRole('dialog', { name: 'Emoji' });
  await picker.getByRole('combobox').waitFor();
  await bob.picture('day-picker-laptop');
  await picker.getByRole('button', { name: 'Skin tone' }).click();
  await picker.getByRole('radio', { name: 'Medium skin tone' }).click();
  await picker.getByRole('combobox').fill('wave');
  await picker.getByRole('option', { name: 'wave', exact: true }).click();
  await ann
    .message('We have a boat')
    .getByRole('button', { name: /^:wave:/ })
    .filter({ hasText: '👋🏽' })
    .waitFor();

  await cleoOpens('plans');
  await cleo
    .message('We have a boat')
    .getByRole('button', { name: /^:eyes:/ })
    .tap();
  await ann
    .message('We have a boat')
    .getByRole('button', { name: /^:eyes:, 3 reactions/ })
    .waitFor();
  await ann.choose('Who reacted…', 'We have a boat');
  const dialog = ann.page.getByRole('dialog', { name: 'Reactions' });
  for (const name of ['Ann Able', 'Bob Baker', 'Cleo Cole']) await dialog.getByText(name).waitFor();
  await ann.picture('day-who-reacted');
  await ann.page.keyboard.press('Escape');

  await cleo
    .message('We have a boat')
    .getByRole('button', { name: /^:eyes:/ })
    .tap();
  await bob
    .message('We have a boat')
    .getByRole('button', { name: /^:eyes:, 2 reactions/ })
    .waitFor();
});

test('an emoji that Ann adds, in a text and as a reaction', async () => {
  const picture = await ann.page.screenshot({ clip: { x: 0, y: 0, width: 64, height: 64 } });
  await ann.page.getByRole('button', { name: /workspace menu/i }).click();
  await ann.page.getByRole('menuitem', { name: 'Custom emoji' }).click();
  await ann.page.getByRole('button', { name: 'Add emoji' }).click();
  const dialog = ann.page.getByRole('dialog', { name: 'Add an emoji' });
  await dialog
    .getByLabel(/Choose a picture/)
    .setInputFiles({ name: 'ahoy.png', mimeType: 'image/png', buffer: picture });
  await dialog.getByText('Choose another picture').waitFor();
  await dialog.getByRole('button', { name: 'Add emoji' }).click();
  await ann.page.getByRole('list', { name: 'Custom emoji' }).getByText(':ahoy:').waitFor();
  await ann.picture('day-custom-emoji-laptop');

  await ann.openChannel('plans');
  await ann.composer().click();
  await ann.page.keyboard.type(':aho');
  await ann.page.getByRole('option', { name: ':ahoy:' }).waitFor();
  await ann.page.keyboard.press('Enter');
  await ann.page.keyboard.type('everybody');
  await ann.page.keyboard.press('Enter');
  const image = bob.message('everybody').getByRole('img', { name: ':ahoy:' });
  await image.waitFor();
  expect(await image.evaluate(async (img: HTMLImageElement) => (await img.decode(), img.naturalWidth))).toBe(64);

  await bob.press('Add reaction', 'everybody');
  const picker = bob.page.getByRole('dialog', { name: 'Emoji' });
  await picker.getByRole('combobox').fill('ahoy');
  await picker.getByRole('option', { name: 'ahoy', exact: true }).click();
  await ann
    .message('everybody')
    .getByRole('button', { name: /^:ahoy:, 1 reaction\. Bob Baker/ })
    .waitFor();
});

test('mentions call: a person, a group, everybody after a question, a keyword', async () => {
  await ann.page.getByRole('button', { name: /workspace menu/i }).click();
  await ann.page.getByRole('menuitem', { name: 'User groups' }).click();
  await ann.page.getByRole('button', { name: 'New group' }).first().click();
  const group = ann.page.getByRole('dialog', { name: 'Create a user group' });
  await group.getByLabel('Name').fill('Crew');
  await group.getByRole('combobox', { name: 'People' }).fill('Bob');
  await group.getByRole('option', { name: 'Bob Baker' }).click();
  await group.getByRole('button', { name: 'Create group' }).click();
  await ann.page.getByText('@crew').waitFor();
  await ann.picture('day-groups-laptop');

  await bob.page.getByRole('button', { name: /workspace menu/i }).click();
  await bob.page.getByRole('menuitem', { name: 'Profile and settings' }).click();
  await bob.page
    .getByRole('navigation', { name: 'Profile and settings' })
    .getByRole('link', { name: 'Notifications' })
    .click();
  await bob.page.getByLabel('Word or phrase').fill('lighthouse');
  await bob.page.getByRole('button', { name: 'Add', exact: true }).click();
  await bob.page.getByRole('button', { name: 'Remove “lighthouse”' }).waitFor();
  await bob.picture('day-settings-laptop');
  await bobLooksAway();

  await ann.openChannel('plans');
  await ann.composer().click();
  await ann.mention('Bob');
  await ann.page.keyboard.insertText('is the oar there?');
  await ann.page.keyboard.press('Enter');
  await expectCalls(bob, 'plans', 1);
  await ann.mention('crew');
  await ann.page.keyboard.insertText('all aboard');
  await ann.page.keyboard.press('Enter');
  await expectCalls(bob, 'plans', 2);
  await ann.say('The lighthouse is lit');
  await expectCalls(bob, 'plans', 3);

  // As many people as it takes to be asked.
  const link = await ann.invite();
  const ids: string[] = [];
  for (const name of ['dan', 'eve', 'fay']) {
    const { auth, workspace } = await joinBy(link, server, `${name}@example.com`);
    ids.push(auth.current()?.user.id ?? '');
    workspace.close();
  }
  await ann.call('conversations.invite', { channel: plans, users: ids.join() });
  await ann.page.getByRole('button', { name: '6 members' }).waitFor();
  await ann.composer().click();
  await ann.mention('channel');
  await ann.page.keyboard.insertText('we sail');
  await ann.page.keyboard.press('Enter');
  const question = ann.page.getByRole('dialog', { name: 'Send with @channel?' });
  await question.getByText(/5 other people/).waitFor();
  await ann.picture('day-everybody-question');
  await question.getByRole('button', { name: 'Send and notify' }).click();
  await expectCalls(bob, 'plans', 4);
  await cleo.sees('@channel we sail');
});

test('“Activity” tells of mentions, replies and reactions, and leads to the message', async () => {
  await bob.entry(/^Activity/).click();
  const list = bob.page.getByRole('list', { name: 'What happened' });
  for (const what of [
    'Ann Able mentioned you in #plans',
    'Ann Able called a group of yours in #plans',
    'Ann Able used one of your keywords in #plans',
    'Ann Able called everybody in #plans',
  ])
    await list.getByRole('link', { name: what }).waitFor();
  await bob.picture('day-activity-laptop');
  await list.getByRole('link', { name: 'Ann Able mentioned you in #plans' }).click();
  await bob.sees('is the oar there?');
  await expectCalls(bob, 'plans', 0);

  await ann.entry(/^Activity/).click();
  const hers = ann.page.getByRole('list', { name: 'What happened' });
  await hers
    .getByRole('link', { name: /Cleo Cole reacted to your message in #plans/ })
    .or(hers.getByRole('link', { name: /Bob Baker reacted/ }))
    .first()
    .waitFor();
  await hers
    .getByRole('link', { name: /Bob Baker replied to a thread in #plans/ })
    .first()
    .click();
  await ann.thread().getByText('And the lamp').waitFor();
  await ann.thread().getByRole('button', { name: 'Close thread' }).click();
});

test('pins and bookmarks are everybody’s', async () => {
  await ann.openChannel('plans');
  await bob.openChannel('plans');
  await ann.choose('Pin to channel', 'We have a boat');
  await bob.message('We have a boat').getByText('Pinned').waitFor();
  await bob.page.getByRole('button', { name: 'Pins and bookmarks' }).click();
  const panel = bob.page.getByRole('dialog', { name: 'Pins and bookmarks' });
  await panel.getByText('Pinned by Ann Able').waitFor();
  await bob.picture('day-pins-laptop');
  await panel.getByRole('button', { name: 'Add a bookmark' }).click();
  const bookmark = bob.page.getByRole('dialog', { name: 'Add a bookmark' });
  await bookmark.getByLabel('Link').fill('https://tides.example/harbour');
  await bookmark.getByLabel('Name').fill('Tides');
  await bookmark.getByRole('button', { name: 'Add', exact: true }).click();
  const bar = ann.page.getByRole('navigation', { name: 'Bookmarks' });
  const tides = bar.getByRole('link', { name: 'Tides' });
  await tides.waitFor();
  expect(await tides.getAttribute('href')).toBe('https://tides.example/harbour');
  await cleoOpens('plans');
  await cleo.page.getByRole('link', { name: 'Tides' }).waitFor();

  await tides.hover();
  await bar.getByRole('button', { name: 'Edit Tides' }).click();
  await ann.page.getByRole('dialog', { name: 'Edit bookmark' }).getByRole('button', { name: 'Remove' }).click();
  await bob.page.getByRole('link', { name: 'Tides' }).waitFor({ state: 'detached' });
  await bob.page.getByRole('button', { name: 'Pins and bookmarks' }).click();
  await panel.getByRole('button', { name: 'Unpin' }).click();
  await ann.message('We have a boat').getByText('Pinned').waitFor({ state: 'detached' });
  await bob.page.keyboard.press('Escape');
});

test('a message is saved with a due time, found in “Saved”, and done', async () => {
  await bob.press('Save for later', 'We have a boat');
  await bob.entry(/^Saved ?, 1 saved message/).waitFor();
  await bob.choose('Remind me…', 'We have a boat');
  await bob.page
    .getByRole('dialog', { name: 'Remind me' })
    .getByRole('button', { name: /^In 1 hour/ })
    .click();
  await bob
    .message('We have a boat')
    .getByText(/Saved for later · /)
    .waitFor();
  await bob.entry(/^Saved/).click();
  const row = bob.page
    .getByRole('list', { name: 'Saved messages' })
    .getByRole('article')
    .filter({ hasText: 'We have a boat' });
  await row.getByText(/^Due /).waitFor();
  await bob.picture('day-saved-laptop');
  await row.getByRole('button', { name: 'Mark as completed' }).click();
  await bob.entry(/^Saved$/).waitFor();
  await bob.page.getByRole('radio', { name: 'Completed' }).click();
  await row.waitFor();
  expect(
    await ann
      .message('We have a boat')
      .getByText(/Saved for later/)
      .count(),
  ).toBe(0);
});

test('a reminder comes when it is due, to the one who asked for it', async () => {
  const shown = Promise.withResolvers<string>();
  await ann.page.exposeFunction('showOnDevice', shown.resolve);
  // This browser has no place for notifications: they are taken where the page hands them over.
  await ann.page.addInitScript(() => {
    const show = async (title: string, options?: NotificationOptions) =>
      window.showOnDevice(`${title}: ${options?.body}`);
    class Shown extends EventTarget {
      static permission = 'granted';
      constructor(title: string, options?: NotificationOptions) {
        super();
        void show(title, options);
      }
    }
    Object.defineProperty(window, 'Notification', { value: Shown });
    ServiceWorkerRegistration.prototype.showNotification = show;
  });
  await ann.page.reload();
  await ann.page.waitForLoadState('networkidle');
  await ann.openChannel('plans');
  await ann.say('/remind me "count the oars" in 3 seconds');
  await ann.page.getByText(/^You will be reminded/).waitFor();
  expect(await shown.promise).toBe('Reminder: count the oars');
  await ann.entry(/^Activity ?, \d+ new/).click();
  const reminder = ann.page.getByRole('listitem').filter({ hasText: 'count the oars' });
  await reminder.getByText('Reminder', { exact: true }).waitFor();
  await bob.entry(/^Activity/).click();
  await bob.page.getByRole('list', { name: 'What happened' }).getByRole('listitem').first().waitFor();
  expect(await bob.page.getByText('count the oars').count()).toBe(0);
});

test('a scheduled message is listed, changed, and sent at once when asked to', async () => {
  await bob.openChannel('plans');
  await ann.openChannel('plans');
  await ann.composer().click();
  await ann.page.keyboard.insertText('Anchors tomorrow');
  await ann.page.getByRole('button', { name: 'Send later' }).click();
  await ann.page.getByRole('menuitem', { name: /^Tomorrow at/ }).click();
  await ann.page.getByText(/^Your message will be sent/).waitFor();
  await ann.entry(/^Drafts/).click();
  const card = ann.page.getByRole('listitem').filter({ hasText: /Will be sent/ });
  await card.getByText('Anchors tomorrow').waitFor();
  await ann.picture('day-scheduled-laptop');
  const choose = async (action: string) => {
    await card.getByRole('button', { name: 'Actions for the message to #plans' }).click();
    await ann.page.getByRole('menuitem', { name: action }).click();
  };
  await choose('Edit text');
  await card.locator('[contenteditable=true]').click();
  await ann.page.keyboard.press('ControlOrMeta+a');
  await ann.page.keyboard.insertText('Anchors aweigh');
  await ann.page.keyboard.press('Enter');
  await card.getByText('Anchors aweigh').waitFor();
  expect(await bob.message(/Anchors/).count()).toBe(0);
  await choose('Send now');
  await bob.sees('Anchors aweigh');
  await ann.page.getByText('Nothing is scheduled').waitFor();
});

test('a scheduled message arrives once, also when the server was away at its time', async () => {
  const soon = () => Math.floor(Date.now() / 1000) + 3;
  await ann.call('chat.scheduleMessage', { channel: plans, text: 'Three bells', post_at: soon() });
  await bob.sees('Three bells');
  await ann.call('chat.scheduleMessage', { channel: plans, text: 'Four bells', post_at: soon() });
  await server.restart();
  await bob.sees('Four bells');
  await bob.say('I heard it');
  await ann.openChannel('plans');
  await ann.sees('I heard it');
  for (const bells of ['Three bells', 'Four bells']) expect(await ann.message(bells).count()).toBe(1);
});

test('whoever writes is seen to, in the channel and in a thread', async () => {
  const typing = (person: Person) => person.page.getByText('Bob Baker is typing…');
  // Letter by letter: that somebody writes is said every few seconds only.
  const write = async () => {
    while (!(await typing(ann).isVisible())) await bob.page.keyboard.type('m');
  };
  await bob.composer().click();
  await bob.page.keyboard.type('Hm');
  await write();
  await ann.picture('day-typing');
  await bob.page.keyboard.press('Enter');
  await ann.sees(/Hm/);
  await typing(ann).waitFor({ state: 'detached' });

  await ann
    .message('When do we leave?')
    .first()
    .getByRole('button', { name: /replies/ })
    .click();
  await bob
    .message('When do we leave?')
    .first()
    .getByRole('button', { name: /replies/ })
    .click();
  await ann.thread().getByText('And the lamp').waitFor();
  await bob.thread().locator('[contenteditable=true]').click();
  await bob.page.keyboard.type('Um');
  await write();
  expect(await ann.thread().getByText('Bob Baker is typing…').count()).toBe(1);
  await bob.page.keyboard.press('Enter');
  await ann.thread().getByText(/^Um/).waitFor();
  for (const person of [ann, bob]) await person.thread().getByRole('button', { name: 'Close thread' }).click();
});

test('a message for one only is seen by nobody else', async () => {
  await ann.call('chat.postEphemeral', { channel: plans, user: bobId, text: 'Between us' });
  await bob.message('Between us').getByText('Only visible to you').waitFor();
  await bob.picture('day-ephemeral');
  await ann.say('For all');
  await cleo.sees('For all');
  for (const person of [ann, cleo]) expect(await person.message('Between us').count()).toBe(0);
  await bob.message('Between us').getByRole('button', { name: 'Dismiss message' }).click();
  await bob.message('Between us').waitFor({ state: 'detached' });
});

test('a link to a message shows it, until the author takes that away', async () => {
  const ts = (await ann.message('We have a boat').getAttribute('data-ts')) ?? '';
  await ann.say(`See ${server.url}/archives/${plans}/p${ts.replace('.', '')}`);
  const quote = bob.message('View message').filter({ hasText: /^.*See/s });
  await quote.getByText('We have a boat').waitFor();
  await bob.picture('day-preview');
  const hers = ann.message('View message');
  await hers.hover();
  await hers.getByRole('button', { name: 'Remove this preview' }).click();
  await quote.waitFor({ state: 'detached' });
  await bob.sees(/See .*archives/);
});

test('an edit that adds a mention calls, and the deletion takes that back', async () => {
  await bob.jumpTo('general');
  await ann.say('Who has the key?');
  // Only what is sent can be edited.
  await ann.message('Who has the key?').and(ann.page.locator(':not([aria-busy])')).waitFor();
  await ann.page.keyboard.press('ArrowUp');
  await ann.page.getByRole('textbox', { name: 'Edit message' }).waitFor();
  await ann.page.keyboard.press('End');
  await ann.page.keyboard.type(' ');
  await ann.mention('Bob');
  await ann.page.keyboard.press('Enter');
  await ann.sees(/Who has the key\? @Bob Baker.*edited/s);
  await expectCalls(bob, 'plans', 1);
  await ann.choose('Delete message…', 'Who has the key?');
  await ann.page
    .getByRole('dialog')
    .getByRole('button', { name: /^Delete/ })
    .click();
  await expectCalls(bob, 'plans', 0);
});

test('nothing untoward happened on any page', () => {
  for (const person of [ann, bob, cleo]) person.expectNoMishap();
});
