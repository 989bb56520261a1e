import { expect, test } from 'vitest';
import { avatarColourOf, avatarGrounds, initialsOf } from './avatar-colour.ts';

test('a person has one colour', () => {
  expect(avatarColourOf('U0123')).toBe(avatarColourOf('U0123'));
  expect(avatarGrounds).toContain(avatarColourOf(''));
});

test('people share the colours out', () => {
  const used = new Set(Array.from({ length: 200 }, (_, index) => avatarColourOf(`U${index}ABC`)));
  expect(used.size).toBe(avatarGrounds.length);
});

test.each([
  ['Ada Lovelace', 'AL'],
  ['Ana Maria de la Cruz', 'AC'],
  ['sam', 'S'],
  ['élodie.durand', 'ÉD'],
  ['李雷', '李'],
  ['  ', '?'],
  ['🦊', '?'],
  ['𝒳avier', '𝒳'],
])('%s has the initials %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
