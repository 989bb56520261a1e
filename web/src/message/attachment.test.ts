import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAttachment } from './attachment.ts';

test('a title is a link only when its URL is safe', () => {
  expect(readAttachment({ title: 'x', title_link: 'https://a.example/' }).titleUrl).toBe('https://a.example/');
  expect(readAttachment({ title: 'x', title_link: 'javascript:alert(1)' }).titleUrl).toBeNull();
});

test('the fallback is shown when there is nothing else', () => {
  expect(readAttachment({ fallback: 'build failed' }).text).toBe('build failed');
  expect(readAttachment({ fallback: 'build failed', title: 'Build 7' }).text).toBe('');
});

test('colours are names or six digits, with or without #', () => {
  expect(readAttachment({ color: '36a64f' }).colour).toBe('#36a64f');
  expect(readAttachment({ color: 'danger' }).colour).toBe('#c2361b');
  expect(readAttachment({ color: 'red;background:url(//x)' }).colour).toBeNull();
});

test('a picture keeps its room when its size is told, and comes over HTTP only', () => {
  const image = { image_url: 'https://a.example/p.png', image_width: 800, image_height: 400 };
  expect(readAttachment(image).image).toEqual({
    url: 'https://a.example/p.png',
    source: 'https://a.example/p.png',
    size: { width: 800, height: 400 },
    isThumbnail: false,
  });
  const passedOn = '/pictures/T12/abc?url=https%3A%2F%2Fa.example%2Fp.png';
  expect(readAttachment({ ...image, picture: passedOn }).image?.source).toBe(passedOn);
  expect(readAttachment({ ...image, picture: 'https://b.example/p.png' }).image?.source).toBe(image.image_url);
  expect(readAttachment({ ...image, image_width: '800' }).image?.size).toBeNull();
  expect(readAttachment({ image_url: 'mailto:a@b.example' }).image).toBeNull();
  expect(readAttachment({ thumb_url: 'https://a.example/t.png' }).image?.isThumbnail).toBe(true);
});

test('a quoted message is named by what its channel says, and only by that', () => {
  const quote = { is_msg_unfurl: true, channel_id: 'C12', ts: '1700000000.000100', author_id: 'U1', text: 'hi' };
  expect(readAttachment(quote).quoted).toEqual({
    channel: 'C12',
    ts: '1700000000.000100',
    threadTs: null,
    author: 'U1',
  });
  expect(readAttachment({ ...quote, thread_ts: '1690000000.000100' }).quoted?.threadTs).toBe('1690000000.000100');
  expect(readAttachment({ ...quote, channel_id: '../x' }).quoted).toBeNull();
  expect(readAttachment({ ...quote, is_msg_unfurl: 'yes' }).quoted).toBeNull();
});

test('anything at all can be read', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.anything()), (raw) => typeof readAttachment(raw).text === 'string'),
  );
});
