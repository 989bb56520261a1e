import { refuse, type Outcome } from '../../shared/errors.ts';
import type { Dnd, DndSchedule } from '../../shared/presence.ts';
import { changeAvailability, getAvailability, type Availability } from './availability.ts';
import { dndOf, dndScheduleOf } from './dnd.ts';
import type { Duty } from './duties.ts';
import { notePresence } from './note-presence.ts';
import type { Person } from './person.ts';
import { hasWatchers } from './watchers.ts';

/** The longest pause by hand: thirty days of minutes. */
const longestSnooze = 30 * 24 * 60;

/** Pauses notifications from now on, instead of any pause before. Refuses with `too_long`. */
export function doSnooze(person: Person, minutes: number): Outcome<{ dnd: Dnd }> {
  if (minutes > longestSnooze) return refuse('too_long');
  return change(person, { snooze_until: Math.floor(person.now() / 1000) + minutes * 60 });
}

/** Refuses with `snooze_not_active`. */
export function doEndSnooze(person: Person): Outcome<{ dnd: Dnd }> {
  if (!dndOf(person.sql, person.now()).snooze_enabled) return refuse('snooze_not_active');
  return change(person, { snooze_until: 0 });
}

/** Ends whatever keeps notifications away now, by hand or by schedule; the next period comes as ever. */
export function doEndDnd(person: Person): Outcome<{ dnd: Dnd }> {
  const seconds = Math.floor(person.now() / 1000);
  const { next_dnd_start_ts: start, next_dnd_end_ts: end } = dndOf(person.sql, person.now());
  return change(person, { snooze_until: 0, ...(start <= seconds ? { dnd_ended: end } : {}) });
}

export function doSetSchedule(person: Person, schedule: DndSchedule): { dnd: Dnd; schedule: DndSchedule } {
  const days = [...new Set(schedule.days)].toSorted((a, b) => a - b);
  const { dnd } = change(person, { dnd_schedule: JSON.stringify({ ...schedule, days }), dnd_ended: 0 });
  return { dnd, schedule: dndScheduleOf(person.sql) };
}

function change(person: Person, changes: Partial<Availability>): { ok: true; dnd: Dnd } {
  changeAvailability(person.sql, changes);
  noteDnd(person);
  return { ok: true, dnd: dndOf(person.sql, person.now()) };
}

/** Pauses are others than they were, or were to be: devices and watchers are told. */
export function noteDnd(person: Person): void {
  const { sql } = person;
  person.push({ type: 'dnd', dnd: dndOf(sql, person.now()), schedule: dndScheduleOf(sql) });
  planTurn(person);
  notePresence(person);
}

/** Sees to it that whoever looks now hears when a pause has ended, and of the one after it. */
export function planTurn(person: Person): void {
  const { sql } = person;
  const now = person.now();
  const { dnd_enabled, next_dnd_end_ts, snooze_endtime } = dndOf(sql, now);
  const ends = [dnd_enabled ? next_dnd_end_ts : 0, snooze_endtime].map((end) => end * 1000).filter((end) => end > now);
  const turns = ends.length > 0 ? Math.min(...ends) : null;
  if (turns !== getAvailability(sql).dnd_turns) changeAvailability(sql, { dnd_turns: turns });
  if (turns !== null) person.ringBy(turns);
}

/** A pause has ended. Nobody is told of it, and no alarm set for the next, where nobody looks; who comes to look plans one. */
export const dndDuty: Duty = {
  name: 'dnd',
  next: (sql) => getAvailability(sql).dnd_turns,
  async run(person) {
    person.change(() => {
      const { dnd_turns: turns } = getAvailability(person.sql);
      if (turns === null || turns > person.now()) return;
      changeAvailability(person.sql, { dnd_turns: null });
      if (person.sockets().length > 0 || hasWatchers(person)) noteDnd(person);
    });
  },
};
