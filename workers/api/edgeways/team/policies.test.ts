import { beforeAll, describe, expect, it } from 'vitest';
import { callAs, succeed } from '../../../testing/api.ts';
import { createChannel, postAll } from '../../../testing/conversations.ts';
import { createWorkspace, joinWorkspace, type Somebody } from '../../../testing/people.ts';

let owner: Somebody;
let ann: Somebody;
let bob: Somebody;
/** Of three people. */
let channel: string;

beforeAll(async () => {
  owner = await createWorkspace();
  ann = await joinWorkspace(owner);
  bob = await joinWorkspace(owner);
  channel = await createChannel(ann, { members: [owner, bob] });
});

const refused = { ok: false, error: 'restricted_action' };

describe('who may call everybody', () => {
  it('is everyone, until administrators decide otherwise', async () => {
    expect(await succeed(ann, 'edgeways.team.getPolicies')).toMatchObject({
      policies: { call_everybody: 'everyone', large_channel: 100 },
    });
    await postAll(ann, channel, ['<!channel> hello']);
    expect(await callAs(ann, 'edgeways.team.setPolicies', { policies: { large_channel: 2 } })).toEqual({
      ok: false,
      error: 'not_an_admin',
    });
  });

  it('is administrators in a channel that is large, however a message gets there', async () => {
    const [ts] = await postAll(ann, channel, ['nobody is called']);
    const policies = { call_everybody: 'administrators', large_channel: 2 };
    expect(await succeed(owner, 'edgeways.team.setPolicies', { policies })).toMatchObject({ policies });
    const text = '<!here> wake up';
    expect(await callAs(ann, 'chat.postMessage', { channel, text })).toEqual(refused);
    expect(await callAs(ann, 'chat.meMessage', { channel, text })).toEqual(refused);
    expect(await callAs(ann, 'chat.update', { channel, ts, text })).toEqual(refused);
    expect(await callAs(owner, 'chat.postMessage', { channel, text })).toMatchObject({ ok: true });
    const small = await createChannel(ann, { members: [bob] });
    expect(await callAs(ann, 'chat.postMessage', { channel: small, text })).toMatchObject({ ok: true });
  });

  it('stays as it was where only the size is changed', async () => {
    await succeed(owner, 'edgeways.team.setPolicies', { policies: { call_everybody: 'administrators' } });
    expect(await succeed(owner, 'edgeways.team.setPolicies', { policies: { large_channel: 9 } })).toMatchObject({
      policies: { call_everybody: 'administrators', large_channel: 9 },
    });
  });

  it.each([{ large_channel: 0 }, { call_everybody: 'nobody' }, { colour: 'blue' }])('is not %j', async (policies) => {
    expect(await callAs(owner, 'edgeways.team.setPolicies', { policies })).toMatchObject({
      ok: false,
      error: 'invalid_arguments',
    });
  });
});
