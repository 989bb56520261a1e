import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { generateExport } from '../scripts/slack-export/generate.ts';
import { writeZip } from '../scripts/slack-export/write-zip.ts';
import { ImportReport } from '../shared/protocol/imports.ts';
import { callApi, createMember, createOwner, type Member } from './harness/member.ts';
import { Output } from './harness/output.ts';
import { startServer, type TestServer } from './harness/server.ts';

const ROOT = join(import.meta.dirname, '..');
const houston = join(ROOT, '../shared/data/slack-export-houston.zip');

let server: TestServer;
let owner: Member;
let token: string;

beforeAll(async () => {
  server = await startServer();
  owner = await createOwner(server, 'owner@example.com');
  token = await tokenOf(owner);
});

afterAll(async () => {
  owner.workspace.close();
  await server.stop();
});

async function tokenOf({ auth }: Member): Promise<string> {
  return (await auth.createToken('import', ['admin', 'users:read', 'channels:read', 'channels:history'])).token;
}

/** `npm run import` with these arguments. */
class Command {
  readonly output = new Output();
  readonly #child;
  readonly #closed: Promise<unknown[]>;

  constructor(args: readonly string[], environment: Record<string, string> = {}) {
    const { EDGEWAYS_TOKEN: _, ...inherited } = process.env;
    const env = { ...inherited, ...environment };
    const program = join(ROOT, 'node_modules/.bin/node');
    this.#child = spawn(program, ['scripts/import.ts', ...args], { cwd: ROOT, env, stdio: 'pipe' });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => this.output.append(text));
    }
    this.#closed = once(this.#child, 'close');
  }

  type(line: string): void {
    this.#child.stdin.write(`${line}\n`);
  }

  async result(): Promise<{ code: unknown; output: string }> {
    const [code] = await this.#closed;
    return { code, output: this.output.text };
  }
}

function importFile(path: string, as: string = token) {
  return new Command([path, '--url', server.url, '--token', as]).result();
}

function zipFile(name: string, bytes: Uint8Array): string {
  const path = join(server.dataDir, '..', name);
  writeFileSync(path, bytes);
  return path;
}

function oldFormat(): string {
  const root = join(ROOT, 'scripts/slack-export/fixtures/old-format');
  const files = globSync('**/*.json', { cwd: root }).map((name) => ({ name, data: readFileSync(join(root, name)) }));
  return zipFile('old-format.zip', writeZip(files));
}

/** The numbers in a line of the summary. */
function numbersAfter(output: string, label: string): number[] {
  const line = output.split('\n').find((candidate) => candidate.startsWith(label)) ?? '';
  return line.slice(label.length).trim().split(/\s+/).map(Number);
}

test('an export of the old format comes in whole, and a second time nothing is added', async () => {
  const path = oldFormat();
  const first = await importFile(path);
  expect(first).toMatchObject({ code: 0, output: expect.stringContaining('13 messages were imported and 0 were') });
  expect(numbersAfter(first.output, '#general')).toEqual([9, 9, 0, 0, 0]);
  const second = await importFile(path);
  expect(second).toMatchObject({ code: 0, output: expect.stringContaining('0 messages were imported and 13 were') });
  expect(numbersAfter(second.output, '3 conversations')).toEqual([13, 0, 13, 0, 0]);
});

test('an upload that was cut off is taken up again, with the same file only', async () => {
  const path = oldFormat();
  const file = { name: 'old-format.zip', size: readFileSync(path).length };
  const { import: begun } = await callApi(server, 'edgeways.imports.create', token, file);
  const { id } = ImportReport.parse(begun);
  const resume = (zip: string) => new Command([zip, '--url', server.url, '--token', token, '--resume', id]).result();
  const other = zipFile('other.zip', writeZip([{ name: 'channels.json', data: '[]' }]));
  expect(await resume(other)).toMatchObject({ code: 1, output: expect.stringContaining('which this file is not') });
  expect(await resume(path)).toMatchObject({ code: 0, output: expect.stringContaining('Done in') });
});

describe('what is wrong is said in words, without a stack, and the exit code is 1:', () => {
  test.each([
    ['a file that is not there', () => importFile('nowhere.zip'), 'There is no file nowhere.zip'],
    ['a file that is no zip', () => importFile('package.json'), 'not_a_zip'],
    ['a token that is none', () => importFile(oldFormat(), 'xoxp-nothing'), 'does not take this token'],
    ['nobody who imports', () => new Command([oldFormat(), '--url', server.url]).result(), '/auth/tokens'],
    ['a server that is not there', () => elsewhere('http://127.0.0.1:9'), 'Does it run (npm start)?'],
    ['an option that there is not', () => new Command(['x.zip', '--quick']).result(), '--quick'],
  ])('%s', async (_what, run, words) => {
    const { code, output } = await run();
    expect(code).toBe(1);
    expect(output).toContain(words);
    expect(output).not.toContain('    at ');
  });

  test('somebody who is no administrator', async () => {
    const member = await createMember(server, 'member@example.com', owner);
    const { code, output } = await importFile(oldFormat(), await tokenOf(member));
    member.workspace.close();
    expect({ code, output }).toMatchObject({ code: 1, output: expect.stringContaining('Only administrators') });
  });

  function elsewhere(url: string) {
    return new Command([oldFormat(), '--url', url], { EDGEWAYS_TOKEN: token }).result();
  }
});

test('whoever has no token signs in with a code, and leaves none behind', async () => {
  const command = new Command([oldFormat(), '--url', server.url, '--email', 'owner@example.com']);
  await command.output.waitFor(/The code that/, 0);
  command.type(await server.codeFor('owner@example.com'));
  expect(await command.result()).toMatchObject({ code: 0, output: expect.stringContaining('Done in') });
  expect((await owner.auth.devices()).devices).toHaveLength(1);
});

test('an import goes on by itself after kill -9, and the command waits for it', async () => {
  const { zip, truth } = generateExport({ seed: 3, users: 12, channels: 14, days: 40, messagesPerDay: 12 });
  const other = await createOwner(server, 'other@example.com', 'Others');
  const as = await tokenOf(other);
  const command = new Command([zipFile('generated.zip', zip), '--url', server.url, '--token', as]);
  const { groups } = await command.output.waitFor(/Import (I\w+)\./, 0);
  await expect.poll(() => daysDone(as, groups[0]), { timeout: 60_000, interval: 100 }).toBeGreaterThan(0);
  await server.kill();
  await server.start();
  const { code, output } = await command.result();
  expect(code).toBe(0);
  const [, imported = 0, present = 0] = numbersAfter(output, `${truth.channels.length} conversations`);
  expect(imported + present).toBe(truth.channels.flatMap(({ messages }) => messages).length);
  other.workspace.close();
});

/** How many day files the import has taken. */
async function daysDone(as: string, id: string | undefined): Promise<number> {
  const { import: report } = await callApi(server, 'edgeways.imports.status', as, { id, lists: false });
  const { phase, done } = ImportReport.parse(report);
  return phase === 'channels' ? done : 0;
}

describe.skipIf(!existsSync(houston))('the Houston export', () => {
  const counts = {
    general: 476,
    datajam: 173,
    get_feedback: 149,
    'meetup-': 147,
    tools: 83,
    examples: 80,
    sci: 58,
    readings: 52,
    datasets: 40,
    talks: 32,
    'team-d3': 31,
    tutorials: 27,
    sponsors: 16,
    organizations: 12,
    'design-thinking': 4,
    meetup: 2,
  };

  test('has its 16 channels, 71 people and 1,382 messages here too, and a second time nothing is added', async () => {
    const houstonian = await createOwner(server, 'houston@example.com', 'Houston');
    const as = await tokenOf(houstonian);
    const first = await importFile(houston, as);
    expect(first.code).toBe(0);
    expect(numbersAfter(first.output, '16 conversations')).toEqual([1382, 1382, 0, 0, 0]);
    for (const [name, count] of Object.entries(counts)) {
      expect(numbersAfter(first.output, `#${name} `)).toEqual([count, count, 0, 0, 0]);
    }
    const { members } = await callApi(server, 'users.list', as, {});
    // And whoever imports.
    expect(members).toHaveLength(72);

    const second = await importFile(houston, as);
    expect(second.code).toBe(0);
    expect(numbersAfter(second.output, '16 conversations')).toEqual([1382, 0, 1382, 0, 0]);
    expect((await callApi(server, 'users.list', as, {}))['members']).toEqual(members);
    expect(await countHistory(as)).toEqual(counts);
    houstonian.workspace.close();
  });

  /** The messages in each channel, as the Web API pages through them, threads included. */
  async function countHistory(as: string): Promise<Record<string, number>> {
    const { channels } = await callApi(server, 'conversations.list', as, { limit: 1000 });
    const found: Record<string, number> = {};
    for (const { id, name } of z.array(z.object({ id: z.string(), name: z.string() })).parse(channels)) {
      found[name] = (await listMessages(as, id)).length;
    }
    return found;
  }

  const Page = z.object({
    messages: z.array(z.object({ ts: z.string(), reply_count: z.number().optional() })),
    response_metadata: z.object({ next_cursor: z.string() }).optional(),
  });

  async function listMessages(as: string, channel: string): Promise<string[]> {
    const found: string[] = [];
    for (let cursor = ''; ;) {
      const page = Page.parse(await callApi(server, 'conversations.history', as, { channel, limit: 999, cursor }));
      found.push(...page.messages.map(({ ts }) => ts));
      cursor = page.response_metadata?.next_cursor ?? '';
      if (cursor === '') return found;
    }
  }
});
