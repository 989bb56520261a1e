/** When one is to be reminded, by the choices that are offered everywhere. */
export type DueChoice = 'in20Minutes' | 'in1Hour' | 'in3Hours' | 'tomorrow' | 'nextWeek';

export const dueChoices: readonly DueChoice[] = ['in20Minutes', 'in1Hour', 'in3Hours', 'tomorrow', 'nextWeek'];

const morning = 9;

/** The moment of a choice, in the device's time zone: seconds since 1970. */
export function dueOf(choice: DueChoice, now: Date): number {
  switch (choice) {
    case 'in20Minutes':
      return secondsOf(now) + 20 * 60;
    case 'in1Hour':
      return secondsOf(now) + 60 * 60;
    case 'in3Hours':
      return secondsOf(now) + 3 * 60 * 60;
    case 'tomorrow':
      return secondsOf(new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, morning));
    case 'nextWeek': {
      const days = (8 - now.getDay()) % 7 || 7;
      return secondsOf(new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, morning));
    }
  }
}

/** What a `datetime-local` field says, in seconds since 1970; null when that is no time to come. */
export function readLocalTime(value: string, now: Date): number | null {
  const moment = new Date(value);
  return Number.isNaN(moment.getTime()) || moment <= now ? null : secondsOf(moment);
}

/** A moment as a `datetime-local` field takes it. */
export function toLocalTime(moment: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const day = `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
  return `${day}T${two(moment.getHours())}:${two(moment.getMinutes())}`;
}

function secondsOf(moment: Date): number {
  return Math.floor(moment.getTime() / 1000);
}
