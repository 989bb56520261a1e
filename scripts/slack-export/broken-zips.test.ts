import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DayFile } from '../../shared/slack-export/plan.ts';
import { bytesAsRandomAccess } from '../../shared/slack-export/random-access.ts';
import { readDayFile, readPlan } from '../../shared/slack-export/read-export.ts';
import {
  damagedZip,
  encryptedZip,
  lyingZipBomb,
  overlappingZip,
  truncatedZip,
  zipBomb,
  zipWithFile,
  zipWithout,
} from './broken-zips.ts';
import { generateExport } from './generate.ts';
import { readWholeExport } from './read-whole-export.ts';
import { writeZip } from './write-zip.ts';

const { zip, files, truth } = generateExport({ seed: 7, users: 6, channels: 7, days: 2, messagesPerDay: 4 });
const now = '1800000000.000000';
const megabyte = 1024 * 1024;
const generalDay = 'general/2024-01-01.json';

const planOf = (bytes: Uint8Array<ArrayBuffer>) => readPlan(bytesAsRandomAccess(bytes));
const wholeOf = (bytes: Uint8Array<ArrayBuffer>) => readWholeExport(bytesAsRandomAccess(bytes), now);
const readDayAlone = (bytes: Uint8Array<ArrayBuffer>, day: DayFile) =>
  readDayFile(bytesAsRandomAccess(bytes), day, { isKnownUser: () => true, getFingerprint: () => null, now });

test.each([0, 1, 21, 22, 1000, zip.length - 30, zip.length - 1])(
  'the first %i bytes of an export are refused',
  async (length) => {
    expect(await planOf(truncatedZip(zip, length))).toMatchObject({ ok: false, error: 'not_a_zip', entry: null });
  },
);

test('an archive whose middle is missing is refused by its directory', async () => {
  const middle = Math.floor(zip.length / 2);
  const spliced = new Uint8Array([...zip.slice(0, 100), ...zip.slice(middle)]);
  const outcome = await planOf(spliced);
  if (outcome.ok) throw new Error('not refused');
  expect(outcome.error).toMatch(/^(not_a_zip|zip_bomb|not_an_export)$/);
});

test('a bomb that says so is refused whole, by name', async () => {
  expect(await planOf(zipBomb(files, 8 * megabyte))).toMatchObject({
    ok: false,
    error: 'zip_bomb',
    entry: 'general/2030-01-01.json',
  });
});

test('a file too large to take is named, and the rest goes on', async () => {
  const large = { name: 'general/2030-01-01.json', data: Buffer.alloc(33 * megabyte, ' '), stored: true };
  const outcome = await planOf(writeZip([...files, large]));
  expect(outcome).toMatchObject({ ok: true });
  expect(outcome.ok && outcome.plan.problems.map(({ code, where }) => [code, where])).toContainEqual([
    'entry_too_large',
    'general/2030-01-01.json',
  ]);
});

test('a bomb that declares a small size is refused when it passes that size', async () => {
  const lying = lyingZipBomb(files, 16 * megabyte, 20);
  const outcome = await planOf(lying);
  if (!outcome.ok) throw new Error(outcome.detail);
  const day = outcome.plan.channels.flatMap(({ days }) => days).find(({ date }) => date === '2030-01-01');
  if (!day) throw new Error('no such day');
  expect(await readDayAlone(lying, day)).toMatchObject({
    ok: false,
    error: 'zip_bomb',
    entry: 'general/2030-01-01.json',
  });
});

test('a lying list file is refused with the plan', async () => {
  const lying = writeZip(files.map((file) => (file.name === 'users.json' ? { ...file, declaredSize: 10 } : file)));
  expect(await planOf(lying)).toMatchObject({ ok: false, error: 'zip_bomb', entry: 'users.json' });
});

test('files that share their bytes are a bomb', async () => {
  expect(await planOf(overlappingZip(files, 3))).toMatchObject({ ok: false, error: 'zip_bomb' });
});

test.each(['../../etc/cron.json', '/absolute.json', 'general/../../x.json'])(
  'the name %s is refused, and the rest goes on',
  async (name) => {
    const whole = await wholeOf(zipWithFile(files, name));
    expect(whole.problems.map(({ code, where }) => ({ code, where }))).toContainEqual({
      code: 'unsafe_name',
      where: name,
    });
    expect(whole.problems.length).toBe(truth.problems.length + 1);
  },
);

test('an encrypted day is named, and the other days go on', async () => {
  const whole = await wholeOf(encryptedZip(files, generalDay));
  expect(whole.problems.map(({ code, where }) => ({ code, where }))).toContainEqual({
    code: 'encrypted_entry',
    where: generalDay,
  });
  expect(whole.messages.get('C0GEN00000')?.length).toBe(4);
});

test('an archive of which everything is encrypted is refused, and the reason says so', async () => {
  const outcome = await planOf(writeZip(files.map((file) => ({ ...file, flags: 0x0801 }))));
  expect(outcome).toMatchObject({ ok: false, error: 'not_an_export' });
  expect(!outcome.ok && outcome.detail).toContain('encrypted');
});

test('a damaged day is named, and the other days go on', async () => {
  const whole = await wholeOf(damagedZip(files, generalDay));
  expect(whole.problems.map(({ code, where }) => ({ code, where }))).toContainEqual({
    code: 'corrupt_entry',
    where: generalDay,
  });
  expect(whole.messages.get('C0GEN00000')?.length).toBe(4);
});

test('without users.json everybody is a placeholder, and every message is there', async () => {
  const whole = await wholeOf(zipWithout(files, 'users.json'));
  expect(whole.plan.users).toEqual([]);
  expect(whole.problems).toContainEqual({ code: 'missing_file', where: 'users.json', detail: expect.any(String) });
  expect(new Set(whole.unknownUsers).size).toBe(whole.unknownUsers.length);
  expect(whole.unknownUsers).toContain('U0STRANGER');
  expect([...whole.messages.values()].flat().length).toBe(truth.channels.flatMap(({ messages }) => messages).length);
});

test('without channels.json the public channels become private, and every message is there', async () => {
  const whole = await wholeOf(zipWithout(files, 'channels.json'));
  expect(whole.plan.channels.filter(({ kind }) => kind === 'public')).toEqual([]);
  expect(whole.plan.channels.find(({ name }) => name === 'general')).toMatchObject({
    kind: 'private',
    isUnlisted: true,
  });
  expect([...whole.messages.values()].flat().length).toBe(truth.channels.flatMap(({ messages }) => messages).length);
});

test('an archive of something else is not an export', async () => {
  const outcome = await planOf(writeZip([{ name: 'package.json', data: '{}' }]));
  expect(outcome).toMatchObject({ ok: false, error: 'not_an_export', entry: null });
});

test('a list that is no list is named, and the rest goes on', async () => {
  const whole = await wholeOf(
    writeZip(files.map((file) => (file.name === 'mpims.json' ? { ...file, data: '{}' } : file))),
  );
  expect(whole.problems.map(({ code, where }) => ({ code, where }))).toContainEqual({
    code: 'not_a_list',
    where: 'mpims.json',
  });
});

test('whatever bytes are changed, reading ends with a plan or a refusal', async () => {
  const change = fc.tuple(fc.nat(zip.length - 1), fc.nat(255));
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 20 }), async (changes) => {
      const bytes = zip.slice();
      for (const [index, value] of changes) bytes[index] = value;
      const outcome = await planOf(bytes);
      if (!outcome.ok) expect(outcome.error).toMatch(/^(not_a_zip|zip_bomb|not_an_export)$/);
      const channels = outcome.ok ? outcome.plan.channels : [];
      for (const day of channels.flatMap(({ days }) => days)) {
        const result = await readDayAlone(bytes, day);
        if (result.ok)
          expect(result.counts.entries).toBe(result.messages.length + result.counts.lost + result.counts.identical);
        else expect(result.error).toBe('zip_bomb');
      }
    }),
    { numRuns: 60 },
  );
}, 60_000);
