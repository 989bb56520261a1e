import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { accessDemoPerson, listDemoPeople } from '../identity/demo.ts';
import { post, readAnswer, send } from '../testing/http.ts';
import { createWorkspace } from '../testing/people.ts';

const demoServer = { ...env, DEMO: '1' };
const request = (url: string, address: string) => new Request(url, { headers: { 'cf-connecting-ip': address } });
const local = request('http://localhost:8787/auth/demo', '127.0.0.1');

describe('the demo', () => {
  it('lets whoever sits at the machine in as one of its people, and as nobody else', async () => {
    const ada = await createWorkspace('Demo', 'ada@demo.example');
    const real = await createWorkspace('Real', 'ada@real.example');
    const listed = await listDemoPeople(demoServer, local);
    expect(listed).toContainEqual({ email: ada.email, name: 'Olga Owner' });
    expect(listed.map(({ email }) => email)).not.toContain(real.email);
    const person = { workspaceId: ada.workspaceId, userId: ada.userId };
    expect(await accessDemoPerson(demoServer, local, ada.email)).toEqual(person);
    for (const email of [real.email, 'nobody@demo.example', 'x@evil.example/@demo.example']) {
      await expect(accessDemoPerson(demoServer, local, email)).rejects.toMatchObject({ code: 'user_not_found' });
    }
  });

  it.each([
    ['from another machine', demoServer, request('http://localhost:8787/', '192.0.2.1')],
    [
      'under another name, as a page that rebinds its own would',
      demoServer,
      request('http://evil.example/', '127.0.0.1'),
    ],
    ['from who knows where', demoServer, new Request('http://localhost:8787/')],
    ['on a server that is no demo', env, local],
  ])('is not there %s', async (_, server, asked) => {
    await createWorkspace('Demo', `${crypto.randomUUID()}@demo.example`);
    expect(await listDemoPeople(server, asked)).toEqual([]);
    await expect(accessDemoPerson(server, asked, 'ada@demo.example')).rejects.toMatchObject({ code: 'no_permission' });
  });

  it('is offered by nobody who has none', async () => {
    expect(await readAnswer(await send('/auth/options'))).toEqual({ ok: true, mail: 'console', demo: [] });
    expect(await post('/auth/demo', { email: 'ada@demo.example' })).toEqual({ ok: false, error: 'no_permission' });
  });
});
