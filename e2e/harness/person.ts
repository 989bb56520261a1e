import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { TestServer } from './server.ts';

/** Pictures for a person to look at; not compared with anything. */
const SCREENSHOTS = join(import.meta.dirname, '../screenshots');

/** Somebody at a browser of their own, who does what people do: reads what is on the page, and types and clicks. */
export class Person {
  readonly page: Page;
  readonly #server: TestServer;
  /** What no page should ever do: script errors, dialogs, requests to other places. */
  readonly #mishaps: string[] = [];

  static async open(browser: Browser, server: TestServer, url = server.url, size = { width: 1280, height: 800 }) {
    const context = await browser.newContext({
      viewport: size,
      baseURL: url,
      locale: 'en-GB',
      timezoneId: 'Europe/Lisbon',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    return new Person(page, server, url);
  }

  private constructor(page: Page, server: TestServer, url: string) {
    this.page = page;
    this.#server = server;
    page.on('pageerror', (error) => this.#mishaps.push(`error: ${error.message}`));
    page.on('dialog', (dialog) => {
      this.#mishaps.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(url) && !request.url().startsWith('data:'))
        this.#mishaps.push(`asked: ${request.url()}`);
    });
  }

  expectNoMishap(): void {
    expect(this.#mishaps).toEqual([]);
  }

  async proveAddress(email: string): Promise<void> {
    await this.page.getByLabel('E-mail address').fill(email);
    await this.page.getByRole('button', { name: 'Continue with e-mail' }).click();
    await this.page.getByRole('heading', { name: 'Enter your code' }).waitFor();
    await this.page.keyboard.type(await this.#server.codeFor(email));
  }

  async createWorkspace(email: string, workspaceName: string, name: string): Promise<void> {
    await this.page.goto('/');
    await this.proveAddress(email);
    await this.page.getByLabel('Workspace name').fill(workspaceName);
    await this.page.getByLabel('Your name').fill(name);
    await this.page.getByRole('button', { name: 'Create workspace' }).click();
    await this.composer().waitFor();
  }

  async join(link: string, email: string, name: string): Promise<void> {
    const { pathname } = new URL(link);
    await this.page.goto(pathname);
    await this.proveAddress(email);
    await this.page.getByLabel('Your name').fill(name);
    await this.page.getByRole('button', { name: /^Join/ }).click();
    await this.composer().waitFor();
  }

  /** The link of a new invitation, as the dialog shows it. */
  async invite(): Promise<string> {
    await this.page.getByRole('button', { name: /workspace menu/i }).click();
    await this.page.getByRole('menuitem', { name: /^Invite people/ }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Create an invitation link' }).click();
    const link = await dialog.getByRole('textbox', { name: 'Invitation link' }).inputValue();
    await this.page.keyboard.press('Escape');
    return link;
  }

  composer(): Locator {
    return this.page.getByRole('textbox', { name: /^Message/ }).and(this.page.locator('[contenteditable=true]'));
  }

  async say(text: string): Promise<void> {
    await this.composer().click();
    await this.page.keyboard.insertText(text);
    await this.page.keyboard.press('Enter');
  }

  /** The list of the channel's messages. */
  list(): Locator {
    return this.page.getByRole('log', { name: /^Messages in/ });
  }

  message(text: string | RegExp): Locator {
    return this.list().getByRole('article').filter({ hasText: text });
  }

  async sees(text: string | RegExp): Promise<void> {
    await this.message(text).first().waitFor();
  }

  async openChannel(name: string): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Channels' })
      .getByRole('link', { name: new RegExp(name) })
      .click();
    await this.composer().waitFor();
  }

  /** What the list shows, oldest first: `ts` and text of what is rendered. */
  async readList(): Promise<{ ts: string; text: string }[]> {
    return this.list()
      .getByRole('article')
      .evaluateAll((rows) =>
        rows.map((row) => ({ ts: row.getAttribute('data-ts') ?? '', text: row.textContent?.trim() ?? '' })),
      );
  }

  async picture(name: string): Promise<void> {
    mkdirSync(SCREENSHOTS, { recursive: true });
    await this.page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
  }
}
