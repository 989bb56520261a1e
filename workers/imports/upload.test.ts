import { env } from 'cloudflare:workers';
import { expect, test, vi } from 'vitest';
import { archiveKey } from '../../durable-objects/import/archive.ts';
import { zipOf } from './testing/zip-of.ts';
import { ImportReport } from '../../shared/protocol/imports.ts';
import { callAs, succeed } from '../testing/api.ts';
import { readAnswer, send, type Answer } from '../testing/http.ts';
import { bearer, createToken, createWorkspace, joinWorkspace, type Somebody } from '../testing/people.ts';
import { partSize } from './create-import.ts';

// An import is many calls, one after the other.
vi.setConfig({ testTimeout: 60_000 });

const export_ = {
  'users.json': [{ id: 'U0ADA', name: 'ada', profile: {} }],
  'channels.json': [{ id: 'C0TALK', name: 'talk', created: 5, members: ['U0ADA'] }],
  'talk/2024-01-01.json': [{ type: 'message', user: 'U0ADA', text: 'hello', ts: '10.000001' }],
};
const small = zipOf(export_);
/** Two parts and a bit. */
const large = zipOf({ 'notes.bin': new Uint8Array(2 * partSize + 1000), ...export_ });

type Caller = Pick<Somebody, 'token'> | string;
const tokenOf = (who: Caller) => (typeof who === 'string' ? who : who.token);

async function create(who: Caller, zip: Uint8Array): Promise<ImportReport> {
  const answer = await succeed(who, 'edgeways.imports.create', { name: 'export.zip', size: zip.length });
  expect(answer).toMatchObject({ part_size: partSize, import: { status: 'uploading' } });
  return ImportReport.parse(answer['import']);
}

async function putPart(who: Caller, id: string, number: number | string, bytes: BodyInit): Promise<Answer> {
  const headers = bearer({ token: tokenOf(who) });
  return readAnswer(await send(`/imports/${id}/parts/${number}`, { method: 'PUT', body: bytes, headers }));
}

const partOf = (zip: Uint8Array<ArrayBuffer>, number: number) => zip.slice((number - 1) * partSize, number * partSize);

async function statusOf(who: Caller, id: string): Promise<ImportReport> {
  return ImportReport.parse((await succeed(who, 'edgeways.imports.status', { id }))['import']);
}

/** Waits, as long as the test may take, for the alarm to have done its work. */
async function outcomeOf(who: Caller, id: string): Promise<ImportReport> {
  return vi.waitUntil(
    async () => {
      const report = await statusOf(who, id);
      return report.phase === 'over' ? report : null;
    },
    { timeout: 50_000, interval: 100 },
  );
}

test('parts in any order, some twice, become the file; the upload can be taken up again; the alarm does the rest', async () => {
  const owner = await createWorkspace();
  const { id } = await create(owner, large);
  expect(await putPart(owner, id, 3, partOf(large, 3))).toMatchObject({ ok: true, part: 3 });
  expect(await putPart(owner, id, 1, new Uint8Array(partSize))).toMatchObject({ ok: true });
  expect(await statusOf(owner, id)).toMatchObject({ phase: 'upload', parts: [1, 3], done: 2, total: 3 });
  expect(await callAs(owner, 'edgeways.imports.start', { id })).toMatchObject({ error: 'upload_incomplete' });
  expect(await putPart(owner, id, 2, partOf(large, 2))).toMatchObject({ ok: true });
  expect(await putPart(owner, id, 1, partOf(large, 1))).toMatchObject({ ok: true });

  expect(await succeed(owner, 'edgeways.imports.start', { id })).toMatchObject({ import: { status: 'running' } });
  expect(await putPart(owner, id, 1, partOf(large, 1))).toMatchObject({ error: 'upload_over' });
  expect(await succeed(owner, 'edgeways.imports.start', { id })).toMatchObject({ ok: true });
  expect(await outcomeOf(owner, id)).toMatchObject({
    status: 'done',
    counts: { messages: { imported: 1 } },
    channels: [{ id: 'C0TALK', name: 'talk', expected: 1, imported: 1, present: 0, lost: 0 }],
  });
  expect(await env.FILES.head(archiveKey(owner.workspaceId, id))).toBeNull();
  const { imports } = await succeed(owner, 'edgeways.imports.list');
  expect(imports).toMatchObject([{ id, name: 'export.zip', size: large.length, status: 'done', error: null }]);
});

test('a part of another length, or that the file does not have, is refused', async () => {
  const owner = await createWorkspace();
  const { id } = await create(owner, small);
  for (const length of [small.length - 1, small.length + 1]) {
    expect(await putPart(owner, id, 1, new Uint8Array(length))).toMatchObject({ error: 'invalid_arguments' });
  }
  expect(await putPart(owner, id, 1, '')).toMatchObject({ error: 'invalid_arguments' });
  for (const number of [0, 2, -1, 'x', '1.5']) {
    expect(await putPart(owner, id, number, small)).toMatchObject({ error: 'invalid_arguments' });
  }
  expect(await statusOf(owner, id)).toMatchObject({ parts: [] });
});

test('a part that comes without its length, and is of another, is refused', async () => {
  const owner = await createWorkspace();
  const { id } = await create(owner, small);
  const streamed = (bytes: Uint8Array) =>
    new ReadableStream({
      start: (controller) => {
        controller.enqueue(bytes);
        controller.close();
      },
    });
  for (const length of [1, small.length - 1, small.length + 1, small.length + 200_000]) {
    expect(await putPart(owner, id, 1, streamed(new Uint8Array(length)))).toMatchObject({ error: 'invalid_arguments' });
  }
  expect(await statusOf(owner, id)).toMatchObject({ parts: [] });
  expect(await putPart(owner, id, 1, streamed(small))).toMatchObject({ ok: true });
});

test('an import is its administrator’s alone: members, other administrators and other workspaces do not see it', async () => {
  const owner = await createWorkspace();
  const member = await joinWorkspace(owner);
  const other = await createWorkspace();
  const { id } = await create(owner, small);
  const methods = ['start', 'status', 'cancel'].map((verb) => `edgeways.imports.${verb}`);
  for (const method of methods) {
    expect(await callAs(member, method, { id })).toMatchObject({ error: 'not_an_admin' });
    expect(await callAs(other, method, { id })).toMatchObject({ error: 'import_not_found' });
    expect(await callAs(owner, method, { id: 'I0NOSUCHONE' })).toMatchObject({ error: 'import_not_found' });
    expect(await callAs(owner, method, { id: '../escape' })).toMatchObject({ error: 'import_not_found' });
  }
  expect(await callAs(member, 'edgeways.imports.create', { name: 'x', size: 5 })).toMatchObject({
    error: 'not_an_admin',
  });
  expect(await callAs(member, 'edgeways.imports.list')).toMatchObject({ error: 'not_an_admin' });
  expect(await succeed(other, 'edgeways.imports.list')).toMatchObject({ imports: [] });
  expect(await putPart(member, id, 1, small)).toMatchObject({ error: 'not_an_admin' });
  expect(await putPart(other, id, 1, small)).toMatchObject({ error: 'import_not_found' });
  expect(await putPart('', id, 1, small)).toMatchObject({ error: 'not_authed' });
});

test('a token needs the scope `admin`', async () => {
  const owner = await createWorkspace();
  const [weak, strong] = [await createToken(owner, ['users:read']), await createToken(owner, ['admin'])];
  expect(await callAs(weak, 'edgeways.imports.create', { name: 'x', size: 5 })).toMatchObject({
    error: 'missing_scope',
  });
  const { id } = await create(strong, small);
  expect(await putPart(weak, id, 1, small)).toMatchObject({ error: 'missing_scope' });
  expect(await putPart(strong, id, 1, small)).toMatchObject({ ok: true });
});

test('an upload that is cancelled takes no more parts, and cancelling what is over changes nothing', async () => {
  const owner = await createWorkspace();
  const { id } = await create(owner, small);
  await putPart(owner, id, 1, small);
  expect(await succeed(owner, 'edgeways.imports.cancel', { id })).toMatchObject({ import: { status: 'cancelled' } });
  expect(await putPart(owner, id, 1, small)).toMatchObject({ error: 'upload_over' });
  expect(await outcomeOf(owner, id)).toMatchObject({ status: 'cancelled' });
  expect(await succeed(owner, 'edgeways.imports.start', { id })).toMatchObject({ import: { status: 'cancelled' } });
  expect(await succeed(owner, 'edgeways.imports.list')).toMatchObject({ imports: [{ id, status: 'cancelled' }] });
});

test('problems come page by page', async () => {
  const owner = await createWorkspace();
  const bad = Array.from({ length: 5 }, (_, index) => ({ type: 'message', text: String(index), ts: 'never' }));
  const zip = zipOf({ ...export_, 'talk/2024-01-02.json': bad });
  const { id } = await create(owner, zip);
  await putPart(owner, id, 1, zip);
  await succeed(owner, 'edgeways.imports.start', { id });
  await outcomeOf(owner, id);
  const codes: string[] = [];
  let cursor = '';
  do {
    const answer = await succeed(owner, 'edgeways.imports.status', { id, limit: 2, cursor });
    const { problems = [] } = ImportReport.parse(answer['import']);
    codes.push(...problems.map(({ code, detail }) => `${code} ${detail.slice(0, 7)}`));
    cursor = String(Object(answer['response_metadata']).next_cursor);
  } while (cursor !== '');
  expect(codes).toEqual(bad.map((_, index) => `bad_ts Entry ${index}`.slice(0, 14)));
});
