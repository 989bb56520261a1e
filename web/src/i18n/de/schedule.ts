import { plural } from '../text.ts';
import type { Translation } from '../translation.ts';

export const schedule: Translation['schedule'] = {
  tomorrowAt: (time) => `Morgen um ${time}`,
  dayAt: (day, time) => `${day} um ${time}`,
  customTime: 'Andere Zeit …',
  dateAndTime: 'Tag und Uhrzeit',
  inYourZone: (zone) => `In der Zeitzone dieses Geräts, ${zone}.`,
  isPast: 'Wähle eine Zeit, die noch kommt.',
  cancel: 'Abbrechen',

  sendLater: 'Später senden',
  scheduleMessage: 'Nachricht planen',
  schedule: 'Planen',
  seeScheduled: 'Geplante Nachrichten ansehen',

  newReminder: 'Neue Erinnerung',
  addReminder: 'Erinnere mich',
  reminderLabel: 'Erinnere mich an',
  reminderPlaceholder: 'Lieferanten anrufen',
  when: 'Wann',
  repeats: 'Wiederholung',
  never: 'Nie',
  everyDay: 'Jeden Tag',
  everyWeekday: 'Jeden Werktag, Montag bis Freitag',
  everyWeekOn: (day) => `Jede Woche am ${day}`,
  everyMonthOn: (day) => `Jeden Monat am ${day}.`,
  everyYear: 'Jedes Jahr',
  reminderAdded: (text, when) => `Du wirst an „${text}“ erinnert: ${when}.`,
  inDays: (count, time) => plural(count, { one: `jeden Tag um ${time}`, other: `alle # Tage um ${time}` }),
  onWeekdays: (time) => `jeden Werktag um ${time}`,
  inWeeks: (count, days, time) =>
    plural(count, { one: `jede Woche am ${days} um ${time}`, other: `alle # Wochen am ${days} um ${time}` }),
  inMonths: (count, day, time) =>
    plural(count, { one: `jeden Monat am ${day}. um ${time}`, other: `alle # Monate am ${day}. um ${time}` }),
  inYears: (count, date, time) =>
    plural(count, { one: `jedes Jahr am ${date} um ${time}`, other: `alle # Jahre am ${date} um ${time}` }),
  reminders: 'Erinnerungen',
  repeatsShort: 'Wiederholt sich',
  comesAgain: (how, next) => `${how}, nächstes Mal ${next}`,
  due: (when) => `Fällig: ${when}`,
  wasDue: (when) => `War fällig: ${when}`,
  done: 'Erledigt',
  markDone: (text) => `Erledigt: ${text}`,
  deleteReminder: (text) => `Erinnerung „${text}“ löschen`,
  noReminders: 'Keine Erinnerungen',
  noRemindersHint: 'Schreibe in einer Unterhaltung /remind oder lege hier eine an.',
  remindersFailed: 'Die Erinnerungen konnten nicht geladen werden',
  tryAgain: 'Erneut versuchen',
};
