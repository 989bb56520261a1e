import { describe, expect, it } from 'vitest';
import type { Fetch } from './fetch-public.ts';
import { fetchPicture } from './pictures.ts';
import { previewOf } from './preview.ts';

const everything = { links: true, media: true };

/** A web of these pages, which notes what was asked for. */
function web(pages: Record<string, () => Response>) {
  const asked: string[] = [];
  const fetch: Fetch = async (url, init) => {
    asked.push(url);
    expect(init).toMatchObject({ redirect: 'manual', signal: expect.any(AbortSignal) });
    return pages[url]?.() ?? new Response('', { status: 404 });
  };
  return { fetch, asked };
}

const html = (source: string, type = 'text/html; charset=utf-8') =>
  new Response(source, { headers: { 'content-type': type } });
const redirect = (location: string, status = 302) => new Response(null, { status, headers: { location } });
const previewOfPage = (source: string, wanted = everything) =>
  previewOf('https://example.com/a', wanted, web({ 'https://example.com/a': () => html(source) }).fetch);

describe('a page', () => {
  it('is previewed by its Open Graph tags, with entities read and mrkdwn of its own kept harmless', async () => {
    const source = `<!doctype html><html><head>
      <title>Not this</title>
      <meta property="og:title" content="Tom &amp; Jerry &#8211; &quot;a &lt;!channel&gt; chase&quot;">
      <meta property="og:description" content="  Two
        lines ">
      <meta property="og:image" content="/cat.png">
      <meta property="og:site_name" content="Cartoons">
      </head><body><meta property="og:title" content="nor this"></body></html>`;
    expect(await previewOfPage(source)).toEqual({
      service_name: 'Cartoons',
      title: 'Tom &amp; Jerry – "a &lt;!channel&gt; chase"',
      title_link: 'https://example.com/a',
      text: 'Two lines',
      image_url: 'https://example.com/cat.png',
      fallback: 'Tom &amp; Jerry – "a &lt;!channel&gt; chase"',
    });
  });

  it('is previewed by Twitter’s tags, or by its title and description, where it has no others', async () => {
    const twitter = '<head><meta name="twitter:title" content="T"><meta name="twitter:description" content="D"></head>';
    expect(await previewOfPage(twitter)).toMatchObject({ title: 'T', text: 'D', service_name: 'example.com' });
    const plain = '<head><title>\n Plain  title </title><META NAME="Description" CONTENT="Said"></head>';
    expect(await previewOfPage(plain)).toMatchObject({ title: 'Plain title', text: 'Said' });
  });

  it('without a title has no preview', async () => {
    expect(await previewOfPage('<body>words</body>')).toBeNull();
    expect(await previewOfPage('')).toBeNull();
  });

  it('is cut where it says too much', async () => {
    const preview = await previewOfPage(`<head><title>${'x'.repeat(5_000)}</title></head>`);
    expect(String(preview?.['title'])).toHaveLength(200);
  });

  it('is read no further than its first two megabytes, nor beyond where its body begins', async () => {
    let produced = 0;
    const endless = (prefix: string) => () =>
      new Response(
        new ReadableStream<Uint8Array>({
          start: (controller) => controller.enqueue(new TextEncoder().encode(prefix)),
          pull: (controller) => {
            produced += 65_536;
            controller.enqueue(new TextEncoder().encode('<!-- '.padEnd(65_532, 'x') + '-->\n'));
          },
        }),
        { headers: { 'content-type': 'text/html' } },
      );
    const early = web({ 'https://example.com/a': endless('<head><title>early</title></head><body>') });
    expect(await previewOf('https://example.com/a', everything, early.fetch)).toMatchObject({ title: 'early' });
    expect(produced).toBeLessThan(500_000);
    produced = 0;
    const late = web({ 'https://example.com/a': endless('<head><title>late</title>') });
    expect(await previewOf('https://example.com/a', everything, late.fetch)).toMatchObject({ title: 'late' });
    expect(produced).toBeLessThan(3_000_000);
  });

  it('has no picture that is inside, or of no web', async () => {
    for (const image of ['http://169.254.169.254/x.png', 'data:image/png;base64,AAAA', 'http://[::1]/', 'https://']) {
      const preview = await previewOfPage(`<head><title>T</title><meta property="og:image" content="${image}"></head>`);
      expect(preview).not.toHaveProperty('image_url');
    }
  });

  it('is left alone when its author wants no pages, or only without pictures', async () => {
    const source = '<head><title>T</title><meta property="og:image" content="https://example.com/i.png"></head>';
    expect(await previewOfPage(source, { links: false, media: true })).toBeNull();
    expect(await previewOfPage(source, { links: true, media: false })).not.toHaveProperty('image_url');
  });
});

describe('a picture', () => {
  const address = 'https://example.com/a%20cat.png';
  const picture = (type: string) =>
    web({ [address]: () => new Response('bytes', { headers: { 'content-type': type } }) });

  it('is its own preview, unless its author wants none', async () => {
    const { fetch } = picture('image/png');
    expect(await previewOf(address, everything, fetch)).toEqual({ fallback: 'a cat.png', image_url: address });
    expect(await previewOf(address, { links: true, media: false }, fetch)).toBeNull();
  });

  it.each(['image/svg+xml', 'application/pdf', 'text/plain', 'application/octet-stream', ''])(
    'is not what says to be %s',
    async (type) => {
      expect(await previewOf(address, everything, picture(type).fetch)).toBeNull();
      expect(await fetchPicture(address, picture(type).fetch)).toBeNull();
    },
  );

  it('is fetched for those who look, cut off at two megabytes', async () => {
    const huge = () => new Response(new Uint8Array(2_500_000), { headers: { 'content-type': 'image/png' } });
    const fetched = await fetchPicture(address, web({ [address]: huge }).fetch);
    expect(fetched?.type).toBe('image/png');
    expect((await new Response(fetched?.body).arrayBuffer()).byteLength).toBe(2_000_000);
  });
});

describe('redirects', () => {
  it('are followed three times, relative ones too, and no further', async () => {
    const hops = (count: number) =>
      web({
        ...Object.fromEntries(
          Array.from({ length: count }, (_, i) => [`https://example.com/${i}`, () => redirect(`/${i + 1}`, 301 + i)]),
        ),
        [`https://example.com/${count}`]: () => html('<title>there</title>'.replace(/^/, '<head>')),
      });
    expect(await previewOf('https://example.com/0', everything, hops(3).fetch)).toMatchObject({ title: 'there' });
    const { fetch, asked } = web({
      'https://example.com/0': () => redirect('/1'),
      'https://example.com/1': () => redirect('/2'),
      'https://example.com/2': () => redirect('/3'),
      'https://example.com/3': () => redirect('/4'),
      'https://example.com/4': () => html('<head><title>too far</title></head>'),
    });
    expect(await previewOf('https://example.com/0', everything, fetch)).toBeNull();
    expect(asked).toHaveLength(4);
  });

  it.each([
    'http://127.0.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://localhost/',
    'http://[::ffff:10.0.0.1]/',
    'https://example.com:8443/',
    'https://user:secret@example.com/',
    'file:///etc/passwd',
  ])('to %s are not followed', async (inside) => {
    const { fetch, asked } = web({ 'https://example.com/a': () => redirect(inside) });
    expect(await previewOf('https://example.com/a', everything, fetch)).toBeNull();
    expect(asked).toEqual(['https://example.com/a']);
  });

  it('are of a kind that is one, and lead somewhere', async () => {
    const nowhere = web({ 'https://example.com/a': () => new Response(null, { status: 302 }) });
    expect(await previewOf('https://example.com/a', everything, nowhere.fetch)).toBeNull();
    const choices = web({ 'https://example.com/a': () => redirect('/b', 300) });
    expect(await previewOf('https://example.com/a', everything, choices.fetch)).toBeNull();
    expect(choices.asked).toHaveLength(1);
  });
});

it('an address inside is not asked at all', async () => {
  const { fetch, asked } = web({});
  for (const inside of ['http://10.1.2.3/', 'http://0x7f000001/', 'http://printer.local/', 'nonsense']) {
    expect(await previewOf(inside, everything, fetch)).toBeNull();
  }
  expect(asked).toEqual([]);
});

it('a server that refuses, or breaks the connection, gives no preview', async () => {
  const { fetch } = web({ 'https://example.com/500': () => new Response('<title>x</title>', { status: 500 }) });
  expect(await previewOf('https://example.com/500', everything, fetch)).toBeNull();
  const broken: Fetch = async () => {
    throw new Error('connection lost');
  };
  expect(await previewOf('https://example.com/a', everything, broken)).toBeNull();
});
