import { dndDuty } from './change-dnd.ts';
import { savedDuty } from './due-saved.ts';
import { keywordsDuty } from './keywords.ts';
import { awayDuty } from './note-presence.ts';
import type { Person } from './person.ts';
import { remindersDuty } from './reminders.ts';
import { scheduledDuty } from './send-scheduled.ts';
import { watchersDuty } from './watchers.ts';
import { unansweredDuty } from './watching.ts';

/** Something that a session does at its time, by the object's one alarm. */
export type Duty = {
  name: string;
  /** When it is next to be done, in milliseconds; null when there is nothing to do. An index answers it. */
  next(sql: SqlStorage): number | null;
  /** Does what is due. Safe to run twice, and when nothing is due. Rejects when it is to be tried again. */
  run(person: Person): Promise<void>;
};

/** Whoever makes something due earlier than it was says so with `person.ringBy`. */
const duties: readonly Duty[] = [
  keywordsDuty,
  savedDuty,
  scheduledDuty,
  remindersDuty,
  dndDuty,
  awayDuty,
  watchersDuty,
  unansweredDuty,
];

/** How long a duty that failed waits, at first and at most. Milliseconds. */
const firstRetry = 10_000;
const longestRetry = 300_000;

/**
 * All that one alarm does. Each duty is looked at whenever it rings, whatever becomes of the others. One that fails is
 * tried again, ever more rarely, until it does not; that it waits holds up no other.
 */
export class Duties {
  readonly #person: Person;
  readonly #failures = new Map<Duty, { times: number; again: number }>();

  constructor(person: Person) {
    this.#person = person;
  }

  /** When the alarm is to ring; null when there is nothing to do. */
  next(): number | null {
    const times = duties.flatMap((duty) => {
      const next = duty.next(this.#person.sql);
      return next === null ? [] : Math.max(next, this.#failures.get(duty)?.again ?? 0);
    });
    return times.length > 0 ? Math.min(...times) : null;
  }

  /** Does what is due, but for what waits after a failure. */
  async runAll(): Promise<void> {
    const waits = (duty: Duty) => (this.#failures.get(duty)?.again ?? 0) > this.#person.now();
    await Promise.all(duties.filter((duty) => !waits(duty)).map((duty) => this.run(duty)));
  }

  /** Does what of this is due, at once. */
  async run(duty: Duty): Promise<void> {
    try {
      await duty.run(this.#person);
      this.#failures.delete(duty);
    } catch (error) {
      const { workspaceId, userId, now } = this.#person;
      console.error({ message: 'a duty failed', duty: duty.name, workspaceId, userId, error: String(error) });
      const times = (this.#failures.get(duty)?.times ?? 0) + 1;
      const again = now() + Math.min(longestRetry, firstRetry * 2 ** (times - 1));
      this.#failures.set(duty, { times, again });
    }
  }
}
