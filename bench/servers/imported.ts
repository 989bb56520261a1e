import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { writeZip, type ZipFile } from '../../scripts/slack-export/write-zip.ts';
import type { Client } from './edgeways.ts';
import type { Running } from './program.ts';

export interface Imported {
  /** Besides the owner, who is in every channel. */
  people: number;
  channels: number;
}

/** 2023-11-14. */
const created = 1_700_000_000;

/** Brings channels with many people into a workspace, each with one old message, by an import; the channels' ids. */
export async function importChannels(
  server: Running,
  owner: Client,
  { people, channels }: Imported,
): Promise<string[]> {
  const users = [
    userOf('U0BENCH', owner.email),
    ...times(people, (i) => userOf(`U0BENCH${i}`, `person-${i}@example.com`)),
  ];
  const members = users.map(({ id }) => id);
  const list = times(channels, (i) => channelOf(`C0BENCH${i}`, `imported-${i}`, members));
  const days = list.map(({ name }) => json(`${name}/2023-11-15.json`, [firstMessage]));
  const zip = writeZip([json('users.json', users), json('channels.json', list), ...days]);
  const file = join(mkdtempSync(join(tmpdir(), 'export-')), 'export.zip');
  writeFileSync(file, zip);
  const token = await owner.createToken(['admin']);
  const url = `http://127.0.0.1:${server.port}`;
  await promisify(execFile)(process.execPath, ['scripts/import.ts', file, '--url', url, '--token', token]);
  return list.map(({ id }) => id);
}

const firstMessage = { type: 'message', user: 'U0BENCH', text: 'Good morning', ts: `${created + 86_400}.000000` };

function userOf(id: string, email: string) {
  const name = id.toLowerCase();
  return {
    id,
    name,
    real_name: name,
    deleted: false,
    is_bot: false,
    profile: { real_name: name, display_name: name, email },
  };
}

function channelOf(id: string, name: string, members: readonly string[]) {
  const text = { value: '', creator: '', last_set: 0 };
  return {
    id,
    name,
    created,
    creator: members[0],
    is_archived: false,
    is_general: false,
    members,
    topic: text,
    purpose: text,
  };
}

function json(name: string, value: unknown): ZipFile {
  return { name, data: JSON.stringify(value) };
}

function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
