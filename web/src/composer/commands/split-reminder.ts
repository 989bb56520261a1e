/** Whether `/remind` is to remind others, a person or a channel: `@bob to call`, `#general "lunch" at 12`. */
export function isForOthers(rest: string): boolean {
  return /^[@#]\p{L}/u.test(rest.trim());
}

/** What to be reminded of, and when in the person's own words: `tomorrow at 9`, `every Monday`. */
export interface SplitReminder {
  text: string;
  /** Empty when no word says when. */
  time: string;
}

const starts =
  /^(in|at|on|every|each|tomorrow|today|tonight|next|daily|weekly|monthly|(mon|tues|wednes|thurs|fri|satur|sun)days?)$/;
const months =
  /^(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)$/;
const words =
  /^(a|an|the|and|of|from|now|other|day|weekday|weekend|week|month|year|morning|afternoon|evening|night|noon|midnight|am|pm|a\.m\.|p\.m\.|o'clock|minutes?|mins?|hours?|hrs?|days?|weekdays|weeks?|months?|years?|half|one|two|three|four|five|six|ten)$/;
const figures = /^\d{1,4}(st|nd|rd|th|am|pm|h|m|min)?$|^\d{1,2}[:.]\d{2}(am|pm)?$|^\d{1,4}([-/.]\d{1,4}){1,2}$/;

/**
 * Takes `/remind`'s words apart: `me to call Ada tomorrow at 9`, `me "call Ada" in 20 minutes`, `me tomorrow to call Ada`.
 * The time is the longest run of time's words at the end, else at the beginning, that starts with one that can.
 */
export function splitReminder(rest: string): SplitReminder {
  const said = rest.replace(/^me\b\s*/i, '').trim();
  const [, quoted, after] = /^["“„](.+?)["”“]\s*(.*)$/s.exec(said) ?? [];
  if (quoted !== undefined) return { text: quoted.trim(), time: (after ?? '').trim() };

  const tokens = said.split(/\s+/).filter(Boolean);
  const end = startOfTime(tokens);
  if (end < tokens.length) return split(tokens.slice(0, end), tokens.slice(end));
  const to = tokens.findIndex((token) => /^(to|that)$/i.test(token));
  const isTimeFirst = to > 0 && startOfTime(tokens.slice(0, to)) === 0;
  if (isTimeFirst) return split(tokens.slice(to), tokens.slice(0, to));
  return split(tokens, []);
}

/** Where the run of time's words at the end begins; the length when there is none. */
function startOfTime(tokens: readonly string[]): number {
  let start = tokens.length;
  for (let index = tokens.length - 1; index >= 0; index -= 1) {
    const token = (tokens[index] ?? '').toLowerCase().replace(/[,.!]$/, '');
    if (!isTimeWord(token)) break;
    if (starts.test(token)) start = index;
  }
  return start;
}

function isTimeWord(token: string): boolean {
  return starts.test(token) || months.test(token) || words.test(token) || figures.test(token);
}

function split(text: readonly string[], time: readonly string[]): SplitReminder {
  return { text: text.join(' ').replace(/^(to|that)\s+/i, ''), time: time.join(' ') };
}
