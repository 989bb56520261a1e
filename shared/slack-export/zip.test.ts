import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter, type ZipWriterAddDataOptions } from '@zip.js/zip.js';
import { expect, test } from 'vitest';
import { bytesAsRandomAccess, type RandomAccess } from './random-access.ts';
import { listZip, type ZipListing } from './zip.ts';
import { readZipEntry } from './zip-entry.ts';
import { defaultZipLimits } from './zip-limits.ts';

type File = [name: string, text: string, options?: ZipWriterAddDataOptions];

async function zipOf(files: readonly File[]): Promise<RandomAccess> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
  for (const [name, text, options] of files) {
    await writer.add(name, new Uint8ArrayReader(new TextEncoder().encode(text)), options);
  }
  return bytesAsRandomAccess(new Uint8Array(await writer.close()));
}

async function listed(source: RandomAccess): Promise<ZipListing> {
  const listing = await listZip(source, defaultZipLimits);
  if (!listing.ok) throw new Error(listing.detail);
  return listing;
}

test('lists the JSON files and reads what was put in, however it was packed', async () => {
  const long = JSON.stringify(Array.from({ length: 40_000 }, (_, index) => index));
  const files: File[] = [
    ['deflated.json', long],
    ['stored.json', long, { level: 0 }],
    ['zip64.json', '[1]', { zip64: true }],
    ['described.json', '[2]', { dataDescriptor: true }],
    ['empty.json', '', { level: 0 }],
    ['ünïcode/日本.json', '"\u{1f642}"'],
  ];
  const source = await zipOf(files);
  const { entries, refused } = await listed(source);
  expect(refused).toEqual([]);
  expect(entries.map(({ name }) => name)).toEqual(files.map(([name]) => name));
  for (const [index, entry] of entries.entries()) {
    // As an import does that was stopped in between: the entry is all that it kept.
    const read = await readZipEntry(source, JSON.parse(JSON.stringify(entry)));
    expect(read.ok && new TextDecoder().decode(read.bytes)).toBe(files[index]?.[1]);
  }
});

test('passes over folders, what is not JSON and what archivers leave behind', async () => {
  const source = await zipOf([
    ['__MACOSX/._a.json', 'x'],
    ['folder/._a.json', 'x'],
    ['folder/', ''],
    ['image.png', 'x'],
    ['folder/a.json', '[]'],
  ]);
  const { entries, otherFiles } = await listed(source);
  expect(entries.map(({ name }) => name)).toEqual(['folder/a.json']);
  expect(otherFiles).toBe(1);
});

test('takes backslashes and leading dots for what they mean', async () => {
  const { entries } = await listed(await zipOf([['.\\general\\2024-01-01.json', '[]']]));
  expect(entries.map(({ name }) => name)).toEqual(['general/2024-01-01.json']);
});

test.each(['../up.json', 'a/../../up.json', '/etc/up.json', 'C:\\up.json', '..\\up.json'])(
  'refuses the name %s and lists the rest',
  async (name) => {
    const { entries, refused } = await listed(
      await zipOf([
        [name, '[]'],
        ['a.json', '[]'],
      ]),
    );
    expect(refused.map(({ error, entry }) => [error, entry])).toEqual([['unsafe_name', name.replaceAll('\\', '/')]]);
    expect(entries.map((entry) => entry.name)).toEqual(['a.json']);
  },
);

test('two names that come to the same are one file', async () => {
  const { entries, refused } = await listed(
    await zipOf([
      ['a.json', '[]'],
      ['./a.json', '[1]'],
    ]),
  );
  expect(entries.length).toBe(1);
  expect(refused).toMatchObject([{ error: 'duplicate_name', entry: 'a.json' }]);
});

test('refuses an encrypted file and lists the rest', async () => {
  const { entries, refused } = await listed(
    await zipOf([
      ['secret.json', '[]', { password: 'x' }],
      ['a.json', '[]'],
    ]),
  );
  expect(refused).toMatchObject([{ error: 'encrypted_entry', entry: 'secret.json' }]);
  expect(entries.length).toBe(1);
});

test.each([
  ['of nothing', new Uint8Array(0)],
  ['of text', new TextEncoder().encode('[{"id":"C1"}] and so on, which is no archive')],
])('a file %s is not a zip', async (_, bytes) => {
  const listing = await listZip(bytesAsRandomAccess(new Uint8Array(bytes)), defaultZipLimits);
  expect(listing).toMatchObject({ ok: false, error: 'not_a_zip', entry: null });
});

test('an archive of nothing has no entries', async () => {
  expect((await listed(await zipOf([]))).entries).toEqual([]);
});

test('limits hold for entries, their sizes, their sum and the directory', async () => {
  const source = await zipOf([
    ['a.json', 'x'.repeat(100)],
    ['b.json', 'x'.repeat(200)],
  ]);
  const list = (limits: Partial<typeof defaultZipLimits>) => listZip(source, { ...defaultZipLimits, ...limits });
  expect(await list({ maxEntries: 1 })).toMatchObject({ error: 'zip_bomb', entry: null });
  expect(await list({ maxTotalSize: 299 })).toMatchObject({ error: 'zip_bomb', entry: 'b.json' });
  expect(await list({ maxTotalSize: 300 })).toMatchObject({ ok: true });
  expect(await list({ maxDirectorySize: 50 })).toMatchObject({ error: 'zip_bomb', entry: null });
  expect(await list({ ratioFreeSize: 150, maxRatio: 2 })).toMatchObject({ error: 'zip_bomb', entry: 'b.json' });
  expect(await list({ maxEntrySize: 150 })).toMatchObject({
    ok: true,
    entries: [{ name: 'a.json' }],
    refused: [{ error: 'entry_too_large', entry: 'b.json' }],
  });
});

test('when the medium fails, listing and reading fail as it did, to be tried again', async () => {
  const source = await zipOf([['a.json', '[]']]);
  const failing = (from: number): RandomAccess => ({
    size: source.size,
    read: (offset, length) => (offset >= from ? Promise.reject(new Error('no network')) : source.read(offset, length)),
  });
  const { entries } = await listed(source);
  const entry = entries[0];
  if (!entry) throw new Error('no entry');
  await expect(listZip(failing(0), defaultZipLimits)).rejects.toThrow('no network');
  await expect(readZipEntry(failing(0), entry)).rejects.toThrow('no network');
  await expect(readZipEntry(failing(1), entry)).rejects.toThrow('no network');
});

test('reading ends where the archive has become shorter', async () => {
  const source = await zipOf([['a.json', 'x'.repeat(1000), { level: 0 }]]);
  const [entry] = (await listed(source)).entries;
  if (!entry) throw new Error('no entry');
  const cut: RandomAccess = {
    size: 500,
    read: async (offset, length) => (await source.read(offset, length)).subarray(0, Math.max(0, 500 - offset)),
  };
  expect(await readZipEntry(cut, entry)).toMatchObject({ error: 'corrupt_entry', entry: 'a.json' });
});
