import { describe, expect, it } from 'vitest';
import { maxBodyBytes, readFields } from './fields.ts';

function request(body: BodyInit | null, contentType: string | null, query = ''): Request {
  const headers = contentType === null ? {} : { 'content-type': contentType };
  // As bytes, since a text or a form would bring a content type of its own.
  return new Request(`http://test/api/x${query}`, { method: 'POST', body, headers });
}
const bytes = (text: string) => new TextEncoder().encode(text);

describe('readFields', () => {
  it('reads JSON, with its types', async () => {
    const fields = await readFields(request(bytes('{"a":1,"b":[true]}'), 'application/json; charset=utf-8'));
    expect(fields).toEqual({ a: 1, b: [true] });
  });

  it('reads a form', async () => {
    const fields = await readFields(request(bytes('a=1&b=x%20y&a=2'), 'application/x-www-form-urlencoded'));
    expect(fields).toEqual({ a: '2', b: 'x y' });
  });

  it('reads a form in parts, and its files', async () => {
    const form = new FormData();
    form.set('a', '1');
    form.set('file', new File(['x'], 'x.txt'));
    const { a, file } = await readFields(request(form, null));
    expect(a).toBe('1');
    expect(file instanceof File && [file.name, await file.text()]).toEqual(['x.txt', 'x']);
  });

  it('reads the query of a GET, and of a POST beneath its body', async () => {
    expect(await readFields(new Request('http://test/api/x?a=1&b=2'))).toEqual({ a: '1', b: '2' });
    expect(await readFields(request(bytes('{"b":3}'), 'application/json', '?a=1&b=2'))).toEqual({ a: '1', b: 3 });
    expect(await readFields(request(null, null, '?a=1'))).toEqual({ a: '1' });
  });

  it('takes __proto__ in a form for a name like any other', async () => {
    const fields = await readFields(request(bytes('__proto__=x&a=1'), 'application/x-www-form-urlencoded'));
    expect(Object.getPrototypeOf(fields)).toBe(Object.prototype);
    expect(fields['a']).toBe('1');
  });

  it.each([
    ['text/plain', 'a=1', 'invalid_post_type'],
    [null, 'a=1', 'invalid_post_type'],
    ['application/json', 'a=1', 'invalid_json'],
    ['application/json', '[1]', 'invalid_json'],
    ['multipart/form-data', 'a=1', 'invalid_form_data'],
    ['multipart/form-data; boundary=x', 'a=1', 'invalid_form_data'],
  ])('refuses a body of type %s that says %s with %s', async (contentType, body, code) => {
    await expect(readFields(request(bytes(body), contentType))).rejects.toMatchObject({ code });
  });

  it('refuses a body over its limit', async () => {
    const body = new Uint8Array(maxBodyBytes + 1);
    await expect(readFields(request(body, 'application/json'))).rejects.toMatchObject({ code: 'request_too_large' });
  });
});
