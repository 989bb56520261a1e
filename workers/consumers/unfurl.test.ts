import { createExecutionContext, createMessageBatch, getQueueResult } from 'cloudflare:test';
import { env, exports } from 'cloudflare:workers';
import { and, eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { channelOf } from '../../durable-objects/channel/stub.ts';
import { channels } from '../../migrations/shard/schema.ts';
import { accessShard } from '../../migrations/shards.ts';
import { Message } from '../../shared/message.ts';
import { callAs, succeed } from '../testing/api.ts';
import { createChannel, postAll } from '../testing/conversations.ts';
import { origin, send } from '../testing/http.ts';
import { createToken, createWorkspace, joinWorkspace, type Somebody } from '../testing/people.ts';
import type { Fetch } from '../unfurl/fetch-public.ts';
import { consumeUnfurl } from './unfurl.ts';

let ann: Somebody;
let bob: Somebody;
let channel: string;
beforeAll(async () => {
  ann = await createWorkspace();
  bob = await joinWorkspace(ann);
});
beforeEach(async () => {
  channel = await createChannel(ann, { members: [bob] });
});

const page = 'https://example.com/page';

/** A web that has a page of that title everywhere, and notes what was asked for. */
function web(title = 'A page') {
  const asked: string[] = [];
  const fetch: Fetch = async (url) => {
    asked.push(url);
    const source = `<head><title>${title}</title><meta property="og:image" content="https://example.com/i.png"></head>`;
    return new Response(source, { headers: { 'content-type': 'text/html' } });
  };
  return { fetch, asked };
}

/** Gives the newest event of the channel's log to the consumer. */
async function consumeNewest(fetch: Fetch, inChannel = channel, to: Env = env) {
  const { seq } = z
    .object({ seq: z.number() })
    .parse(await succeed(ann, 'conversations.history', { channel: inChannel }));
  const event: unknown = JSON.parse(String(await channelOf(env, ann.workspaceId, inChannel).logged(seq)));
  const body = JSON.stringify({ workspace: ann.workspaceId, channel: inChannel, seq, event });
  const batch = createMessageBatch('edgeways-unfurl', [{ id: '1', timestamp: new Date(), attempts: 1, body }]);
  await consumeUnfurl(batch, to, fetch);
  return getQueueResult(batch, createExecutionContext());
}

async function messageAt(ts: string, inChannel = channel): Promise<Message> {
  const { messages } = await succeed(ann, 'conversations.replies', { channel: inChannel, ts, limit: 1 });
  return z.tuple([Message]).rest(Message).parse(messages)[0];
}
const attachmentsAt = async (ts: string, inChannel = channel) => (await messageAt(ts, inChannel)).attachments ?? [];

async function post(text: string, more: object = {}, who: Somebody | string = ann, to = channel): Promise<string> {
  const { ts } = await succeed(who, 'chat.postMessage', { channel: to, text, ...more });
  return z.string().parse(ts);
}

describe('the unfurl consumer', () => {
  it('puts previews of at most five links under the message, once however often it comes', async () => {
    const links = [...Array(7).keys()].map((i) => `https://${i}.example.com/`);
    const ts = await post(links.join(' '));
    const { fetch, asked } = web();
    const result = await consumeNewest(fetch);
    expect(result.explicitAcks).toEqual(['1']);
    expect(new Set(asked)).toEqual(new Set(links.slice(0, 5)));
    const shown = await attachmentsAt(ts);
    expect(shown.map((attachment) => attachment['from_url'])).toEqual(links.slice(0, 5));
    // The event of the previews themselves: nothing more to do.
    await consumeNewest(fetch);
    expect(asked).toHaveLength(5);
    expect(await attachmentsAt(ts)).toEqual(shown);
  });

  it('asks again only about links that an edit brought', async () => {
    const ts = await post(page);
    const { fetch, asked } = web();
    await consumeNewest(fetch);
    await succeed(ann, 'chat.update', { channel, ts, text: `${page} https://example.com/other` });
    await consumeNewest(fetch);
    expect(asked).toEqual([page, 'https://example.com/other']);
    expect(await attachmentsAt(ts)).toHaveLength(2);
  });

  it('does what the message says about previews', async () => {
    const { fetch, asked } = web();
    await post(page, { unfurl_links: false });
    await consumeNewest(fetch);
    const ts = await post(page, { unfurl_media: false });
    await consumeNewest(fetch);
    expect(asked).toHaveLength(2);
    expect(await attachmentsAt(ts)).toEqual([expect.not.objectContaining({ image_url: expect.anything() })]);
  });

  it('reads no links in the lines that a channel writes of itself', async () => {
    await succeed(ann, 'conversations.setTopic', { channel, topic: page });
    const { fetch, asked } = web();
    await consumeNewest(fetch);
    expect(asked).toEqual([]);
  });

  it('lets go of a link whose server fails in whatever way', async () => {
    const ts = await post(`https://bad.example.com/ ${page}`);
    const { fetch } = web();
    const failing: Fetch = async (url, init) => {
      if (url === page) return fetch(url, init);
      const body = new ReadableStream({
        cancel() {
          throw new Error('the connection is broken');
        },
      });
      return new Response(body, { headers: { 'content-type': 'application/pdf' } });
    };
    expect((await consumeNewest(failing)).explicitAcks).toEqual(['1']);
    expect(await attachmentsAt(ts)).toMatchObject([{ from_url: page }]);
  });

  it('tries again when the channel does not answer', async () => {
    await post(page);
    const getByName: typeof env.CHANNEL.getByName = () => {
      throw new Error('the object is overloaded');
    };
    const broken = { ...env, CHANNEL: Object.assign(Object.create(env.CHANNEL), { getByName }) };
    expect(await consumeNewest(web().fetch, channel, broken)).toMatchObject({ retryMessages: [{ msgId: '1' }] });
  });

  it('tries again only the message that failed', async () => {
    const ts = await post(page);
    const { seq } = z.object({ seq: z.number() }).parse(await succeed(ann, 'conversations.history', { channel }));
    const event: unknown = JSON.parse(String(await channelOf(env, ann.workspaceId, channel).logged(seq)));
    const entry = (id: string, inChannel: string) => ({
      id,
      timestamp: new Date(),
      attempts: 1,
      body: JSON.stringify({ workspace: ann.workspaceId, channel: inChannel, seq, event }),
    });
    const broken = `${ann.workspaceId}:C0BROKEN`;
    const getByName: typeof env.CHANNEL.getByName = (name, options) => {
      if (name === broken) throw new Error('the object is overloaded');
      return env.CHANNEL.getByName(name, options);
    };
    const to = { ...env, CHANNEL: Object.assign(Object.create(env.CHANNEL), { getByName }) };
    const batch = createMessageBatch('edgeways-unfurl', [entry('1', 'C0BROKEN'), entry('2', channel)]);
    await consumeUnfurl(batch, to, web().fetch);
    const result = await getQueueResult(batch, createExecutionContext());
    expect(result).toMatchObject({ explicitAcks: ['2'], retryMessages: [{ msgId: '1' }] });
    expect(await attachmentsAt(ts)).toHaveLength(1);
  });

  it('fetches at most four links at once, and begins no other before', async () => {
    const links = [...Array(5).keys()].map((i) => `https://${i}.example.com/`);
    const ts = await post(links.join(' '));
    const { fetch } = web();
    let underWay = 0;
    let most = 0;
    const full = Promise.withResolvers<void>();
    const counting: Fetch = async (url, init) => {
      underWay += 1;
      most = Math.max(most, underWay);
      if (underWay === 4) full.resolve();
      await full.promise;
      underWay -= 1;
      return fetch(url, init);
    };
    await consumeNewest(counting);
    expect(most).toBe(4);
    expect(await attachmentsAt(ts)).toHaveLength(5);
  });

  it('signs where our page gets the picture, and serves no other', async () => {
    const ts = await post(page);
    await consumeNewest(web().fetch);
    const [preview] = await attachmentsAt(ts);
    expect(preview).toMatchObject({
      image_url: 'https://example.com/i.png',
      picture: expect.stringMatching(/^\/pictures\/T/),
    });
    const picture = String(preview?.['picture']);
    // Nothing leaves the machine in tests.
    expect(await (await send(picture)).json()).toEqual({ ok: false, error: 'service_unavailable' });
    const other = picture.replace('i.png', 'j.png');
    for (const forged of [other, picture.replace(ann.workspaceId, 'T0OTHER'), picture.replace(/.\?/, '?')]) {
      expect(await (await send(forged)).json()).toEqual({ ok: false, error: 'invalid_auth' });
    }
  });
});

describe('a permalink', () => {
  const permalink = (to: string, ts: string, host = origin) => `${host}/archives/${to}/p${ts.replace('.', '')}`;

  it('to a public channel is a quote anywhere, with who wrote it and where', async () => {
    const [quoted = ''] = await postAll(ann, channel, ['wise words']);
    const other = await createChannel(ann);
    const { fetch, asked } = web();
    const ts = await post(permalink(channel, quoted), {}, ann, other);
    await consumeNewest(fetch, other);
    expect(await attachmentsAt(ts, other)).toMatchObject([
      {
        is_msg_unfurl: true,
        from_url: permalink(channel, quoted),
        channel_id: channel,
        ts: quoted,
        author_id: ann.userId,
        author_name: 'Olga Owner',
        text: 'wise words',
      },
    ]);
    expect(asked).toEqual([]);
  });

  it('to a private channel is a quote only in that channel', async () => {
    const hidden = await createChannel(ann, { isPrivate: true });
    const [quoted = ''] = await postAll(ann, hidden, ['between us']);
    const link = permalink(hidden, quoted);
    const inside = await post(link, {}, ann, hidden);
    await consumeNewest(web().fetch, hidden);
    expect(await attachmentsAt(inside, hidden)).toMatchObject([{ text: 'between us' }]);
    const outside = await post(link);
    await consumeNewest(web().fetch);
    expect(await attachmentsAt(outside)).toEqual([]);
  });

  it('to a channel of another workspace, or to none, is nothing, and fetches nothing', async () => {
    const stranger = await createWorkspace('Others');
    const theirs = await createChannel(stranger);
    const [secret = ''] = await postAll(stranger, theirs, ['their words']);
    const { fetch, asked } = web();
    for (const link of [permalink(theirs, secret), permalink('C0MADEUP00', secret)]) {
      const ts = await post(link);
      await consumeNewest(fetch);
      expect(await attachmentsAt(ts)).toEqual([]);
    }
    expect(asked).toEqual([]);
  });

  it('of the same shape on any other host is a page like others, and no quote of ours', async () => {
    const [quoted = ''] = await postAll(ann, channel, ['wise words']);
    const { fetch, asked } = web('Somebody else’s');
    const link = permalink(channel, quoted, 'https://elsewhere.example');
    const ts = await post(link);
    await consumeNewest(fetch);
    expect(asked).toEqual([link]);
    expect(await attachmentsAt(ts)).toMatchObject([{ title: 'Somebody else’s', from_url: link }]);
  });

  it('of a Slack leads to what was imported, and to nothing that began here', async () => {
    const imported = await createChannel(ann);
    const db = await accessShard(env, ann.workspaceId);
    await db
      .update(channels)
      .set({ isImported: true })
      .where(and(eq(channels.workspaceId, ann.workspaceId), eq(channels.id, imported)));
    const { fetch, asked } = web();
    for (const [to, texts] of [
      [imported, ['from Slack']],
      [channel, []],
    ] as const) {
      const [quoted = ''] = await postAll(ann, to, ['from Slack']);
      const ts = await post(permalink(to, quoted, 'https://acme.slack.com'));
      await consumeNewest(fetch);
      expect((await attachmentsAt(ts)).map(({ text }) => text)).toEqual(texts);
    }
    expect(asked).toEqual([]);
  });

  it('is known by the host that an administrator came to, not by one that a member names', async () => {
    const [quoted = ''] = await postAll(ann, channel, ['wise words']);
    const refreshAt = async (who: Somebody, host: string) => {
      const body = JSON.stringify({ workspace_id: who.workspaceId, attempt: crypto.randomUUID() });
      const headers = { 'content-type': 'application/json', cookie: who.cookie, origin: host };
      const response = await exports.default.fetch(
        new Request(`${host}/auth/refresh`, { method: 'POST', headers, body }),
      );
      expect(await response.json()).toMatchObject({ ok: true });
    };
    await refreshAt(bob, 'https://bobs.example');
    await refreshAt(ann, 'https://chat.acme.example');
    const { fetch, asked } = web();
    for (const host of ['https://bobs.example', 'https://chat.acme.example']) {
      await post(permalink(channel, quoted, host));
      await consumeNewest(fetch);
    }
    expect(asked).toEqual([permalink(channel, quoted, 'https://bobs.example')]);
  });

  it('quotes a deleted message no more', async () => {
    const [quoted = ''] = await postAll(ann, channel, ['words to forget']);
    const other = await createChannel(ann);
    const ts = await post(permalink(channel, quoted), {}, ann, other);
    await consumeNewest(web().fetch, other);
    expect(await attachmentsAt(ts, other)).toHaveLength(1);
    await succeed(ann, 'chat.delete', { channel, ts: quoted });
    expect(await attachmentsAt(ts, other)).toEqual([]);
  });
});

describe('chat.unfurl and edgeways.unfurls.remove', () => {
  const unfurls = { [page]: { title: 'Ours' } };

  it('let the author preview their links, and take a preview away for good', async () => {
    const ts = await post(page);
    expect(await callAs(ann, 'chat.unfurl', { channel, ts, unfurls })).toEqual({ ok: true });
    expect(await attachmentsAt(ts)).toEqual([{ title: 'Ours', from_url: page }]);
    expect(await callAs(bob, 'edgeways.unfurls.remove', { channel, ts, url: page })).toMatchObject({
      error: 'cant_update_message',
    });
    expect(await callAs(ann, 'edgeways.unfurls.remove', { channel, ts, url: page })).toEqual({ ok: true });
    expect(await callAs(ann, 'chat.unfurl', { channel, ts, unfurls })).toEqual({ ok: true });
    expect(await attachmentsAt(ts)).toEqual([]);
  });

  it.each([
    ['no links', {}, 'missing_unfurls'],
    ['what is no map', 'text', 'missing_unfurls'],
    ['links that the message does not have', { 'https://else.example': {} }, 'cannot_unfurl_url'],
    [
      'more than five',
      Object.fromEntries([...Array(6).keys()].map((i) => [`https://${i}.example`, {}])),
      'cannot_unfurl_url',
    ],
    ['what nests without end', { [page]: JSON.parse(`{"x":${'['.repeat(99)}${']'.repeat(99)}}`) }, 'invalid_blocks'],
  ])('refuse %s', async (_what, wrong, error) => {
    const ts = await post(page);
    expect(await callAs(ann, 'chat.unfurl', { channel, ts, unfurls: wrong })).toEqual({ ok: false, error });
  });

  it('need a scope', async () => {
    const token = await createToken(ann, ['chat:write']);
    expect(await callAs(token, 'chat.unfurl', { channel, ts: '1.000000', unfurls })).toMatchObject({
      error: 'missing_scope',
      needed: 'links:write',
    });
  });
});
