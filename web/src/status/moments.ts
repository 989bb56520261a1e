/** When a status ends by itself. */
export type StatusEnd = 'never' | 'minutes30' | 'hour' | 'hours4' | 'today' | 'week' | 'custom';
export const statusEnds: readonly StatusEnd[] = ['never', 'minutes30', 'hour', 'hours4', 'today', 'week', 'custom'];

/** In seconds since 1970; 0 for never. By the clock and the calendar of this device. */
export function momentOf(end: Exclude<StatusEnd, 'custom'>, now: Date): number {
  switch (end) {
    case 'never':
      return 0;
    case 'minutes30':
      return secondsOf(now) + 30 * 60;
    case 'hour':
      return secondsOf(now) + 3600;
    case 'hours4':
      return secondsOf(now) + 4 * 3600;
    case 'today':
      return secondsOf(endOfDay(now, 0));
    case 'week':
      // Weeks end on Sunday, today if it is one.
      return secondsOf(endOfDay(now, (7 - now.getDay()) % 7));
  }
}

/** How long notifications can be paused from the menu. */
export type Pause = 'minutes30' | 'hour' | 'hours2' | 'hours4' | 'tomorrow' | 'nextWeek';
export const pauses: readonly Pause[] = ['minutes30', 'hour', 'hours2', 'hours4', 'tomorrow', 'nextWeek'];

const lengths = { minutes30: 30, hour: 60, hours2: 120, hours4: 240 } as const;

/** In whole minutes from now, at least one. */
export function minutesOf(pause: Pause, now: Date): number {
  if (pause !== 'tomorrow' && pause !== 'nextWeek') return lengths[pause];
  const days = pause === 'tomorrow' ? 1 : (8 - now.getDay()) % 7 || 7;
  const until = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, 9);
  return Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 60_000));
}

function endOfDay(now: Date, days: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, 23, 59, 59);
}

function secondsOf(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}
