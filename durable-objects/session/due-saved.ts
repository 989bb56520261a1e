import { addActivity } from './activity.ts';
import type { Duty } from './duties.ts';
import { nextDue, takeDue } from './saved.ts';

/** Reminds the person of saved messages at their time, by a line in the activity view. */
export const savedDuty: Duty = {
  name: 'saved',
  next: nextDue,
  async run(person) {
    person.change(() => addActivity(person, takeDue(person.sql, person.now())));
  },
};
