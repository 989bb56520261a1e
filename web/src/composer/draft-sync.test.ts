import { expect, test } from 'vitest';
import { createFakeClock } from '../../../client/testing/fake-clock.ts';
import { createDraftSync } from './draft-sync.ts';

function start(draft = '') {
  const clock = createFakeClock();
  const state = { draft, shown: draft, hasFocus: false };
  const writes: string[] = [];
  const sync = createDraftSync(
    {
      get: () => state.draft,
      set: (text) => {
        writes.push(text);
        state.draft = text;
      },
    },
    {
      isEmpty: () => state.shown === '',
      hasFocus: () => state.hasFocus,
      show: (text) => {
        state.shown = text;
      },
    },
    clock,
  );
  const type = (text: string) => {
    state.shown = text;
    sync.typed(text);
  };
  /** Another device writes it. */
  const hear = (text: string) => {
    state.draft = text;
    sync.look();
  };
  return { clock, state, writes, sync, type, hear };
}

test('what is typed is stored once, when the person pauses', async () => {
  const { clock, writes, type } = start();
  type('a');
  await clock.advance(200);
  type('ab');
  await clock.advance(299);
  expect(writes).toEqual([]);
  await clock.advance(1);
  expect(writes).toEqual(['ab']);
});

test('what waits is stored when the person leaves', async () => {
  const { clock, writes, type, sync } = start();
  type('a');
  sync.flush();
  await clock.advance(1000);
  expect(writes).toEqual(['a']);
});

test('sending takes the draft away, and what waited does not bring it back', async () => {
  const { clock, state, type, sync } = start('old');
  type('old and new');
  state.shown = '';
  sync.sent();
  await clock.advance(1000);
  expect(state.draft).toBe('');
});

test('another device’s draft is shown in an untouched composer', () => {
  const { state, hear } = start('mine');
  hear('mine, and more');
  expect(state.shown).toBe('mine, and more');
  hear('');
  expect(state.shown).toBe('');
});

test('what was typed and is under the caret stays, and gives way when the caret has left', async () => {
  const { clock, state, type, hear, sync } = start();
  state.hasFocus = true;
  type('mine');
  await clock.advance(300);
  hear('theirs');
  expect(state.shown).toBe('mine');
  state.hasFocus = false;
  sync.look();
  expect(state.shown).toBe('theirs');
});

test('what nobody has typed in is replaced even with the caret in it', () => {
  const { state, hear } = start('old');
  state.hasFocus = true;
  hear('theirs');
  expect(state.shown).toBe('theirs');
});

test('an empty composer takes a draft even with the caret in it', () => {
  const { state, hear } = start();
  state.hasFocus = true;
  hear('theirs');
  expect(state.shown).toBe('theirs');
});

test('of two who write at once, what was typed here is stored over the other', async () => {
  const { clock, state, type, hear } = start();
  type('mine');
  hear('theirs');
  expect(state.shown).toBe('mine');
  await clock.advance(300);
  expect(state.draft).toBe('mine');
});
