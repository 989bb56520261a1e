import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { accessShard } from '../../../migrations/shards.ts';
import { callAs, succeed } from '../../testing/api.ts';
import { readAnswer, send } from '../../testing/http.ts';
import { createWorkspace, joinWorkspace, type Somebody } from '../../testing/people.ts';

let owner: Somebody;
let ann: Somebody;
let bob: Somebody;

beforeAll(async () => {
  owner = await createWorkspace();
  ann = await joinWorkspace(owner);
  bob = await joinWorkspace(owner);
});

const refused = (error: string) => ({ ok: false, error });
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

async function upload(who: Somebody, name: string, bytes: Uint8Array<ArrayBuffer>) {
  const body = new FormData();
  body.set('mode', 'data');
  body.set('name', name);
  body.set('image', new File([bytes], 'party.svg', { type: 'image/svg+xml' }));
  return readAnswer(
    await send('/api/emoji.add', { method: 'POST', body, headers: { authorization: `Bearer ${who.token}` } }),
  );
}

async function listed(who: Somebody): Promise<Record<string, string>> {
  const { emoji } = await succeed(who, 'emoji.list');
  return z.record(z.string(), z.string()).parse(emoji);
}

describe('custom emoji', () => {
  it('are uploaded, looked at by whoever has the address, and removed with their aliases', async () => {
    expect(await upload(ann, ':Party_Ship:', png)).toEqual({ ok: true });
    await succeed(bob, 'emoji.add', { name: 'ship2', mode: 'alias', alias_for: 'party_ship' });
    const emoji = await listed(bob);
    expect(emoji).toMatchObject({ ship2: 'alias:party_ship' });
    const { pathname } = new URL(emoji['party_ship'] ?? '');
    const image = await send(pathname);
    expect(image.headers.get('content-type')).toBe('image/png');
    expect(image.headers.get('cache-control')).toContain('immutable');
    expect(new Uint8Array(await image.arrayBuffer())).toEqual(png);
    expect(await callAs(bob, 'emoji.remove', { name: 'party_ship' })).toEqual(refused('permission_denied'));
    await succeed(ann, 'emoji.remove', { name: 'party_ship' });
    expect(await listed(bob)).toEqual({});
    expect(await (await send(pathname)).json()).toMatchObject(refused('emoji_not_found'));
  });

  it('that stand for one that stands for another, stand for that other', async () => {
    expect(await upload(ann, 'origin', png)).toEqual({ ok: true });
    await succeed(bob, 'emoji.add', { name: 'near', mode: 'alias', alias_for: 'origin' });
    await succeed(bob, 'emoji.add', { name: 'far', mode: 'alias', alias_for: 'near' });
    await succeed(bob, 'emoji.add', { name: 'hi', mode: 'alias', alias_for: ':wave:' });
    await succeed(bob, 'emoji.add', { name: 'hihi', mode: 'alias', alias_for: 'hi' });
    expect(await listed(bob)).toMatchObject({ near: 'alias:origin', far: 'alias:origin', hihi: 'alias:wave' });
    await succeed(ann, 'emoji.remove', { name: 'origin' });
    const left = Object.keys(await listed(bob));
    expect(left).toEqual(['hi', 'hihi']);
    for (const name of left) await succeed(bob, 'emoji.remove', { name });
  });

  it('are at most five thousand', async () => {
    const { workspaceId, ...crowded } = await createWorkspace('Crowded');
    const db = await accessShard(env, workspaceId);
    await db.run(sql`WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 4999)
      INSERT INTO custom_emoji (workspace_id, name, alias_for, creator, created)
      SELECT ${workspaceId}, 'emoji' || n, 'wave', 'U0', 1 FROM numbers`);
    const who = { workspaceId, ...crowded };
    expect(await upload(who, 'last', png)).toEqual({ ok: true });
    expect(await upload(who, 'more', png)).toEqual(refused('emoji_limit_reached'));
    expect(await callAs(who, 'emoji.add', { name: 'more', mode: 'alias', alias_for: 'wave' })).toEqual(
      refused('emoji_limit_reached'),
    );
    const { objects } = await env.FILES.list({ prefix: `emoji/${workspaceId}/` });
    expect(objects).toHaveLength(1);
  });

  it('take one name once, whoever is first, and no name that there is', async () => {
    const answers = await Promise.all([upload(ann, 'twice', png), upload(bob, 'twice', png)]);
    expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(await upload(ann, 'wave', png)).toEqual(refused('error_name_taken'));
    // The image that came second is not kept either.
    const { pathname } = new URL((await listed(ann))['twice'] ?? '');
    const { objects } = await env.FILES.list({ prefix: `emoji/${owner.workspaceId}/` });
    expect(objects.map(({ key }) => `/${key}`)).toEqual([pathname]);
  });

  it.each([
    [
      'a page that calls itself an image',
      new Uint8Array(new TextEncoder().encode('<svg onload=alert(1)>')),
      'error_bad_format',
    ],
    ['an image that is too big', new Uint8Array([...png, ...new Uint8Array(128 * 1024)]), 'error_too_big'],
  ])('refuse %s', async (_what, bytes, error) => {
    expect(await upload(ann, 'nope', bytes)).toEqual(refused(error));
  });

  it.each([
    ['two words', { name: 'two words', mode: 'alias', alias_for: 'wave' }, 'error_bad_name_i18n'],
    ['an alias of nothing', { name: 'lost', mode: 'alias', alias_for: 'no-such-emoji' }, 'emoji_not_found'],
    ['no image', { name: 'lost', mode: 'data' }, 'error_bad_format'],
  ])('refuse %s', async (_what, args, error) => {
    expect(await callAs(ann, 'emoji.add', args)).toEqual(refused(error));
  });
});
