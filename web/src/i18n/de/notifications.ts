import type { Translation } from '../translation.ts';

export const notifications: Translation['notifications'] = {
  ask: 'Möchtest du es erfahren, wenn dir jemand schreibt oder dich erwähnt?',
  turnOn: 'Benachrichtigungen einschalten',
  notNow: 'Jetzt nicht',
  denied:
    'Der Browser erlaubt dieser Seite keine Benachrichtigungen. In seinen Website-Einstellungen lässt sich das ändern.',
  on: 'Benachrichtigungen sind an.',
  direct: (who) => who,
  mentioned: (who, where) => `${who} hat dich in ${where} erwähnt`,
  everybody: (who, where) => `${who} hat in ${where} alle gerufen`,
  group: (who, where) => `${who} hat in ${where} deine Gruppe gerufen`,
  keyword: (who, where) => `${who} hat in ${where} eines deiner Stichwörter verwendet`,
  reply: (who, where) => `${who} hat in einem Thread in ${where} geantwortet`,
  newMessages: (where) => `Neue Nachrichten in ${where}`,
  reminder: 'Erinnerung',
  unsent: 'Eine geplante Nachricht konnte nicht gesendet werden',
  somebody: 'Jemand',
};
