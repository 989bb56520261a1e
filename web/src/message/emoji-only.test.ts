import { expect, test } from 'vitest';
import { parseMrkdwn } from '../../../shared/mrkdwn/parse.ts';
import { isEmojiOnly } from './emoji-only.ts';

test.each([':tada:', ':tada: :wave::skin-tone-3:', '🎉', '👩🏽‍🚀 🇳🇴'])('%s is shown large', (text) => {
  expect(isEmojiOnly(parseMrkdwn(text))).toBe(true);
});

test.each(['', 'a', '12', ':tada: a', ':tada:\n:tada:', '*:tada:*', '🎉'.repeat(13)])('%j is not', (text) => {
  expect(isEmojiOnly(parseMrkdwn(text))).toBe(false);
});
