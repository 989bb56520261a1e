export type TimeOfDay = { hour: number; minute: number };

/** When a day begins for people who say no time; Slack's. */
export const morning: TimeOfDay = { hour: 9, minute: 0 };

/** The parts of a day, as chrono has them too. */
const namedTimes = new Map<string, TimeOfDay>([
  ['noon', { hour: 12, minute: 0 }],
  ['midday', { hour: 12, minute: 0 }],
  ['midnight', { hour: 0, minute: 0 }],
  ['morning', morning],
  ['afternoon', { hour: 15, minute: 0 }],
  ['evening', { hour: 20, minute: 0 }],
  ['night', { hour: 22, minute: 0 }],
]);

const pattern =
  /\b(?:(?:at|in the) )?(?:(noon|midday|midnight|morning|afternoon|evening|night)|(\d{1,2})(?:[:.](\d\d))? ?(am|pm|a\.m\.|p\.m\.)?(?: o'clock)?)(?= |$)/g;

/**
 * Takes the time of day out of a phrase; the rest of it, without the time. Null: there is none. False: there is one that no
 * clock shows, or more than one.
 */
export function takeTimeOfDay(phrase: string): { time: TimeOfDay; rest: string } | null | false {
  const found = [...phrase.matchAll(pattern)].filter(isTime);
  const [match] = found;
  if (!match) return null;
  const [whole, name, hours, minutes, meridiem] = match;
  const time = name === undefined ? toTimeOfDay(Number(hours), Number(minutes ?? 0), meridiem) : namedTimes.get(name);
  if (found.length > 1 || !time) return false;
  return { time, rest: phrase.replace(whole, ' ').replace(/\s+/g, ' ').trim() };
}

/** A bare number is a time after `at` only: elsewhere it counts days and weeks. */
function isTime([whole, name, , minutes, meridiem]: RegExpMatchArray): boolean {
  return name !== undefined || minutes !== undefined || meridiem !== undefined || whole.startsWith('at ');
}

function toTimeOfDay(hours: number, minute: number, meridiem: string | undefined): TimeOfDay | undefined {
  if (minute > 59 || hours > (meridiem === undefined ? 23 : 12) || (meridiem !== undefined && hours === 0)) return;
  if (meridiem === undefined) return { hour: likelyHour(hours), minute };
  return { hour: (hours % 12) + (meridiem.startsWith('p') ? 12 : 0), minute };
}

/** Who says "at 3" and nothing else means the afternoon. */
export function likelyHour(hour: number): number {
  return hour >= 1 && hour <= 6 ? hour + 12 : hour;
}
