import { changeAvailability, getAvailability } from './availability.ts';
import { noteDnd, planTurn } from './change-dnd.ts';
import type { Person } from './person.ts';
import { replanReminders } from './reminders.ts';

/**
 * The person's time zone, as the directory has it now: what goes by clocks on walls goes by those there. Said whenever the
 * person comes.
 */
export function noteZone(person: Person, zone: string): void {
  const isNew = getAvailability(person.sql).tz !== zone;
  if (isNew) changeAvailability(person.sql, { tz: zone });
  replanReminders(person, zone);
  if (isNew) noteDnd(person);
  else planTurn(person);
}
