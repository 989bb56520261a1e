import { expect, test } from 'vitest';
import { reactorsOf } from './reactors.ts';

const tada = { name: 'tada', users: ['U1', 'U2'], count: 2 };
const wave = { name: 'wave', users: ['U2', 'U3'], count: 2 };

test('everybody who reacts is counted once, the newest stands for them', () => {
  expect(reactorsOf([tada, wave], 'U9', 'U3')).toEqual({ first: 'U3', others: 2, names: ['tada', 'wave'] });
});

test('oneself is not counted, nor what only oneself used, nor somebody who took it back', () => {
  expect(reactorsOf([tada, { name: 'eyes', users: ['U1'], count: 1 }], 'U1', 'U7')).toEqual({
    first: 'U2',
    others: 0,
    names: ['tada'],
  });
  expect(reactorsOf([{ name: 'eyes', users: ['U1'], count: 1 }], 'U1', 'U2')).toBeNull();
});

test('of very many some are named and all counted', () => {
  expect(reactorsOf([{ ...tada, count: 500 }], 'U1', undefined)).toMatchObject({ first: 'U2', others: 498 });
});
