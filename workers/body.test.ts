import { describe, expect, it } from 'vitest';
import { parseJsonObject, readBody } from './body.ts';

function streamed(chunks: number[], headers: Record<string, string> = {}): Request {
  const body = new ReadableStream({
    pull(controller) {
      const size = chunks.shift();
      if (size === undefined) controller.close();
      else controller.enqueue(new Uint8Array(size).fill(65));
    },
  });
  return new Request('http://test/', { method: 'POST', body, headers });
}

describe('readBody', () => {
  it('puts the chunks together', async () => {
    expect(new TextDecoder().decode(await readBody(streamed([2, 3]), 5))).toBe('AAAAA');
  });

  it('stops at the limit, whatever Content-Length says', async () => {
    const left = Array.from({ length: 100 }, () => 10);
    await expect(readBody(streamed(left, { 'content-length': '1' }), 50)).rejects.toMatchObject({
      code: 'request_too_large',
    });
    expect(left.length).toBeGreaterThan(80);
  });

  it('refuses what announces too much before reading it', async () => {
    const left = Array.from({ length: 10 }, () => 10);
    await expect(readBody(streamed(left, { 'content-length': '100' }), 50)).rejects.toMatchObject({
      code: 'request_too_large',
    });
    expect(left.length).toBeGreaterThan(8);
  });
});

describe('parseJsonObject', () => {
  const parse = (text: string) => parseJsonObject(new TextEncoder().encode(text));

  it.each(['', 'null', '1', '"text"', '[1]', '{', '{"a":1}x', 'undefined'])('refuses %j', (text) => {
    expect(() => parse(text)).toThrow(expect.objectContaining({ code: 'invalid_json' }));
  });

  it('refuses bytes that are no UTF-8', () => {
    const bytes = new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]);
    expect(() => parseJsonObject(bytes)).toThrow(expect.objectContaining({ code: 'invalid_json' }));
  });

  it('takes __proto__ for a name like any other', () => {
    const value = parse('{"__proto__":{"polluted":true},"a":1}');
    expect(value['polluted']).toBeUndefined();
    expect({}).not.toHaveProperty('polluted');
    expect(value['a']).toBe(1);
  });
});
