import type { Reminder } from '../../../client/api/personal-answers.ts';

/** What is still to be done by when it is due, then what is done, the latest first. */
export function sortReminders(reminders: readonly Reminder[]): Reminder[] {
  const timeOf = ({ time = 0 }: Reminder) => time;
  const open = reminders.filter(({ complete_ts: done }) => !done).sort((a, b) => timeOf(a) - timeOf(b));
  const done = reminders
    .filter(({ complete_ts: at }) => at)
    .sort((a, b) => (b.complete_ts ?? 0) - (a.complete_ts ?? 0));
  return [...open, ...done];
}
