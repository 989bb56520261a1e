import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { channelOf } from '../../durable-objects/channel/stub.ts';
import { addresses } from '../../migrations/directory/schema.ts';
import { openDirectory } from '../../migrations/shards.ts';
import { changePerson, createWorkspace, joinWorkspace, newEmail, type Somebody } from '../testing/people.ts';
import { importZip, SteppedImport } from './testing/run-import.ts';
import { readChannel, readState } from './testing/workspace-state.ts';
import { zipOf } from './testing/zip-of.ts';

// An import is many calls, one after the other.
vi.setConfig({ testTimeout: 60_000 });

const ben = { id: 'U0BEN', name: 'ben', profile: {} };
const said = (text: string, seconds: number) => ({ type: 'message', user: 'U0BEN', text, ts: `${seconds}.000001` });
const day = '2024-01-01.json';
const conversation = (id: string, members: string[]) => ({ id, name: id.toLowerCase(), created: 5, members });

/** An export with one private channel. */
const withGroup = (members: string[], messages: unknown[]) =>
  zipOf({
    'users.json': [ben],
    'channels.json': [],
    'groups.json': [conversation('G0SECRET', members)],
    [`g0secret/${day}`]: messages,
  });

/** An export with one direct message. */
const withDirect = (members: string[], messages: unknown[], people: unknown[] = [ben]) =>
  zipOf({
    'users.json': people,
    'channels.json': [],
    'dms.json': [conversation('D0SECRET', members)],
    [`D0SECRET/${day}`]: messages,
  });

const claim = (email: string) =>
  zipOf({ 'users.json': [{ id: 'U0STRANGER', name: 'stranger', profile: { email } }], 'channels.json': [] });

async function withAdministrator(): Promise<{ owner: Somebody; admin: Somebody }> {
  const owner = await createWorkspace();
  const admin = await joinWorkspace(owner);
  await changePerson(admin, { role: 'admin' });
  return { owner, admin };
}

const idTaken = expect.objectContaining({ code: 'id_taken', severity: 'lost' });
const leave = (workspace: Somebody, userId: string) =>
  channelOf(env, workspace.workspaceId, 'G0SECRET').leave({ userId, role: 'member' });
const addressesOf = (email: string) => openDirectory(env).select().from(addresses).where(eq(addresses.email, email));

test('another administrator’s export writes nothing into a private conversation, and does not say what is there', async () => {
  const { owner, admin } = await withAdministrator();
  await importZip(owner, withGroup(['U0BEN'], [said('the secret', 10)]));
  await importZip(owner, withDirect(['U0BEN', owner.userId], [said('the secret', 10)]));
  const before = await readState(owner);
  const messages = [said('a probe', 10), said('forged', 20)];
  for (const zip of [withGroup([admin.userId], messages), withDirect([admin.userId], messages)]) {
    const report = await importZip(admin, zip);
    expect(report.problems).toEqual([idTaken]);
    expect(report.counts.messages).toMatchObject({ imported: 0, present: 0 });
    expect(report.channels).toMatchObject([{ imported: 0, present: 0 }]);
  }
  expect(await readState(owner)).toEqual(before);
});

test('the words are the same for a channel of the workspace’s own and for one of somebody else’s import', async () => {
  const { owner, admin } = await withAdministrator();
  await importZip(owner, withGroup(['U0BEN'], [said('the secret', 10)]));
  const general = (await readState(owner)).listed.find(({ isGeneral }) => isGeneral)?.id ?? '';
  const about = async (id: string) => {
    const zip = zipOf({ 'users.json': [], 'channels.json': [], 'groups.json': [conversation(id, [])] });
    return (await importZip(admin, zip)).problems?.map(({ detail }) => detail.replaceAll(id, 'ID'));
  };
  expect(await about('G0SECRET')).toEqual(await about(general));
});

test('an owner, and the administrator whose import made it, add to a private conversation', async () => {
  const { owner, admin } = await withAdministrator();
  await importZip(admin, withGroup(['U0BEN'], [said('one', 10)]));
  for (const [importer, seconds] of [
    [admin, 20],
    [owner, 30],
  ] as const) {
    const report = await importZip(importer, withGroup([importer.userId], [said('one', 10), said('more', seconds)]));
    expect(report.counts.messages).toMatchObject({ imported: 1, present: 1 });
  }
  expect((await readChannel(owner.workspaceId, 'G0SECRET')).members).toEqual(['U0BEN']);
});

test('a private channel that its people have left opens to no later import, whoever imports', async () => {
  const { owner, admin } = await withAdministrator();
  await importZip(admin, withGroup(['U0BEN'], [said('the secret', 10)]));
  await leave(owner, 'U0BEN');
  for (const importer of [admin, owner]) {
    await importZip(importer, withGroup([importer.userId], []));
    expect((await readChannel(owner.workspaceId, 'G0SECRET')).members).toEqual([]);
  }
});

test('an administrator is not let into a conversation that their import left empty once an owner’s has filled it', async () => {
  const { owner, admin } = await withAdministrator();
  await importZip(admin, withDirect([], []));
  await importZip(owner, withDirect(['U0BEN', owner.userId], [said('the secret', 10)]));
  await importZip(admin, withDirect([admin.userId], []));
  expect((await readChannel(owner.workspaceId, 'D0SECRET')).members).toEqual([]);
});

test('what another administrator’s import is still filling is theirs too', async () => {
  const { owner, admin } = await withAdministrator();
  const isBegun = (sql: SqlStorage) => sql.exec("SELECT 1 FROM channels WHERE state = 'placed'").toArray().length > 0;
  const stepped = await SteppedImport.begin(admin, withGroup([admin.userId], [said('forged', 20)]));
  await stepped.run(isBegun);
  // Both looked when it was not there; the owner's makes it.
  await importZip(owner, withGroup(['U0BEN'], [said('the secret', 10)]));
  const report = await stepped.run();
  expect(report.problems).toEqual([idTaken]);
  expect(report.counts).toMatchObject({ channels: { created: 0, present: 0 }, messages: { imported: 0, present: 0 } });
  expect(await readChannel(owner.workspaceId, 'G0SECRET')).toMatchObject({
    messages: [{ text: 'the secret' }],
    members: ['U0BEN'],
  });
});

test('somebody whom only another’s import names is not an administrator’s to become', async () => {
  const { owner, admin } = await withAdministrator();
  await importZip(owner, withDirect(['U0BEN', 'U0STRANGER'], [said('between us two', 10)]));
  const email = newEmail();
  const report = await importZip(admin, claim(email));
  expect(report.problems).toEqual([idTaken]);
  expect(report.counts.people).toMatchObject({ created: 0 });
  expect(await addressesOf(email)).toEqual([]);
  await importZip(owner, claim(email));
  expect(await addressesOf(email)).toMatchObject([{ userId: 'U0STRANGER' }]);
});

test.each([
  ['names them in messages', [ben]],
  ['lists them', [ben, { id: 'U0STRANGER', name: 'stranger', profile: {} }]],
])('somebody whom an administrator’s import names is not theirs once another’s import %s', async (_how, people) => {
  const { owner, admin } = await withAdministrator();
  const other = await joinWorkspace(owner);
  await changePerson(other, { role: 'admin' });
  await importZip(admin, withGroup(['U0STRANGER'], []));
  await importZip(other, withDirect(['U0BEN', 'U0STRANGER'], [said('between us two', 10)], people));
  const email = newEmail();
  for (const importer of [admin, other]) {
    expect((await importZip(importer, claim(email))).problems).toContainEqual(idTaken);
    expect(await addressesOf(email)).toEqual([]);
  }
});

test('an administrator’s own import may name those whom only their imports know', async () => {
  const { owner, admin } = await withAdministrator();
  await importZip(admin, withDirect(['U0BEN', 'U0STRANGER'], [said('between us two', 10)]));
  const email = newEmail();
  await importZip(admin, claim(email));
  expect(await addressesOf(email)).toMatchObject([{ userId: 'U0STRANGER', workspaceId: owner.workspaceId }]);
});
