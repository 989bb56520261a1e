import { expect, test } from 'vitest';
import { splitStatus } from './split-status.ts';

test.each([
  [':palm_tree: On holiday', ':palm_tree:', 'On holiday'],
  ['🌴 On holiday', ':palm_tree:', 'On holiday'],
  ['👋🏽 Hi', ':wave:', 'Hi'],
  [':tea:', ':tea:', ''],
  ['In a meeting', '', 'In a meeting'],
  ['10:30 meeting', '', '10:30 meeting'],
])('%j is %j with %j', async (said, emoji, text) => {
  expect(await splitStatus(said)).toEqual({ emoji, text });
});
