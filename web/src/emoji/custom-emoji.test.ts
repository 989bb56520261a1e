import { expect, test } from 'vitest';
import { resolveEmoji, splitReactionName, withTone } from './custom-emoji.ts';

const custom = new Map([
  ['ship', { url: '/emoji/ship' }],
  ['boat', { aliasFor: 'ship' }],
  ['yes', { aliasFor: '+1' }],
  ['chicken', { aliasFor: 'egg' }],
  ['egg', { aliasFor: 'chicken' }],
]);

test('an alias shows what it stands for, its own picture or a standard emoji', () => {
  expect(resolveEmoji('boat', custom)).toEqual({ url: '/emoji/ship' });
  expect(resolveEmoji('yes', custom)).toEqual({ name: '+1' });
  expect(resolveEmoji('tada', custom)).toEqual({ name: 'tada' });
});

test('aliases that go round in a circle stand for nothing but their name', () => {
  expect(resolveEmoji('egg', custom)).toEqual({ name: 'egg' });
});

test.each([
  ['wave', { name: 'wave', skinTone: null }],
  ['wave::skin-tone-3', { name: 'wave', skinTone: 3 }],
  ['wave::skin-tone-9', { name: 'wave', skinTone: null }],
])('%s is split', (reaction, parts) => {
  expect(splitReactionName(reaction)).toEqual(parts);
});

test('a name with a tone is split into what it was made of', () => {
  expect(splitReactionName(withTone('wave', 6))).toEqual({ name: 'wave', skinTone: 6 });
  expect(withTone('wave', null)).toBe('wave');
});
