import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { callApi } from './member.ts';
import type { TestServer } from './server.ts';

/** Pictures for a person to look at; not compared with anything. */
const SCREENSHOTS = join(import.meta.dirname, '../screenshots');

/** Somebody at a browser of their own, who does what people do: reads what is on the page, and types and clicks. */
export class Person {
  readonly page: Page;
  readonly #server: TestServer;
  readonly #isPhone: boolean;
  /** What no page should ever do: script errors, dialogs, requests to other places. */
  readonly #mishaps: string[] = [];
  /** Of the page's last call: what its own calls are made with. */
  #token: string | undefined;

  /** A window of a phone's width is a phone, with a finger instead of a mouse. */
  static async open(browser: Browser, server: TestServer, url = server.url, size = { width: 1280, height: 800 }) {
    const isPhone = size.width < 600;
    const context = await browser.newContext({
      viewport: size,
      hasTouch: isPhone,
      isMobile: isPhone,
      baseURL: url,
      locale: 'en-GB',
      timezoneId: 'Europe/Lisbon',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    return new Person(page, server, url, isPhone);
  }

  private constructor(page: Page, server: TestServer, url: string, isPhone: boolean) {
    this.page = page;
    this.#isPhone = isPhone;
    this.#server = server;
    page.on('pageerror', (error) => this.#mishaps.push(`error: ${error.message}`));
    page.on('dialog', (dialog) => {
      this.#mishaps.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(url) && !request.url().startsWith('data:'))
        this.#mishaps.push(`asked: ${request.url()}`);
      const token = /^Bearer (.+)/.exec(request.headers()['authorization'] ?? '')?.[1];
      if (token !== undefined) this.#token = token;
    });
  }

  /** Calls a method as this person, with the token of their page: for what no page does, or not as fast. */
  async call(method: string, body: object): Promise<Record<string, unknown>> {
    if (this.#token === undefined) throw new Error('The page has called nothing yet.');
    const answer = await callApi(this.#server, method, this.#token, body);
    expect(answer).toMatchObject({ ok: true });
    return answer;
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

  /** At another device of somebody who is in a workspace already. */
  async signIn(email: string, workspaceName: string): Promise<void> {
    await this.page.goto('/');
    await this.proveAddress(email);
    await this.page.getByRole('button', { name: workspaceName }).click();
    await this.page.getByRole('navigation', { name: 'Channels' }).waitFor();
  }

  async join(link: string, email: string, name: string): Promise<void> {
    const { pathname } = new URL(link);
    await this.page.goto(pathname);
    await this.proveAddress(email);
    await this.page.getByLabel('Your name').fill(name);
    await this.page.getByRole('button', { name: /^Join/ }).click();
    // A phone shows the conversations, everything else the first of them.
    await this.entry('general').waitFor();
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
    // At a phone Enter begins a new line.
    if (this.#isPhone) await this.page.getByRole('button', { name: 'Send message' }).tap();
    else await this.page.keyboard.press('Enter');
  }

  /** Writes a mention of whom the completion offers first for these letters. */
  async mention(query: string): Promise<void> {
    await this.page.keyboard.type(`@${query}`);
    await this.page.getByRole('option', { selected: true }).filter({ hasText: query }).waitFor();
    await this.page.keyboard.press('Enter');
  }

  /** The list of the channel's messages; that of a thread is beside it. */
  list(): Locator {
    return this.page.getByRole('log', { name: /^Messages in (?!thread$)/ });
  }

  /** The pane beside the conversation. */
  thread(): Locator {
    return this.page.getByRole('complementary', { name: 'Thread' });
  }

  /** A press on the toolbar over a message. */
  async press(action: string, text: string | RegExp): Promise<void> {
    const message = this.message(text).last();
    await message.hover();
    await message.getByRole('toolbar').getByRole('button', { name: action }).click();
  }

  /** A choice of a message's menu. */
  async choose(action: string, text: string | RegExp): Promise<void> {
    await this.press('More actions', text);
    await this.page.getByRole('menuitem', { name: action }).click();
  }

  /** Writes in the pane of the thread that is open. */
  async reply(text: string): Promise<void> {
    await this.thread().locator('[contenteditable=true]').click();
    await this.page.keyboard.insertText(text);
    await this.page.keyboard.press('Enter');
  }

  /** A conversation or a place in the sidebar. */
  entry(name: string | RegExp): Locator {
    return this.page.getByRole('navigation', { name: 'Channels' }).getByRole('link', { name });
  }

  /** Goes where the quick switcher finds first. */
  async jumpTo(query: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+k');
    await this.page.getByRole('combobox', { name: /^Jump to a conversation/ }).fill(query);
    await this.page.getByRole('option', { selected: true }).filter({ hasText: query }).waitFor();
    await this.page.keyboard.press('Enter');
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
