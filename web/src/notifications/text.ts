import { defineText } from '../i18n/text.ts';

export const english = {
  ask: 'Do you want to be told when somebody writes to you or mentions you?',
  turnOn: 'Turn on notifications',
  notNow: 'Not now',
  denied: 'The browser does not allow notifications from this page. Its site settings can change that.',
  on: 'Notifications are on.',
  direct: (who: string) => who,
  mentioned: (who: string, where: string) => `${who} mentioned you in ${where}`,
  everybody: (who: string, where: string) => `${who} called everybody in ${where}`,
  group: (who: string, where: string) => `${who} called your group in ${where}`,
  keyword: (who: string, where: string) => `${who} used a word you watch for in ${where}`,
  reply: (who: string, where: string) => `${who} replied in a thread in ${where}`,
  newMessages: (where: string) => `New messages in ${where}`,
  reminder: 'Reminder',
  unsent: 'A scheduled message could not be sent',
  somebody: 'Somebody',
};

export const notificationsText = defineText('notifications', english);
