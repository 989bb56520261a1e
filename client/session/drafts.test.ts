import { expect, test } from 'vitest';
import type { Draft } from '../../shared/draft.ts';
import type { SessionClientFrame } from '../../shared/protocol/session-socket.ts';
import { createDrafts, forgetDrafts } from './drafts.ts';
import { reduceSession } from './reduce-session.ts';
import { emptySessionState } from './session-state.ts';
import { createStore } from '../store.ts';
import { createFakeClock } from '../testing/fake-clock.ts';
import { bootFrame } from '../testing/fake-session.ts';
import { createMemoryStorage } from '../testing/memory-storage.ts';

const root = '1600000000.000000';

function setUp(storage = createMemoryStorage()) {
  const clock = createFakeClock();
  const session = createStore(emptySessionState);
  const sent: SessionClientFrame[] = [];
  const world = { isLive: true };
  const drafts = createDrafts({
    session,
    clock,
    storage,
    workspaceId: 'T1',
    send: (frame) => world.isLive && sent.push(frame) > 0,
  });
  const boot = (...held: Draft[]) => {
    session.update((state) => reduceSession(state, bootFrame({ drafts: held })));
    drafts.onBoot();
  };
  const written = () => sent.map((frame) => (frame.type === 'draft' ? frame.draft.text : frame.type));
  const kept = () => storage.entries.size;
  return { clock, session, sent, world, drafts, boot, written, kept, storage };
}

test('a draft is there at once, in the session too, and the server hears of it after a pause', async () => {
  const { clock, session, drafts, written } = setUp();
  drafts.set('C1AA', null, 'h');
  drafts.set('C1AA', null, 'hi');
  drafts.set('C1AA', root, 'reply');
  expect([drafts.get('C1AA', null), drafts.get('C1AA', root), drafts.get('C2AA', null)]).toEqual(['hi', 'reply', '']);
  expect([...session.get().drafts.keys()]).toEqual(['C1AA', `C1AA.${root}`]);
  await clock.advance(999);
  expect(written()).toEqual([]);
  await clock.advance(1);
  expect(written()).toEqual(['hi', 'reply']);
});

test('somebody who does not stop writing is heard every five seconds', async () => {
  const { clock, drafts, written } = setUp();
  for (let key = 1; key <= 12; key += 1) {
    drafts.set('C1AA', null, 'x'.repeat(key));
    await clock.advance(500);
  }
  expect(written()).toEqual(['x'.repeat(10)]);
});

test('leaving hands over what waits, and what did not change is not said', async () => {
  const { clock, drafts, written } = setUp();
  drafts.set('C1AA', null, 'hi');
  drafts.flush();
  expect(written()).toEqual(['hi']);
  drafts.set('C1AA', null, 'hi');
  await clock.advance(10_000);
  expect(written()).toEqual(['hi']);
});

test('an empty text takes a draft away, here and there, and an older word of it does not bring it back', async () => {
  const { clock, sent, drafts } = setUp();
  drafts.hear({ channel: 'C1AA', text: 'from the phone', updated: clock.now() - 1 });
  drafts.set('C1AA', null, '');
  await clock.advance(1_000);
  expect(sent).toEqual([{ type: 'draft', draft: { channel: 'C1AA', text: '', updated: clock.now() - 1_000 } }]);
  drafts.hear({ channel: 'C1AA', text: 'from the phone', updated: clock.now() - 1_001 });
  expect(drafts.get('C1AA', null)).toBe('');
});

test('of two devices the one that wrote later is right, and a clock that is ahead does not win for ever', async () => {
  const { clock, drafts, written } = setUp();
  drafts.set('C1AA', null, 'mine');
  drafts.hear({ channel: 'C1AA', text: 'earlier', updated: clock.now() - 5 });
  expect(drafts.get('C1AA', null)).toBe('mine');
  drafts.hear({ channel: 'C1AA', text: 'later', updated: clock.now() + 60_000 });
  expect(drafts.get('C1AA', null)).toBe('later');
  drafts.set('C1AA', null, 'later still');
  expect(drafts.get('C1AA', null)).toBe('later still');
  await clock.advance(1_000);
  expect(written()).toEqual(['later still']);
});

test('once the session has heard of a draft it decides, even where this device’s clock was ahead', async () => {
  const { clock, drafts } = setUp();
  drafts.set('C1AA', null, 'mine');
  await clock.advance(20_000);
  drafts.hear({ channel: 'C1AA', text: 'theirs', updated: clock.now() - 60_000 });
  expect(drafts.get('C1AA', null)).toBe('theirs');
  drafts.hear({ channel: 'C1AA', text: '', updated: clock.now() - 59_000 });
  expect(drafts.get('C1AA', null)).toBe('');
});

test('what could not be sent is sent after the next boot, over what that says', async () => {
  const { clock, world, drafts, boot, written } = setUp();
  world.isLive = false;
  drafts.set('C1AA', null, 'mine');
  await clock.advance(60_000);
  world.isLive = true;
  boot({ channel: 'C1AA', text: 'old', updated: 1 }, { channel: 'C2AA', text: 'other', updated: 1 });
  expect(written()).toEqual(['mine']);
  expect([drafts.get('C1AA', null), drafts.get('C2AA', null)]).toEqual(['mine', 'other']);
});

test('what was sent and may have been lost is sent again, unless the server has it or something newer', async () => {
  const { drafts, boot, written } = setUp();
  drafts.set('C1AA', null, 'mine');
  drafts.flush();
  drafts.onDown();
  boot();
  expect(written()).toEqual(['mine', 'mine']);
  drafts.onDown();
  boot({ channel: 'C1AA', text: 'mine', updated: 1 });
  boot({ channel: 'C1AA', text: 'theirs', updated: Number.MAX_SAFE_INTEGER });
  expect(written()).toHaveLength(2);
  expect(drafts.get('C1AA', null)).toBe('theirs');
});

test('a connection that broke may not have delivered it, however long ago that is', async () => {
  const { clock, drafts, boot, written } = setUp();
  drafts.set('C1AA', null, 'mine');
  drafts.flush();
  drafts.onDown();
  await clock.advance(60_000);
  boot();
  expect(drafts.get('C1AA', null)).toBe('mine');
  expect(written()).toEqual(['mine', 'mine']);
});

test('a connection that stays has delivered it: what another device did since counts', async () => {
  const { clock, drafts, boot, written, kept } = setUp();
  drafts.set('C1AA', null, 'mine');
  await clock.advance(11_000);
  expect(kept()).toBe(0);
  drafts.onDown();
  boot();
  expect(drafts.get('C1AA', null)).toBe('');
  expect(written()).toEqual(['mine']);
});

test('what the server does not have is there after a reload, and is sent', () => {
  const first = setUp();
  first.world.isLive = false;
  first.drafts.set('C1AA', null, 'mine');
  first.drafts.set('C1AA', root, 'reply');
  const second = setUp(first.storage);
  expect([second.drafts.get('C1AA', null), second.drafts.get('C1AA', root)]).toEqual(['mine', 'reply']);
  second.boot();
  expect(second.written()).toEqual(['mine', 'reply']);
});

test('what cannot be read is left out, other workspaces’ drafts are left alone, and a full storage costs nothing else', () => {
  const storage = createMemoryStorage();
  storage.setItem('edgeways.draft.2.T1.C1AA', 'not json');
  storage.setItem('edgeways.draft.2.T2.C1AA', JSON.stringify({ channel: 'C1AA', text: 'elsewhere', updated: 1 }));
  const { drafts } = setUp(storage);
  expect(drafts.get('C1AA', null)).toBe('');
  forgetDrafts(storage, 'T1');
  expect([...storage.entries.keys()]).toEqual(['edgeways.draft.2.T2.C1AA']);

  const full = createMemoryStorage();
  full.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  const other = setUp(full);
  other.drafts.set('C1AA', null, 'mine');
  expect(other.drafts.get('C1AA', null)).toBe('mine');
});
