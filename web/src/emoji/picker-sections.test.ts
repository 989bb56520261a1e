import { expect, test } from 'vitest';
import { findEmojis, getEmoji, pickerSections } from './picker-sections.ts';

const custom = new Map([
  ['ship-it', { url: '/emoji/ship-it' }],
  ['approve', { aliasFor: 'thumbsup' }],
  ['lost', { aliasFor: 'nothing-at-all' }],
]);

test('what is used most comes first, then the own ones, then the standard ones', () => {
  const sections = pickerSections(custom, ['tada', 'ship-it', 'was-removed']);
  expect(sections.slice(0, 3).map(({ name }) => name)).toEqual(['frequent', 'custom', 'smileys-emotion']);
  expect(sections[0]?.emojis.map(({ name }) => name)).toEqual(['tada', 'ship-it']);
  expect(sections[1]?.emojis.map(({ name }) => name)).toEqual(['approve', 'ship-it']);
});

test('a query finds the own ones by any part, the standard ones by the beginning of a word', () => {
  expect(findEmojis('it', custom)[0]?.name).toBe('ship-it');
  expect(findEmojis(':tada:', custom)[0]?.name).toBe('tada');
  expect(findEmojis('thumbs', custom).map(({ name }) => name)).toContain('+1');
});

test('an alias has the look of what it stands for, with its skin tones', () => {
  expect(getEmoji('approve', custom)?.look).toEqual({ sign: '👍', hasSkinTones: true });
  expect(getEmoji('lost', custom)).toBeNull();
});
