import type { Dnd } from '../../../shared/presence.ts';

/** What Slack says of a pause by hand; `snooze_remaining` in seconds. `now` in milliseconds. */
export function snoozeFields({ snooze_enabled, snooze_endtime }: Dnd, now: number) {
  if (!snooze_enabled) return { snooze_enabled };
  const remaining = Math.max(0, snooze_endtime - Math.floor(now / 1000));
  return { snooze_enabled, snooze_endtime, snooze_remaining: remaining, snooze_is_indefinite: false };
}
