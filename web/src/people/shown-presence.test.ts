import { expect, test } from 'vitest';
import { noDnd } from '../../../shared/presence.ts';
import { shownPresence } from './shown-presence.ts';

test('somebody of whom nobody has spoken is unknown rather than away', () => {
  expect(shownPresence(undefined, 1000)).toBe('unknown');
});

test('a pause shows as long as it lasts', () => {
  const person = {
    user: 'U1',
    presence: 'active' as const,
    dnd: { ...noDnd, snooze_enabled: true, snooze_endtime: 1000 },
  };
  expect(shownPresence(person, 999)).toBe('activePaused');
  expect(shownPresence(person, 1000)).toBe('active');
  expect(shownPresence({ ...person, presence: 'away' }, 999)).toBe('awayPaused');
});
