import { formatLocale } from '../i18n/format-locale.ts';
import { scheduleText } from './text.ts';

/** A moment that a person may choose, in the time zone of the device. */
export interface WhenChoice {
  key: 'tomorrow' | 'monday';
  label: string;
  /** Seconds since 1970. */
  at: number;
}

const morning = 9;
const monday = 1;

/** When to send what was written: tomorrow morning, and Monday morning unless that is the same. */
export function sendLaterChoices(now = new Date()): WhenChoice[] {
  const t = scheduleText();
  const tomorrow = morningAfter(now, 1);
  const nextMonday = morningAfter(now, daysUntilMonday(now));
  const choices: WhenChoice[] = [
    { key: 'tomorrow', label: t.tomorrowAt(clock(tomorrow)), at: secondsOf(tomorrow) },
    { key: 'monday', label: t.dayAt(weekdayName(nextMonday), clock(nextMonday)), at: secondsOf(nextMonday) },
  ];
  return choices[0]?.at === choices[1]?.at ? choices.slice(0, 1) : choices;
}

export function weekdayName(date: Date): string {
  return date.toLocaleDateString(formatLocale(), { weekday: 'long' });
}

/** `9:00`, or what the language has. */
export function clock(date: Date): string {
  return date.toLocaleTimeString(formatLocale(), { hour: 'numeric', minute: '2-digit' });
}

/** By the calendar, so that a day on which the clocks change counts as one. */
function morningAfter(now: Date, days: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, morning);
}

/** From 1 to 7: on a Monday the next one. */
function daysUntilMonday(now: Date): number {
  return ((monday - now.getDay() + 6) % 7) + 1;
}

function secondsOf(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}
