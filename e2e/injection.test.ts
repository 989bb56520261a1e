import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { injectionCorpus } from '../shared/mrkdwn/injection-corpus.ts';
import { launchBrowser } from './harness/browser.ts';
import { callApi, createOwner, openLive, until, type Member } from './harness/member.ts';
import { Person } from './harness/person.ts';
import { startServer, type TestServer } from './harness/server.ts';

let server: TestServer;
let browser: Browser;
let ann: Member;
let token: string;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  ann = await createOwner(server, 'ann@example.com');
  token = await ann.auth.accessToken();
});

afterAll(async () => {
  ann.workspace.close();
  await browser.close();
  await server.stop();
});

test('the corpus, as messages, names and topics, runs nothing, goes nowhere, and stays text', async () => {
  const { id: channel } = await ann.workspace.createChannel('corpus');
  const writing = await openLive(ann, channel);
  for (const [i, text] of injectionCorpus.entries()) writing.send(`${i}: ${text}`);
  const { pending } = await until(writing.store, (state) => state.pending.every(({ status }) => status === 'failed'));
  expect(pending).toEqual([]);
  const reader = await Person.open(browser, server);
  await reader.page.goto('/');
  await reader.proveAddress('ann@example.com');
  await reader.page.getByRole('button', { name: /Testers/ }).click();
  await reader.openChannel('corpus');
  await reader.sees(`${injectionCorpus.length - 1}: `);

  // Through the whole list, so that every message was on the page once.
  const seen = new Set<string>();
  for (let step = 0; step < 200 && seen.size < injectionCorpus.length; step += 1) {
    for (const { ts } of await reader.readList()) seen.add(ts);
    expect(await harmIn(reader)).toEqual([]);
    await reader.list().hover();
    await reader.page.mouse.wheel(0, -500);
    await reader.page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
  }
  expect(seen.size).toBeGreaterThanOrEqual(injectionCorpus.length);

  for (const text of injectionCorpus.slice(0, 40)) {
    await callApi(server, 'conversations.setTopic', token, { channel, topic: text.slice(0, 200) });
    await callApi(server, 'users.profile.set', token, {
      profile: { display_name: text.slice(0, 60) || 'Ann', title: text.slice(0, 60) },
    });
    if (text.trim() !== '') {
      const topic = reader.page.getByRole('button', { name: /^(Topic|Add a topic)/ });
      await topic.first().waitFor();
    }
    expect(await harmIn(reader)).toEqual([]);
  }
  await reader.page.reload();
  await reader.openChannel('corpus');
  expect(await harmIn(reader)).toEqual([]);
  reader.expectNoMishap();
}, 240_000);

/** Anything on the page that could run or load something, or that leads where links must not. */
async function harmIn({ page }: Person): Promise<string[]> {
  return page.evaluate(() => {
    const harm: string[] = [];
    const own = new Set(['/theme.js']);
    for (const element of document.querySelectorAll('*')) {
      const name = element.localName;
      if (['iframe', 'object', 'embed', 'base', 'math', 'video', 'audio', 'foreignobject'].includes(name))
        harm.push(name);
      if (
        name === 'script' &&
        !own.has(element.getAttribute('src') ?? '') &&
        !element.getAttribute('src')?.startsWith('/assets/')
      )
        harm.push('script');
      for (const { name: attribute, value } of element.attributes) {
        if (attribute.startsWith('on')) harm.push(`${name} ${attribute}`);
        if (['href', 'src', 'action', 'formaction', 'xlink:href'].includes(attribute)) {
          const { protocol } = new URL(value, location.href);
          if (!['http:', 'https:', 'mailto:', 'tel:', 'data:'].includes(protocol)) harm.push(`${name} ${value}`);
          if (protocol === 'data:' && name !== 'img') harm.push(`${name} ${value}`);
        }
      }
    }
    return harm;
  });
}
