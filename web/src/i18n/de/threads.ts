import { plural } from '../text.ts';
import type { Translation } from '../translation.ts';

export const threads: Translation['threads'] = {
  title: 'Threads',
  list: 'Threads, denen du folgst',
  thread: (channel) => `Thread in ${channel}`,
  markAll: 'Alle als gelesen markieren',
  marked: 'Alle Threads sind gelesen.',
  open: 'Thread öffnen',
  follow: 'Diesem Thread folgen',
  unfollow: 'Diesem Thread nicht mehr folgen',
  moreReplies: (count) => plural(count, { one: '# weitere Antwort anzeigen', other: '# weitere Antworten anzeigen' }),
  reply: 'Antworten …',
  unread: 'Ungelesen',
  aChannel: 'einer Unterhaltung',
  people: (names) => `mit ${names}`,
  failed: 'Threads können nicht angezeigt werden',
  tryAgain: 'Erneut versuchen',
  tooManyWaiting: 'Zu viele Nachrichten warten auf den Versand. Warte, bis du wieder verbunden bist.',
  emptyTitle: 'Noch keine Threads',
  emptyText:
    'Threads, die du beginnst, in denen du antwortest oder erwähnt wirst, kommen hierher, die mit Neuem zuerst.',
};
