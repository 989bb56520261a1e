import { expect, test } from 'vitest';
import { createAuth, type Locks } from './auth.ts';
import { createFakeClock } from '../testing/fake-clock.ts';
import { createMemoryStorage } from '../testing/memory-storage.ts';
import { scriptedFetch, type ScriptedCall } from '../testing/scripted-fetch.ts';

const baseUrl = 'http://edgeways.test';

function signedIn(token: string, workspaceId = 'T1') {
  const workspace = { id: workspaceId, name: `Name of ${workspaceId}`, domain: 'harbour' };
  return { ok: true, access_token: token, expires_in: 300, workspace, user: { id: 'U1', role: 'member' } };
}

function setUp(answer: (call: ScriptedCall) => unknown, options: { locks?: Locks } = {}) {
  const clock = createFakeClock();
  const storage = createMemoryStorage();
  const { fetch, calls } = scriptedFetch(answer);
  const create = () => createAuth({ baseUrl, storage, fetch, clock, ...options });
  const ended: string[] = [];
  const auth = create();
  auth.onSignedOut((workspaceId, reason) => ended.push(`${workspaceId} ${reason}`));
  const refreshes = () => calls.filter(({ path }) => path === '/auth/refresh');
  return { auth, clock, storage, calls, refreshes, ended, create };
}

/** A promise and what settles it. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

const offline = () => {
  throw new TypeError('fetch failed');
};

test('a person signs in with a code', async () => {
  const { auth, calls } = setUp(({ path }) => {
    if (path === '/auth/code') return { ok: true, delivery: 'console' };
    if (path === '/auth/verify')
      return { ok: true, proof: 'proof', workspaces: [{ id: 'T1', name: 'Harbour', domain: 'harbour' }] };
    return signedIn('first');
  });
  expect(await auth.requestCode('ada@example.com')).toEqual({ delivery: 'console' });
  const { proof, workspaces } = await auth.verify('ada@example.com', '123456');
  await auth.signIn(proof, workspaces[0]?.id ?? '');
  expect(calls.map(({ path, body }) => [path, body])).toEqual([
    ['/auth/code', { email: 'ada@example.com' }],
    ['/auth/verify', { email: 'ada@example.com', code: '123456' }],
    ['/auth/sign-in', { proof: 'proof', workspace_id: 'T1' }],
  ]);
  expect(await auth.accessToken()).toBe('first');
  expect(auth.current()?.user.id).toBe('U1');
});

test('creating a workspace and joining one send what the protocol asks for', async () => {
  const { auth, calls } = setUp(() => signedIn('first'));
  await auth.createWorkspace({ proof: 'p', displayName: 'Ada', timeZone: 'Europe/Lisbon', workspaceName: 'Harbour' });
  await auth.join({ proof: 'p', displayName: 'Ada', invitation: 'inv' });
  expect(calls.map(({ body }) => body)).toEqual([
    { proof: 'p', display_name: 'Ada', tz: 'Europe/Lisbon', workspace_name: 'Harbour' },
    { proof: 'p', display_name: 'Ada', invitation: 'inv' },
  ]);
});

test('a refusal is thrown with its code', async () => {
  const { auth } = setUp(() => ({ ok: false, error: 'invalid_code' }));
  await expect(auth.verify('ada@example.com', '000000')).rejects.toMatchObject({ code: 'invalid_code' });
});

test('the token is renewed a minute before it runs out', async () => {
  const { auth, clock, refreshes } = setUp(({ path }) => signedIn(path === '/auth/refresh' ? 'second' : 'first'));
  await auth.demo('ada@example.com');
  await clock.advance(239_000);
  expect(await auth.accessToken()).toBe('first');
  await clock.advance(1_000);
  expect(await auth.accessToken()).toBe('second');
  expect(refreshes()).toHaveLength(1);
});

test('renewing early may fail; renewing a rejected or an expired token may not', async () => {
  const { auth, clock } = setUp(({ path }) => (path === '/auth/refresh' ? offline() : signedIn('first')));
  await auth.demo('ada@example.com');
  await clock.advance(250_000);
  expect(await auth.accessToken()).toBe('first');
  await expect(auth.accessToken({ rejected: 'first' })).rejects.toMatchObject({ code: 'network' });
  await clock.advance(60_000);
  await expect(auth.accessToken()).rejects.toMatchObject({ code: 'network' });
});

test('however many ask, one refresh is made; and a token that was replaced already is not replaced again', async () => {
  const { auth, refreshes } = setUp(({ path }) => signedIn(path === '/auth/refresh' ? 'second' : 'first'));
  await auth.demo('ada@example.com');
  const tokens = await Promise.all([1, 2, 3].map(() => auth.accessToken({ rejected: 'first' })));
  expect(tokens).toEqual(['second', 'second', 'second']);
  expect(await auth.accessToken({ rejected: 'first' })).toBe('second');
  expect(refreshes()).toHaveLength(1);
});

test('after a lost answer the attempt is repeated with its id, also by the next page; after an answer with another', async () => {
  let isOffline = true;
  const { auth, create, refreshes } = setUp(() => (isOffline ? offline() : signedIn('token')));
  await expect(auth.refresh('T1')).rejects.toMatchObject({ code: 'network' });
  await expect(auth.refresh('T1')).rejects.toMatchObject({ code: 'network' });
  isOffline = false;
  const reloaded = create();
  await reloaded.refresh('T1');
  await reloaded.refresh('T1');
  const [first, second, third, fourth] = refreshes().map(({ body }) => body['attempt']);
  expect([second, third]).toEqual([first, first]);
  expect(fourth).not.toBe(first);
});

test('the attempt’s id lasts as long as the page when the storage is full', async () => {
  let isOffline = true;
  const { auth, storage, refreshes } = setUp(() => (isOffline ? offline() : signedIn('token')));
  storage.setItem = () => {
    throw new Error('no room');
  };
  await expect(auth.refresh('T1')).rejects.toMatchObject({ code: 'network' });
  isOffline = false;
  await auth.refresh('T1');
  const [first, second] = refreshes().map(({ body }) => body['attempt']);
  expect(second).toBe(first);
});

test('with locks, two tabs refresh one after the other', async () => {
  let tail = Promise.resolve();
  const names: string[] = [];
  const locks: Locks = {
    request(name, callback) {
      names.push(name);
      tail = tail.then(callback);
      return tail;
    },
  };
  const answers = [gate(), gate()];
  let count = 0;
  const { auth, create, clock, refreshes } = setUp(
    async () => {
      await answers[count++]?.opened;
      return signedIn(`token ${count}`);
    },
    { locks },
  );
  const tabs = [auth.refresh('T1'), create().refresh('T1')];
  await clock.settle();
  expect(refreshes()).toHaveLength(1);
  answers[0]?.open();
  await clock.settle();
  expect(refreshes()).toHaveLength(2);
  answers[1]?.open();
  await Promise.all(tabs);
  expect(names).toEqual(['edgeways.refresh.T1', 'edgeways.refresh.T1']);
});

test('a refresh that is refused ends the session here, and is told', async () => {
  const { auth, ended } = setUp(({ path }) =>
    path === '/auth/refresh' ? { ok: false, error: 'token_revoked' } : signedIn('first'),
  );
  await auth.demo('ada@example.com');
  await expect(auth.accessToken({ rejected: 'first' })).rejects.toMatchObject({ code: 'token_revoked' });
  expect(ended).toEqual(['T1 token_revoked']);
  expect(auth.current()).toBeNull();
  expect(auth.knownWorkspaces()).toEqual([]);
  await expect(auth.accessToken()).rejects.toMatchObject({ code: 'not_authed' });
});

test('a ticket is asked for with the token, and once more with a new one', async () => {
  const { auth, calls } = setUp(({ path, token }) => {
    if (path !== '/auth/ticket') return signedIn(path === '/auth/refresh' ? 'second' : 'first');
    return token === 'Bearer second' ? { ok: true, ticket: 'pass' } : { ok: false, error: 'token_expired' };
  });
  await auth.demo('ada@example.com');
  expect(await auth.ticket('C1AA')).toBe('pass');
  const tickets = calls.filter(({ path }) => path === '/auth/ticket');
  expect(tickets.map(({ body, token }) => [body, token])).toEqual([
    [{ channel: 'C1AA' }, 'Bearer first'],
    [{ channel: 'C1AA' }, 'Bearer second'],
  ]);
});

test('signing out is told once, also when the session was over already; offline it fails and changes nothing', async () => {
  let signOut: () => unknown = offline;
  const { auth, ended } = setUp(({ path }) => {
    if (path === '/auth/sign-out') return signOut();
    return path === '/auth/refresh' ? { ok: false, error: 'invalid_auth' } : signedIn('first');
  });
  await auth.demo('ada@example.com');
  await expect(auth.signOut()).rejects.toMatchObject({ code: 'network' });
  expect(auth.current()).not.toBeNull();

  signOut = () => ({ ok: true });
  await auth.signOut({ everywhere: true });
  expect(ended).toEqual(['T1 signed_out']);

  await auth.demo('ada@example.com');
  signOut = () => ({ ok: false, error: 'token_revoked' });
  await auth.signOut();
  expect(ended).toEqual(['T1 signed_out', 'T1 invalid_auth']);
});

test('workspaces are remembered over a reload, with who the person is there, and nothing else is', async () => {
  const { auth, create, storage } = setUp(({ body }) => signedIn('secret', String(body['workspace_id'])));
  await auth.signIn('proof', 'T1');
  await auth.signIn('proof', 'T2');
  expect(create().knownWorkspaces()).toEqual([
    { id: 'T2', name: 'Name of T2', domain: 'harbour', user: { id: 'U1', role: 'member' } },
    { id: 'T1', name: 'Name of T1', domain: 'harbour', user: { id: 'U1', role: 'member' } },
  ]);
  expect([...storage.entries.keys()]).toEqual(['edgeways.workspaces']);
  expect(JSON.stringify([...storage.entries])).not.toContain('secret');
});

test('a known workspace is restored without the network, and a token is fetched when one is needed', async () => {
  const { auth, create, calls } = setUp(({ body }) => signedIn('new', String(body['workspace_id'] ?? 'T1')));
  await auth.signIn('proof', 'T1');
  const later = create();
  const before = calls.length;
  expect(later.restore('T1')).toEqual({ workspace: expect.objectContaining({ id: 'T1' }), user: expect.anything() });
  expect(later.current()).toEqual(later.restore('T1'));
  expect(calls).toHaveLength(before);
  expect(await later.accessToken()).toBe('new');
  expect(calls.slice(before).map(({ path }) => path)).toEqual(['/auth/refresh']);
});

test('a workspace that the device knows by its name only, or not at all, is not restored', () => {
  const { auth, storage } = setUp(() => ({ ok: true }));
  storage.setItem('edgeways.workspaces', JSON.stringify([{ id: 'T1', name: 'Harbour' }]));
  expect(auth.knownWorkspaces()).toHaveLength(1);
  expect(auth.restore('T1')).toBeNull();
  expect(auth.restore('T2')).toBeNull();
  expect(auth.current()).toBeNull();
});

test('restoring the workspace that is open keeps its token', async () => {
  const { auth, calls } = setUp(({ body }) => signedIn('token', String(body['workspace_id'] ?? 'T1')));
  await auth.signIn('proof', 'T1');
  auth.restore('T1');
  expect(await auth.accessToken()).toBe('token');
  expect(calls).toHaveLength(1);
});

test('a restored workspace whose session has ended is told of, and forgotten', async () => {
  const { auth, create } = setUp(({ path }) =>
    path === '/auth/refresh' ? { ok: false, error: 'invalid_auth' } : signedIn('token', 'T1'),
  );
  await auth.signIn('proof', 'T1');
  const later = create();
  const ended: string[] = [];
  later.onSignedOut((workspaceId, reason) => ended.push(`${workspaceId} ${reason}`));
  later.restore('T1');
  await expect(later.accessToken()).rejects.toMatchObject({ code: 'invalid_auth' });
  expect(ended).toEqual(['T1 invalid_auth']);
  expect(later.knownWorkspaces()).toEqual([]);
});

test('a refresh of the workspace that was left does not bring it back', async () => {
  const late = gate();
  const { auth } = setUp(async ({ path, body }) => {
    if (path === '/auth/refresh') await late.opened;
    return signedIn('token', String(body['workspace_id']));
  });
  await auth.signIn('proof', 'T1');
  const renewal = auth.refresh();
  await auth.signIn('proof', 'T2');
  late.open();
  await renewal;
  expect(auth.current()?.workspace.id).toBe('T2');
});

test('another device is signed out by its id', async () => {
  const { auth, calls } = setUp(({ path }) => (path === '/auth/demo' ? signedIn('first') : { ok: true }));
  await auth.demo('ada@demo.example');
  await auth.signOutDevice('S/1');
  expect(calls.at(-1)).toMatchObject({ path: '/auth/devices/S%2F1', method: 'DELETE', token: 'Bearer first' });
  expect(auth.current()?.user.id).toBe('U1');
});
