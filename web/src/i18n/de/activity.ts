import { plural } from '../text.ts';
import type { Translation } from '../translation.ts';

export const activity: Translation['activity'] = {
  title: 'Aktivität',
  filters: 'Anzeigen',
  filter: {
    all: 'Alles',
    mentions: 'Erwähnungen',
    threads: 'Threads',
    reactions: 'Reaktionen',
    reminders: 'Erinnerungen',
  },
  list: 'Was passiert ist',
  unread: 'Ungelesen',
  loadMore: 'Mehr anzeigen',
  failed: 'Die Aktivität kann nicht angezeigt werden',
  tryAgain: 'Erneut versuchen',
  somebody: 'Jemand',
  aChannel: 'einem Channel',
  directMessage: 'einer Direktnachricht',

  mention: (who, where) => `${who} hat dich in ${where} erwähnt`,
  mentionInThread: (who, where) => `${who} hat dich in einem Thread in ${where} erwähnt`,
  everybody: (who, where) => `${who} hat in ${where} alle gerufen`,
  group: (who, where) => `${who} hat in ${where} eine deiner Gruppen gerufen`,
  keyword: (who, where) => `${who} hat in ${where} eines deiner Stichwörter verwendet`,
  reply: (who, where) => `${who} hat in einem Thread in ${where} geantwortet`,
  reaction: (who, others, where) => {
    const all = plural(others, { one: ' und # weitere Person haben', other: ' und # weitere Personen haben' });
    return `${who}${others === 0 ? ' hat' : all} in ${where} auf deine Nachricht reagiert`;
  },
  reminder: 'Erinnerung',
  reminderOf: (where) => `Erinnerung an eine Nachricht in ${where}`,
  unscheduled: (where) => `Eine geplante Nachricht an ${where} konnte nicht gesendet werden`,
  gone: 'Diese Nachricht wurde gelöscht.',

  empty: {
    all: {
      title: 'Noch nichts passiert',
      text: 'Wenn dich jemand erwähnt, auf deine Nachrichten reagiert oder in einem Thread antwortet, dem du folgst, siehst du es hier.',
    },
    mentions: {
      title: 'Noch hat dich niemand erwähnt',
      text: 'Hier erscheinen Erwähnungen von dir, deinen Gruppen und deinen Stichwörtern.',
    },
    threads: { title: 'Noch keine Antworten', text: 'Hier erscheinen Antworten in Threads, denen du folgst.' },
    reactions: { title: 'Noch keine Reaktionen', text: 'Hier siehst du, wie deine Nachrichten ankommen.' },
    reminders: {
      title: 'Noch keine Erinnerungen',
      text: 'Merke dir eine Nachricht mit einer Uhrzeit vor, und du wirst hier daran erinnert.',
    },
  },
};
