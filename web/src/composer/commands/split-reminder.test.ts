import { expect, test } from 'vitest';
import { splitReminder } from './split-reminder.ts';

test.each([
  ['me to call Ada in 20 minutes', 'call Ada', 'in 20 minutes'],
  ['me to call Ada tomorrow at 9', 'call Ada', 'tomorrow at 9'],
  ['me to buy 2 in an hour', 'buy 2', 'in an hour'],
  ['to water the plants every Monday at 9am', 'water the plants', 'every Monday at 9am'],
  ['me "look in at 5" on the 3rd of March', 'look in at 5', 'on the 3rd of March'],
  ['me tomorrow to call Ada', 'call Ada', 'tomorrow'],
  ['me next week that the lease ends', 'the lease ends', 'next week'],
  ['me to stand up every weekday at 9:30', 'stand up', 'every weekday at 9:30'],
  ['me to pay on 2026-12-01', 'pay', 'on 2026-12-01'],
  ['me to call Ada', 'call Ada', ''],
  ['me to meet at the café', 'meet at the café', ''],
  ['', '', ''],
])('%j: remember %j, at %j', (rest, text, time) => {
  expect(splitReminder(rest)).toEqual({ text, time });
});
