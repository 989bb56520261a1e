import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { compareTs } from '../../shared/timestamps.ts';
import { bytesAsRandomAccess } from '../../shared/slack-export/random-access.ts';
import { openFileSource } from './file-source.ts';
import { readWholeExport, type WholeExport } from './read-whole-export.ts';
import { writeZip, type ZipFile } from './write-zip.ts';

const now = '1800000000.000000';

/** The fixture as people often have it: unpacked and packed again, with a folder around everything. */
function zipOfFixture(): Uint8Array<ArrayBuffer> {
  const root = join(import.meta.dirname, 'fixtures', 'old-format');
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json'))
    .sort();
  const files: ZipFile[] = paths.map((path) => ({
    name: `My export/${path.replaceAll('\\', '/')}`,
    data: readFileSync(join(root, path)),
  }));
  return writeZip([
    ...files,
    { name: '__MACOSX/My export/._users.json', data: 'x' },
    { name: 'My export/.DS_Store', data: 'x' },
  ]);
}

describe('an export of the old format', () => {
  let whole: WholeExport;
  beforeAll(async () => {
    whole = await readWholeExport(bytesAsRandomAccess(zipOfFixture()), now);
  });
  const messagesOf = (id: string) => whole.messages.get(id) ?? [];
  const messageAt = (ts: string) => messagesOf('C0OLDGEN1').find((message) => message.ts === ts);

  test('keeps roles, guests and people who have left', () => {
    const people = whole.plan.users.map(({ name, realName, email, role, isGuest, deleted, tz }) => [
      name,
      realName,
      email,
      role,
      isGuest,
      deleted,
      tz,
    ]);
    expect(people).toEqual([
      ['ada', 'Ada Quill', 'ada.quill@example.com', 'owner', false, false, 'Europe/Lisbon'],
      ['ben', 'ben', 'ben@example.com', 'member', true, false, ''],
      ['cyd', 'cyd', 'cyd@example.com', 'member', false, true, ''],
    ]);
  });

  test('keeps topics, purposes, pins and archived channels, with times as numbers', () => {
    const [general, retired] = whole.plan.channels;
    expect(general).toMatchObject({ id: 'C0OLDGEN1', isGeneral: true, created: 1430000000 });
    expect(general?.topic).toEqual({ value: 'Tea at four', creator: 'U0OLDBEN2', last_set: 1430000100 });
    expect(general?.pins).toEqual([{ ts: '1430000200.000004', user: 'U0OLDADA1', created: 1430000300 }]);
    expect(retired).toMatchObject({ isArchived: true, members: [], purpose: { value: 'gone by' } });
    expect(retired?.days.map(({ date }) => date)).toEqual(['2015-04-25', '2015-04-26']);
  });

  test('keeps every message, in order', () => {
    expect(messagesOf('C0OLDGEN1').map(({ subtype }) => subtype ?? 'plain')).toEqual([
      'channel_join',
      'channel_topic',
      'plain',
      'file_share',
      'file_comment',
      'bot_add',
      'bot_message',
      'pinned_item',
      'file_share',
    ]);
    expect(messagesOf('C0OLDRET2').map(({ subtype }) => subtype)).toEqual([
      'channel_purpose',
      'channel_name',
      'channel_leave',
      'channel_archive',
    ]);
    expect(messagesOf('C0OLDTLK3')).toEqual([]);
  });

  test('turns its one file into a list, without the exporter’s token', () => {
    const message = messageAt('1430000220.000005');
    expect(message?.files).toMatchObject([
      { id: 'F0OLDPLAN', name: 'plan.png', url_private: 'https://files.example.com/T0OLDTEAM-F0OLDPLAN/plan.png' },
    ]);
    expect(message).not.toHaveProperty('file');
    expect(message).not.toHaveProperty('bot_id');
    expect(message).not.toHaveProperty('username');
  });

  test('takes a comment’s author for its sender', () => {
    expect(messageAt('1430000230.000006')).toMatchObject({ user: 'U0OLDBEN2', files: [{ id: 'F0OLDPLAN' }] });
  });

  test('keeps edits, reactions with their skin tone, and inviters', () => {
    expect(messageAt('1430000200.000004')).toMatchObject({
      edited: { user: 'U0OLDADA1', ts: '1430000210.000000' },
      reactions: [{ name: '+1::skin-tone-2', users: ['U0OLDBEN2'], count: 1 }],
    });
    expect(messageAt('1430000000.000002')).toMatchObject({ inviter: 'U0OLDBEN2' });
  });

  test('names what it cannot take', () => {
    expect(whole.problems.map(({ code, where, ts }) => [code, where, ts])).toEqual([
      ['file_not_imported', 'My export/integration_logs.json', undefined],
      ['file_not_imported', '', undefined],
      ['bad_pin', 'My export/channels.json', undefined],
      ['missing_attachment', 'My export/general/2015-04-25.json', '1430000310.000010'],
    ]);
  });
});

const houston = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'slack-export-houston.zip');

describe.skipIf(!existsSync(houston))('the Houston export', () => {
  let whole: WholeExport;
  beforeAll(async () => {
    const source = await openFileSource(houston);
    whole = await readWholeExport(source, now);
    await source.close();
  });

  test('has every message, in order, and no fault', () => {
    const messages = [...whole.messages.values()];
    expect({ channels: whole.plan.channels.length, users: whole.plan.users.length }).toEqual({
      channels: 16,
      users: 71,
    });
    expect(messages.flat().length).toBe(1382);
    for (const list of messages) expect(list).toEqual(list.toSorted((a, b) => compareTs(a.ts, b.ts)));
    expect(whole.problems.map(({ code, where }) => [code, where])).toEqual([
      ['file_not_imported', 'integration_logs.json'],
    ]);
  });

  test('has its counts by channel and by subtype', () => {
    const counts = Object.fromEntries(
      whole.plan.channels.map(({ name, id }) => [name, whole.messages.get(id)?.length]),
    );
    expect(counts).toEqual({
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
    });
    const all = [...whole.messages.values()].flat();
    expect(all.filter(({ files }) => files).length).toBe(67);
    expect(all.filter(({ reactions }) => reactions).length).toBe(89);
    expect(all.filter(({ edited }) => edited).length).toBe(37);
    expect(all.filter(({ user }) => user === undefined).length).toBe(0);
    expect(all.filter(({ subtype }) => subtype === 'channel_join').length).toBe(320);
  });
});
