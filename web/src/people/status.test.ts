import { expect, test } from 'vitest';
import { currentStatus } from './status.ts';

const profile = { real_name: 'Ada', display_name: 'ada' };

test('a status has its emoji without colons, with the skin tone', () => {
  const status = currentStatus({ ...profile, status_emoji: ':wave::skin-tone-3:', status_text: 'Back soon' }, 0);
  expect(status).toEqual({ emoji: 'wave::skin-tone-3', text: 'Back soon', until: 0 });
});

test('a status whose time is over is none', () => {
  const away = { ...profile, status_text: 'Lunch', status_expiration: 1000 };
  expect(currentStatus(away, 999)?.text).toBe('Lunch');
  expect(currentStatus(away, 1000)).toBeNull();
});

test('nobody has a status until they set one', () => {
  expect(currentStatus(profile, 0)).toBeNull();
  expect(currentStatus({ ...profile, status_emoji: '', status_text: '' }, 0)).toBeNull();
});
