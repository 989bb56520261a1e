import { z } from 'zod';
import type { Recurrence } from './calendar/recurrence.ts';

/** Slack's names of the days, Sunday first. */
export const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
export const Weekday = z.enum(weekdays);

export const maxReminderLength = 500;

/** How many reminders a person may have that are not complete. */
export const maxReminders = 1000;

/** How a reminder comes again. Slack's `frequency` and `weekdays`; what else there is to say of it is ours. */
export const WireRecurrence = z.object({
  frequency: z.enum(['daily', 'weekly', 'monthly', 'yearly']),
  weekdays: z.array(Weekday).optional(),
  interval: z.number().int(),
  day: z.number().int().optional(),
  month: z.number().int().optional(),
  hour: z.number().int(),
  minute: z.number().int(),
});
export type WireRecurrence = z.infer<typeof WireRecurrence>;

/**
 * Slack's reminder object. Of one that comes again, `time` is when it comes next (ours: Slack leaves it out there).
 * Times in seconds since 1970.
 */
export const Reminder = z.object({
  id: z.string(),
  creator: z.string(),
  user: z.string(),
  text: z.string(),
  recurring: z.boolean(),
  time: z.number().int(),
  /** 0 until it is complete; absent from one that comes again. */
  complete_ts: z.number().int().optional(),
  recurrence: WireRecurrence.optional(),
});
export type Reminder = z.infer<typeof Reminder>;

export function toWireRecurrence(recurrence: Recurrence): WireRecurrence {
  const { frequency, interval, hour, minute } = recurrence;
  const common = { frequency, interval, hour, minute };
  if (frequency === 'weekly') return { ...common, weekdays: recurrence.weekdays.flatMap((day) => weekdays[day] ?? []) };
  if (frequency === 'monthly') return { ...common, day: recurrence.day };
  return frequency === 'yearly' ? { ...common, day: recurrence.day, month: recurrence.month } : common;
}
