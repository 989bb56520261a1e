import { describe, expect, test } from 'vitest';
import { findMentions } from '../../../shared/mrkdwn/mentions.ts';
import { asksBeforeCalling, reachOf } from './everybody.ts';

describe('before everybody is called', () => {
  const asks = (text: string, members: number) => asksBeforeCalling(findMentions(text), members);

  test('one is asked from six members on', () => {
    expect(asks('<!channel> tea', 5)).toBeNull();
    expect(asks('<!channel> tea', 6)).toBe('channel');
  });

  test('of several ways the widest counts', () => {
    expect(asks('<!here> or <!everyone>', 9)).toBe('everyone');
    expect(asks('<!here>', 9)).toBe('here');
  });

  test('one is not asked for text that only looks like it', () => {
    expect(asks('`<!channel>` and @channel', 9)).toBeNull();
  });
});

test('it reaches everybody but oneself, in as many zones as they live in', () => {
  const zones = new Map([
    ['U1', 'Europe/Berlin'],
    ['U2', 'America/Chicago'],
    ['U3', 'Europe/Berlin'],
  ]);
  const zoneOf = (id: string) => zones.get(id);
  expect(reachOf(['U1', 'U2', 'U3', 'U4'], 'U2', zoneOf)).toEqual({ people: 3, zones: 1 });
  expect(reachOf(['U1', 'U2'], 'U9', zoneOf)).toEqual({ people: 2, zones: 2 });
});
