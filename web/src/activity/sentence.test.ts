import { expect, test } from 'vitest';
import type { ActivityItem } from '../../../shared/activity.ts';
import { activitySentence } from './sentence.ts';

const item = (change: Partial<ActivityItem>): ActivityItem => ({
  id: 'x',
  kind: 'mention',
  channel: 'C1',
  ts: '2.000000',
  user: 'U1',
  at: 0,
  ...change,
});
const say = (change: Partial<ActivityItem>) => activitySentence(item(change), 'Ada', '#general');

test('a mention says where it was, and whether in a thread', () => {
  expect(say({})).toBe('Ada mentioned you in #general');
  expect(say({ thread_ts: '1.000000' })).toBe('Ada mentioned you in a thread in #general');
  expect(say({ thread_ts: '2.000000' })).toBe('Ada mentioned you in #general');
});

test('a reminder is of a message or of nothing but its own words', () => {
  expect(say({ kind: 'reminder' })).toBe('Reminder of a message in #general');
  expect(say({ kind: 'reminder', channel: undefined })).toBe('Reminder');
});

test('of many who reacted one is named', () => {
  const reaction = item({ kind: 'reaction' });
  expect(activitySentence(reaction, 'Ada', '#general')).toBe('Ada reacted to your message in #general');
  expect(activitySentence(reaction, 'Ada', '#general', 2)).toBe('Ada and 2 others reacted to your message in #general');
});

test('every other kind has its sentence', () => {
  for (const kind of ['everybody', 'group', 'keyword', 'reply', 'reaction'] as const)
    expect(say({ kind })).toMatch(/^Ada /);
  expect(say({ kind: 'unscheduled' })).toMatch(/^A scheduled message/);
});
