import { z } from 'zod';

/** Of whom it is not known there is none: the `presence` frame lists them apart. */
export const Presence = z.enum(['active', 'away']);
export type Presence = z.infer<typeof Presence>;

/** When a person's notifications are paused. Times in seconds since 1970; Slack's `dnd.info`. */
export const Dnd = z.object({
  /** Whether the person has a daily schedule. */
  dnd_enabled: z.boolean(),
  /** The current or next period of the schedule; both 1 without one, as Slack has it. */
  next_dnd_start_ts: z.number().int(),
  next_dnd_end_ts: z.number().int(),
  snooze_enabled: z.boolean(),
  /** 0 when not snoozed. */
  snooze_endtime: z.number().int(),
});
export type Dnd = z.infer<typeof Dnd>;

export const noDnd: Dnd = {
  dnd_enabled: false,
  next_dnd_start_ts: 1,
  next_dnd_end_ts: 1,
  snooze_enabled: false,
  snooze_endtime: 0,
};

/** Whether notifications are paused at `now` (seconds). */
export function isPaused(dnd: Dnd, now: number): boolean {
  if (dnd.snooze_enabled && now < dnd.snooze_endtime) return true;
  return dnd.dnd_enabled && now >= dnd.next_dnd_start_ts && now < dnd.next_dnd_end_ts;
}

/** When a person wants to be left alone, in their own time zone. Minutes after midnight; an end before the start is the next day's. */
export const DndSchedule = z.object({
  is_enabled: z.boolean(),
  start: z.number().int().min(0).max(1439),
  end: z.number().int().min(0).max(1439),
  /** 0 is Sunday; the days on which a period may begin. */
  days: z.array(z.number().int().min(0).max(6)),
});
export type DndSchedule = z.infer<typeof DndSchedule>;

/** What is known of somebody on screen. */
export const PersonPresence = z.object({
  user: z.string(),
  presence: Presence,
  dnd: Dnd,
  /** `updated` of their profile since it changed last, as far as their session knows; whoever has an older one looks it up. */
  updated: z.number().int().optional(),
});
export type PersonPresence = z.infer<typeof PersonPresence>;

/** One's own: `manual_away` was chosen by hand and stays until it is taken back. */
export const OwnPresence = z.object({ presence: Presence, manual_away: z.boolean() });
export type OwnPresence = z.infer<typeof OwnPresence>;
