import { defineText, plural } from '../i18n/text.ts';

export const english = {
  /** Moments to choose. */
  tomorrowAt: (time: string) => `Tomorrow at ${time}`,
  dayAt: (day: string, time: string) => `${day} at ${time}`,
  customTime: 'Another time…',
  dateAndTime: 'Day and time',
  inYourZone: (zone: string) => `In this device’s time zone, ${zone}.`,
  isPast: 'Choose a time that is still to come.',
  cancel: 'Cancel',

  /** Sending later. */
  sendLater: 'Send later',
  scheduleMessage: 'Schedule message',
  schedule: 'Schedule',
  seeScheduled: 'See scheduled messages',

  /** Reminders. */
  newReminder: 'New reminder',
  addReminder: 'Remind me',
  reminderLabel: 'Remind me to',
  reminderPlaceholder: 'Call the supplier',
  when: 'When',
  repeats: 'Repeats',
  never: 'Never',
  everyDay: 'Every day',
  everyWeekday: 'Every weekday, Monday to Friday',
  everyWeekOn: (day: string) => `Every week on ${day}`,
  everyMonthOn: (day: number) => `Every month on day ${day}`,
  everyYear: 'Every year',
  reminderAdded: (text: string, when: string) => `You will be reminded of “${text}” ${when}.`,
  /** How it comes again. */
  inDays: (count: number, time: string) =>
    plural(count, { one: `every day at ${time}`, other: `every # days at ${time}` }),
  onWeekdays: (time: string) => `every weekday at ${time}`,
  inWeeks: (count: number, days: string, time: string) =>
    plural(count, { one: `every ${days} at ${time}`, other: `every # weeks on ${days} at ${time}` }),
  inMonths: (count: number, day: number, time: string) =>
    plural(count, { one: `every month on day ${day} at ${time}`, other: `every # months on day ${day} at ${time}` }),
  inYears: (count: number, date: string, time: string) =>
    plural(count, { one: `every year on ${date} at ${time}`, other: `every # years on ${date} at ${time}` }),
  reminders: 'Reminders',
  repeatsShort: 'Repeats',
  comesAgain: (how: string, next: string) => `${how}, next ${next}`,
  due: (when: string) => `Due ${when}`,
  wasDue: (when: string) => `Was due ${when}`,
  done: 'Done',
  markDone: (text: string) => `Done: ${text}`,
  deleteReminder: (text: string) => `Delete the reminder “${text}”`,
  noReminders: 'No reminders',
  noRemindersHint: 'Write /remind in any conversation, or make one here.',
  remindersFailed: 'The reminders could not be loaded',
  tryAgain: 'Try again',
};

export const scheduleText = defineText('schedule', english);
