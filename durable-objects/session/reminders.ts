import { nextTime, Recurrence } from '../../shared/calendar/recurrence.ts';
import { refuse, type Outcome } from '../../shared/errors.ts';
import { newId } from '../../shared/ids.ts';
import { maxReminders, toWireRecurrence, type Reminder } from '../../shared/reminder.ts';
import { addActivity } from './activity.ts';
import { getAvailability } from './availability.ts';
import type { Duty } from './duties.ts';
import type { Person } from './person.ts';

/** How many complete ones are remembered; the oldest go. */
const maxComplete = 200;
/** How many are due in one run; the others follow in the next. */
const batch = 100;

/** `at` in milliseconds since 1970. */
export type ReminderPlan = { text: string; at: number; recurrence: Recurrence | null };

/**
 * `time`: when it is due; of one that comes again, when it is due next. `next`: the same while that is to come, null once it
 * was due. Seconds since 1970, all of them; `completed` 0 until it is.
 */
type ReminderRow = {
  id: string;
  text: string;
  time: number;
  recurrence: string | null;
  completed: number;
  next: number | null;
};

/** Refuses with `too_many_reminders`. */
export function addReminder(person: Person, { text, at, recurrence }: ReminderPlan): Outcome<{ reminder: Reminder }> {
  const { sql } = person;
  const { open } = sql.exec<{ open: number }>('SELECT count(*) AS open FROM reminders WHERE completed = 0').one();
  if (open >= maxReminders) return refuse('too_many_reminders');
  const time = Math.ceil(at / 1000);
  const row: ReminderRow = {
    id: newId('Rm'),
    text: text.toWellFormed(),
    time,
    recurrence: recurrence && JSON.stringify(recurrence),
    completed: 0,
    next: time,
  };
  sql.exec(
    'INSERT INTO reminders (id, text, time, recurrence, completed, next) VALUES (?, ?, ?, ?, 0, ?)',
    row.id,
    row.text,
    row.time,
    row.recurrence,
    row.next,
  );
  person.ringBy(time * 1000);
  notifyChanged(person);
  return { ok: true, reminder: toReminder(person, row) };
}

/** Refuses with `not_found`. */
export function getReminder(person: Person, id: string): Outcome<{ reminder: Reminder }> {
  const row = getRow(person, id);
  return row ? { ok: true, reminder: toReminder(person, row) } : refuse('not_found');
}

/** What is to come first, then what is complete. Bounded by how many there may be. */
export function listReminders(person: Person): Reminder[] {
  return person.sql
    .exec<ReminderRow>('SELECT * FROM reminders ORDER BY completed > 0, time, id')
    .toArray()
    .map((row) => toReminder(person, row));
}

/** Refuses with `not_found` and `cannot_complete_recurring`. One that is complete already stays as it is. */
export function completeReminder(person: Person, id: string): Outcome<object> {
  const row = getRow(person, id);
  if (!row) return refuse('not_found');
  if (row.recurrence !== null) return refuse('cannot_complete_recurring');
  if (row.completed > 0) return { ok: true };
  const now = Math.floor(person.now() / 1000);
  person.sql.exec('UPDATE reminders SET completed = ?, next = NULL WHERE id = ?', now, id);
  person.sql.exec(
    `DELETE FROM reminders WHERE id IN
       (SELECT id FROM reminders WHERE completed > 0 ORDER BY completed DESC, id LIMIT -1 OFFSET ${maxComplete})`,
  );
  notifyChanged(person);
  return { ok: true };
}

/** Refuses with `not_found`. */
export function deleteReminder(person: Person, id: string): Outcome<object> {
  if (!getRow(person, id)) return refuse('not_found');
  person.sql.exec('DELETE FROM reminders WHERE id = ?', id);
  notifyChanged(person);
  return { ok: true };
}

/**
 * What comes again is to come when its schedule says, seen from now: the person may be in another time zone, or a clock
 * that was far ahead may have been put right. What is due already is left to the alarm.
 */
export function replanReminders(person: Person, zone: string): void {
  const now = Math.floor(person.now() / 1000);
  const rows = person.sql
    .exec<ReminderRow>('SELECT * FROM reminders WHERE recurrence IS NOT NULL AND next > ?', now)
    .toArray();
  const changed = rows.filter((row) => planNext(person, row, zone));
  if (changed.length > 0) notifyChanged(person);
}

/**
 * Tells the person what is due, by a line in the activity view. What was due several times while nobody looked at the clock
 * is told once, and comes next when its schedule says. Line and next time are written together or not at all.
 */
export const remindersDuty: Duty = {
  name: 'reminders',
  next(sql) {
    const { next } = sql
      .exec<{ next: number | null }>('SELECT min(next) AS next FROM reminders WHERE next IS NOT NULL')
      .one();
    return next === null ? null : next * 1000;
  },
  async run(person) {
    person.change(() => {
      const { tz } = getAvailability(person.sql);
      const due = person.sql
        .exec<ReminderRow>(
          'SELECT * FROM reminders WHERE next <= ? ORDER BY next, id LIMIT ?',
          Math.floor(person.now() / 1000),
          batch,
        )
        .toArray();
      for (const row of due) {
        if (row.recurrence === null) person.sql.exec('UPDATE reminders SET next = NULL WHERE id = ?', row.id);
        else planNext(person, row, tz);
      }
      addActivity(
        person,
        due.map((row) => ({
          id: `reminder.${row.id}.${row.time}`,
          kind: 'reminder',
          text: row.text,
          at: person.now(),
        })),
      );
      if (due.length > 0) notifyChanged(person);
    });
  },
};

/** False: it is planned for then already. */
function planNext(person: Person, { id, recurrence, next: before }: ReminderRow, zone: string): boolean {
  if (recurrence === null) return false;
  const next = nextTime(Recurrence.parse(JSON.parse(recurrence)), zone, person.now()) / 1000;
  if (next === before) return false;
  person.sql.exec('UPDATE reminders SET time = ?, next = ? WHERE id = ?', next, next, id);
  person.ringBy(next * 1000);
  return true;
}

function getRow({ sql }: Person, id: string): ReminderRow | null {
  return sql.exec<ReminderRow>('SELECT * FROM reminders WHERE id = ?', id).toArray()[0] ?? null;
}

function toReminder({ userId }: Person, { id, text, time, recurrence, completed }: ReminderRow): Reminder {
  const common = { id, creator: userId, user: userId, text, time };
  if (recurrence === null) return { ...common, recurring: false, complete_ts: completed };
  return { ...common, recurring: true, recurrence: toWireRecurrence(Recurrence.parse(JSON.parse(recurrence))) };
}

function notifyChanged(person: Person): void {
  person.push({ type: 'stale', what: 'reminders' });
}
