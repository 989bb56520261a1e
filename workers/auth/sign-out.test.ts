import { describe, expect, it } from 'vitest';
import { DevicesAnswer } from '../../shared/protocol/auth.ts';
import { call, post, readAnswer, send } from '../testing/http.ts';
import { bearer, createToken, createWorkspace, joinWorkspace, signInAgain, type Somebody } from '../testing/people.ts';

const works = async ({ token }: Somebody) => (await call('auth.test', {}, token)).ok;

async function listDevices(person: Somebody) {
  return DevicesAnswer.parse(await readAnswer(await send('/auth/devices', { headers: bearer(person) }))).devices;
}

describe('signing out', () => {
  it('ends this device’s session and clears its cookie', async () => {
    const phone = await createWorkspace();
    const laptop = await signInAgain(phone);
    const response = await send('/auth/sign-out', {
      method: 'POST',
      body: '{}',
      headers: { ...bearer(phone), 'content-type': 'application/json' },
    });
    expect(await response.json()).toEqual({ ok: true });
    expect(response.headers.get('set-cookie')).toContain('Max-Age=0');
    expect(await call('auth.test', {}, phone.token)).toEqual({ ok: false, error: 'token_revoked' });
    expect(await works(laptop)).toBe(true);
  });

  it('everywhere ends all of the person’s sessions and API tokens, and nobody else’s', async () => {
    const phone = await createWorkspace();
    const laptop = await signInAgain(phone);
    const member = await joinWorkspace(phone);
    const [token, other] = [await createToken(phone, []), await createToken(member, [])];
    expect(await post('/auth/sign-out', { everywhere: true }, bearer(laptop))).toEqual({ ok: true });
    expect([await works(phone), await works(laptop), await works(member)]).toEqual([false, false, true]);
    expect(await call('auth.test', {}, token)).toEqual({ ok: false, error: 'token_revoked' });
    expect(await call('auth.test', {}, other)).toMatchObject({ ok: true });
  });

  it('of one device leaves the person’s API tokens', async () => {
    const phone = await createWorkspace();
    const token = await createToken(phone, []);
    await post('/auth/sign-out', {}, bearer(phone));
    expect(await call('auth.test', {}, token)).toMatchObject({ ok: true });
  });

  it('by auth.revoke is the same, and only without `test`', async () => {
    const phone = await createWorkspace();
    expect(await call('auth.revoke', { test: true }, phone.token)).toEqual({ ok: true, revoked: false });
    expect(await call('auth.revoke', {}, phone.token)).toEqual({ ok: true, revoked: true });
    expect(await call('auth.revoke', {}, phone.token)).toEqual({ ok: false, error: 'token_revoked' });
  });

  it('by auth.revoke revokes an API token, and nothing else', async () => {
    const phone = await createWorkspace();
    const [revoked, kept] = [await createToken(phone, []), await createToken(phone, [])];
    expect(await call('auth.revoke', {}, revoked)).toEqual({ ok: true, revoked: true });
    expect(await call('auth.test', {}, revoked)).toEqual({ ok: false, error: 'token_revoked' });
    expect(await call('auth.test', {}, kept)).toMatchObject({ ok: true });
    expect(await works(phone)).toBe(true);
  });
});

describe('devices', () => {
  it('are listed with the one that asks marked', async () => {
    const phone = await createWorkspace();
    await signInAgain(phone);
    await joinWorkspace(phone);
    const devices = await listDevices(phone);
    expect(devices).toHaveLength(2);
    expect(devices.filter(({ current }) => current)).toHaveLength(1);
    expect(devices[0]).toMatchObject({ label: 'Unknown device' });
  });

  it('can be signed out one by one, by their owner alone', async () => {
    const phone = await createWorkspace();
    const laptop = await signInAgain(phone);
    const member = await joinWorkspace(phone);
    const other = (await listDevices(phone)).find(({ current }) => !current);
    const path = `/auth/devices/${other?.id}`;
    const signOut = (person: Somebody) => send(path, { method: 'DELETE', headers: bearer(person) });
    await signOut(member);
    expect(await works(laptop)).toBe(true);
    await signOut(phone);
    expect([await works(phone), await works(laptop)]).toEqual([true, false]);
    expect(await listDevices(phone)).toHaveLength(1);
  });
});
