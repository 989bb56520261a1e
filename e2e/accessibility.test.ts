import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { violations } from './harness/axe.ts';
import { launchBrowser } from './harness/browser.ts';
import { Person } from './harness/person.ts';
import { startServer, type TestServer } from './harness/server.ts';

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ demo: true }), launchBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

const sizes = { laptop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };

for (const scheme of ['light', 'dark'] as const) {
  for (const [device, size] of Object.entries(sizes)) {
    test(`no view breaks a rule of WCAG 2.2 AA (${scheme}, ${device})`, async () => {
      const mira = await Person.open(browser, server, server.url, size);
      await mira.page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await mira.page.goto('/');
      await mira.page.getByRole('button', { name: /Mira Okafor/ }).waitFor();
      await mira.picture(`sign-in-${scheme}-${device}`);
      expect(await violations(mira)).toEqual([]);

      await mira.page.getByRole('button', { name: /Mira Okafor/ }).click();
      await mira.page
        .getByRole('navigation', { name: 'Channels' })
        .getByRole('link', { name: /beacon-2/ })
        .click();
      await mira.sees('The fog. Decided.');
      await mira.composer().waitFor();
      await mira.picture(`channel-${scheme}-${device}`);
      expect(await violations(mira)).toEqual([]);

      await mira.page
        .getByRole('button', { name: /replies/ })
        .first()
        .click();
      await mira.page.getByText('I have it in writing').waitFor();
      await mira.picture(`thread-${scheme}-${device}`);
      expect(await violations(mira)).toEqual([]);

      for (const page of ['browse', 'settings', 'import']) {
        const workspace = new URL(mira.page.url()).pathname.split('/')[1];
        await mira.page.goto(`/${workspace}/${page}`);
        await mira.page.getByRole('heading').first().waitFor();
        await mira.page.waitForLoadState('networkidle');
        await mira.picture(`${page}-${scheme}-${device}`);
        expect(await violations(mira), page).toEqual([]);
      }
      mira.expectNoMishap();
    });
  }
}
