import { expect, test } from 'vitest';
import { reactorsSentence } from './reactors-sentence.ts';

const nameOf = (id: string) => id.toLowerCase();
const who = (users: string[], count = users.length) => reactorsSentence({ name: 'tada', users, count }, 'ME', nameOf);

test('oneself comes first, then the others by name', () => {
  expect(who(['ADA', 'ME'])).toBe('You and ada');
  expect(who(['ADA', 'BOB', 'EVE'])).toBe('ada, bob, and eve');
});

test('a crowd is counted: those for whom there is no room, and those whom nobody names', () => {
  const crowd = Array.from({ length: 20 }, (_, index) => `U${index}`);
  expect(who(crowd, 70)).toMatch(/ u11, and 58 others$/);
  expect(who(['ME', ...crowd], 71)).toMatch(/^You, u0, .* u10, and 59 others$/);
});
