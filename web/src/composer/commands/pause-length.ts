/** How long `/dnd` asks for: minutes, `off`, or null for words that say no time. */
export type PauseLength = { minutes: number } | 'off' | null;

const units = { m: 1, h: 60, d: 24 * 60 } as const;

/** Pauses without a word are this long. Minutes. */
const usual = 30;

/** `30 minutes`, `2h`, `until 17:00`, `until tomorrow`, `off`; nothing is half an hour. */
export function pauseLength(rest: string, now = new Date()): PauseLength {
  const said = rest.trim().toLowerCase();
  if (said === '') return { minutes: usual };
  if (/^(off|end|stop|resume)$/.test(said)) return 'off';
  const [, count, unit] = /^(?:for\s+)?(\d{1,4}|an?)\s*(m|h|d)[a-z]*$/.exec(said) ?? [];
  if (count !== undefined && (unit === 'm' || unit === 'h' || unit === 'd')) {
    const minutes = (/^\d/.test(count) ? Number(count) : 1) * units[unit];
    return minutes > 0 ? { minutes } : null;
  }
  const until = momentOf(said.replace(/^(until|till|til)\s+/, ''), now);
  return until && { minutes: Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 60_000)) };
}

/** The next time that it is so by the device's clock. */
function momentOf(said: string, now: Date): Date | null {
  const at = (hour: number, minute: number, days = 0) =>
    new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, hour, minute);
  if (said === 'tomorrow') return at(9, 0, 1);
  const [, hours, minutes = '0', half] = /^(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?$/.exec(said) ?? [];
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return null;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half === 'pm' ? 12 : 0);
  const today = at(hour, Number(minutes));
  return today > now ? today : at(hour, Number(minutes), 1);
}
