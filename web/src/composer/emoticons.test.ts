import { expect, test } from 'vitest';
import { withEmoji } from './emoticons.ts';

test.each([
  ['hi :)', 'hi 🙂'],
  [':D &lt;3 :p', '😄 ❤️ 😛'],
  [';)\n:(', '😉\n😞'],
  ['x:) and (see:) http://a.example/:p', 'x:) and (see:) http://a.example/:p'],
  ['`a :) b` :)', '`a :) b` 🙂'],
  ['```\nif :)\n``` :)', '```\nif :)\n``` 🙂'],
  ['```never ended :)', '```never ended :)'],
  [':D: :people: a &lt;30', ':D: :people: a &lt;30'],
])('%j is sent as %j', (written, sent) => {
  expect(withEmoji(written)).toBe(sent);
});
