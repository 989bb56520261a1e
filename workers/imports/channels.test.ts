import { runDurableObjectAlarm } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, inject, test, vi } from 'vitest';
import { z } from 'zod';
import { succeed } from '../testing/api.ts';
import { createWorkspace, signInAgain } from '../testing/people.ts';
import { fromBase64, importZip, SteppedImport } from './testing/run-import.ts';
import { readChannel, readState } from './testing/workspace-state.ts';
import { zipOf } from './testing/zip-of.ts';

// An import is many calls, one after the other.
vi.setConfig({ testTimeout: 60_000 });

type Fields = Record<string, unknown>;
const ada = { id: 'U0ADA', name: 'ada', profile: { email: 'ada.of.channels@example.com' } };
const ben = { id: 'U0BEN', name: 'ben', profile: { email: 'ben.of.channels@example.com' } };
const left = { id: 'U0LEFT', name: 'left', deleted: true, profile: {} };
const people = { 'users.json': [ada, ben, left] };
const channel = (id: string, name: string, fields: Fields = {}) => ({
  id,
  name,
  created: 1_600_000_000,
  creator: 'U0ADA',
  members: ['U0ADA', 'U0BEN'],
  ...fields,
});
const said = (ts: string, fields: Fields = {}) => ({ type: 'message', user: 'U0ADA', text: 'words', ts, ...fields });
const day = '2024-01-01.json';

test('a name that is taken gets a number, a name that no channel can have becomes one, and the report says so', async () => {
  const owner = await createWorkspace();
  await succeed(owner, 'conversations.create', { name: 'plans', is_private: true });
  const report = await importZip(
    owner,
    zipOf({ ...people, 'channels.json': [channel('C0PLANS', 'plans'), channel('C0ODD', 'Odd Name.')] }),
  );
  const names = (await readState(owner)).listed.map(({ name }) => name);
  expect(names.toSorted()).toEqual(['general', 'odd-name-', 'plans', 'plans-2']);
  expect(report.problems?.filter(({ code }) => code === 'renamed_channel').map(({ where }) => where)).toEqual([
    'plans',
    'Odd Name.',
  ]);
});

test("the export's general channel becomes the workspace's, mentions of it too, and everybody is in it", async () => {
  const owner = await createWorkspace();
  const [general] = (await readState(owner)).listed;
  await importZip(
    owner,
    zipOf({
      ...people,
      'channels.json': [
        channel('C0AAA', 'aaa'),
        channel('C0GENERAL', 'everybody', { is_general: true, is_archived: true }),
      ],
      [`everybody/${day}`]: [said('10.000001')],
      [`aaa/${day}`]: [said('10.000002', { text: 'see <#C0GENERAL|everybody>' })],
    }),
  );
  const { listed, objects } = await readState(owner);
  expect(listed.map(({ id }) => id).toSorted()).toEqual(['C0AAA', general?.id].toSorted());
  expect(objects.get(general?.id ?? '')).toMatchObject({
    facts: { name: 'general', is_archived: 0 },
    messages: [{ user_id: 'U0ADA' }],
    members: ['U0ADA', 'U0BEN', owner.userId].toSorted(),
  });
  expect(objects.get('C0AAA')?.messages).toMatchObject([{ text: `see <#${general?.id}|everybody>` }]);
});

test('a direct message keeps its people, one alone, unknown ones and those who left too', async () => {
  const owner = await createWorkspace();
  const report = await importZip(
    owner,
    zipOf({
      ...people,
      'channels.json': [],
      'dms.json': [
        { id: 'D0SELF', created: 5, members: ['U0ADA'] },
        { id: 'D0LEFT', created: 5, members: ['U0ADA', 'U0LEFT'] },
        { id: 'D0UNKNOWN', created: 5, members: ['U0BEN', 'U0STRANGER'] },
        { id: 'D0NOBODY', created: 5, members: [] },
      ],
      [`D0LEFT/${day}`]: [said('10.000001', { user: 'U0LEFT' })],
    }),
  );
  const { objects } = await readState(owner);
  const members = ['D0SELF', 'D0LEFT', 'D0UNKNOWN', 'D0NOBODY'].map((id) => objects.get(id)?.members);
  expect(members).toEqual([['U0ADA'], ['U0ADA', 'U0LEFT'], ['U0BEN', 'U0STRANGER'], []]);
  expect(report.problems).toMatchObject([{ code: 'nobody_left', where: 'D0NOBODY' }]);
  const person = await signInAgain({ ...owner, email: ada.profile.email });
  const { channels } = await succeed(person, 'users.conversations', { types: 'im' });
  expect(channels).toMatchObject([
    { id: 'D0LEFT', user: 'U0LEFT' },
    { id: 'D0SELF', user: 'U0ADA' },
  ]);
});

test('a private channel that everybody has left goes to whoever imports, and to nobody else', async () => {
  const owner = await createWorkspace();
  const report = await importZip(
    owner,
    zipOf({ ...people, 'groups.json': [channel('G0EMPTY', 'empty', { members: ['U0LEFT'], is_archived: true })] }),
  );
  expect(await readChannel(owner.workspaceId, 'G0EMPTY')).toMatchObject({
    facts: { kind: 'private', is_archived: 1 },
    members: [owner.userId],
  });
  expect(report.problems?.map(({ code }) => code)).toContain('nobody_left');
});

test('what is private in the export does not go into a channel that is public here', async () => {
  const owner = await createWorkspace();
  const plan = channel('C0TALK', 'talk');
  await importZip(owner, zipOf({ ...people, 'channels.json': [plan], [`talk/${day}`]: [said('10.000001')] }));
  const secret = [said('10.000001'), said('10.000002', { text: 'secret' })];
  const report = await importZip(owner, zipOf({ ...people, 'groups.json': [plan], [`talk/${day}`]: secret }));
  expect(report.problems).toContainEqual(expect.objectContaining({ code: 'more_open_here', severity: 'lost' }));
  expect((await readChannel(owner.workspaceId, 'C0TALK')).messages).toHaveLength(1);
});

test('an export that has the id of a channel of the workspace’s own writes nothing there', async () => {
  const owner = await createWorkspace();
  const { channel: own } = await succeed(owner, 'conversations.create', { name: 'own', is_private: true });
  const { id } = z.object({ id: z.string() }).parse(own);
  const before = await readChannel(owner.workspaceId, id);
  const forged = channel(id, 'forged', { members: ['U0ADA'] });
  const report = await importZip(
    owner,
    zipOf({ ...people, 'groups.json': [forged], [`forged/${day}`]: [said('10.000001')] }),
  );
  expect(report.problems).toContainEqual(expect.objectContaining({ code: 'id_taken', severity: 'lost' }));
  expect(await readChannel(owner.workspaceId, id)).toEqual(before);
});

test('a later export adds what is new; who left the channel in the meantime stays out', async () => {
  const owner = await createWorkspace();
  const list = { ...people, 'channels.json': [channel('C0TALK', 'talk')] };
  await importZip(owner, zipOf({ ...list, [`talk/${day}`]: [said('10.000001')] }));
  const person = await signInAgain({ ...owner, email: ben.profile.email });
  await succeed(person, 'conversations.leave', { channel: 'C0TALK' });
  const more = [said('10.000001'), said('20.000001')];
  const report = await importZip(owner, zipOf({ ...list, [`talk/${day}`]: more }));
  expect(report.channels).toMatchObject([{ expected: 2, imported: 1, present: 1 }]);
  expect((await readChannel(owner.workspaceId, 'C0TALK')).members).toEqual(['U0ADA']);
});

test('pins are those that the channel names and those that messages name; one without its message is named', async () => {
  const owner = await createWorkspace();
  const pins = [
    { id: '10.000001', type: 'C', user: 'U0BEN', created: 77 },
    { id: '99.000001', type: 'C', user: 'U0BEN', created: 77 },
  ];
  const pinned = { pinned_to: ['C0TALK'], pinned_info: { channel: 'C0TALK', pinned_by: 'U0BEN', pinned_ts: 88 } };
  const report = await importZip(
    owner,
    zipOf({
      ...people,
      'channels.json': [channel('C0TALK', 'talk', { pins })],
      [`talk/${day}`]: [said('10.000001', pinned), said('10.000002', pinned), said('10.000003')],
    }),
  );
  expect((await readChannel(owner.workspaceId, 'C0TALK')).pins).toEqual([
    { message: 10_000_001, user_id: 'U0BEN', pinned: 77 },
    { message: 10_000_002, user_id: 'U0BEN', pinned: 88 },
  ]);
  expect(report.problems).toContainEqual(expect.objectContaining({ code: 'pin_without_message', ts: '99.000001' }));
});

describe('an archive that is not to be read', () => {
  const good = fromBase64(inject('generatedExport').zip);

  test.each([
    ['a file that is no archive', new TextEncoder().encode('hello '.repeat(10)), 'not_a_zip'],
    ['an archive that is cut off', good.slice(0, good.length - 40), 'not_a_zip'],
    ['an archive of something else', zipOf({ 'package.json': {} }), 'not_an_export'],
  ])('%s is refused with a code and a sentence, and its file deleted', async (_what, zip, error) => {
    const owner = await createWorkspace();
    const stepped = await SteppedImport.begin(owner, zip);
    expect(await stepped.run()).toMatchObject({ status: 'failed', error, error_detail: expect.any(String) });
    expect(await env.FILES.head(stepped.key)).toBeNull();
    expect((await readState(owner)).listed).toHaveLength(1);
  });

  test('a day that unpacks to more than it declares ends the import there', async () => {
    const owner = await createWorkspace();
    const report = await importZip(owner, fromBase64(inject('lyingExport')));
    expect(report).toMatchObject({ status: 'failed', error: 'zip_bomb', phase: 'over' });
  });
});

test('an import that is cancelled stops after its step, and the same file again completes it', async () => {
  const owner = await createWorkspace();
  const messages = Array.from({ length: 3 }, (_, index) => said(`1${index}.000001`));
  const zip = zipOf({
    ...people,
    'channels.json': [channel('C0ONE', 'one'), channel('C0TWO', 'two')],
    [`one/${day}`]: messages,
    [`two/${day}`]: messages,
  });
  const stepped = await SteppedImport.begin(owner, zip);
  await stepped.run(
    (sql) => sql.exec("SELECT 1 FROM channels WHERE id = 'C0ONE' AND state = 'filled'").toArray().length > 0,
  );
  expect(await stepped.stub.cancel(owner.userId)).toMatchObject({ ok: true, import: { status: 'cancelled' } });
  expect(await stepped.run()).toMatchObject({ status: 'cancelled', counts: { messages: { imported: 3 } } });
  expect(await env.FILES.head(stepped.key)).toBeNull();
  expect((await readState(owner)).listed.map(({ id }) => id)).not.toContain('C0TWO');

  const again = await importZip(owner, zip);
  expect(again.counts.messages).toMatchObject({ imported: 3, present: 3 });
  expect((await readChannel(owner.workspaceId, 'C0ONE')).members).toEqual(['U0ADA', 'U0BEN']);
});

test('what fails is tried again, and nothing is lost or doubled', async () => {
  const owner = await createWorkspace();
  const zip = zipOf({ ...people, 'channels.json': [channel('C0TALK', 'talk')], [`talk/${day}`]: [said('10.000001')] });
  const stepped = await SteppedImport.begin(owner, zip);
  const failing = () => Promise.reject(new Error('the bucket does not answer'));
  await stepped.run((sql) => sql.exec('SELECT 1 FROM days').toArray().length > 0);
  await stepped.run((sql) => sql.exec("SELECT 1 FROM channels WHERE state = 'created'").toArray().length > 0);
  for (let failure = 0; failure < 4; failure += 1) {
    const broken = stepped.step((job) => ({ ...job, archive: { size: zip.length, read: failing } }));
    await expect(broken).rejects.toThrow('does not answer');
  }
  expect(await stepped.run()).toMatchObject({ status: 'done', counts: { messages: { expected: 1, imported: 1 } } });
});

test('the alarm tries again later what failed, and gives up an upload that nobody finished', async () => {
  const owner = await createWorkspace();
  const zip = zipOf({ ...people, 'channels.json': [channel('C0TALK', 'talk')] });
  const stepped = await SteppedImport.begin(owner, zip);
  await env.FILES.delete(stepped.key);
  const ring = async () => {
    await stepped.inside(async (storage) => storage.setAlarm(Date.now() + 3_600_000));
    await runDurableObjectAlarm(stepped.stub);
    return stepped.inside(async (storage) => storage.getAlarm());
  };
  vi.spyOn(console, 'error').mockReturnValue(undefined);
  expect(await ring()).toBeGreaterThan(Date.now());
  await env.FILES.put(stepped.key, zip);
  expect(await ring()).toBeNull();
  expect(await stepped.report()).toMatchObject({ status: 'done' });

  const forgotten = await SteppedImport.begin(owner, zip, { isUploaded: false });
  await runDurableObjectAlarm(forgotten.stub);
  expect(await forgotten.report()).toMatchObject({ status: 'cancelled', phase: 'over' });
});
