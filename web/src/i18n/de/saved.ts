import type { Translation } from '../translation.ts';

export const saved: Translation['saved'] = {
  title: 'Für später gemerkt',
  filters: 'Anzeigen',
  filter: { open: 'Offen', done: 'Erledigt' },
  list: 'Gemerkte Nachrichten',
  dueAt: (when) => `Fällig: ${when}`,
  wasDue: (when) => `War fällig: ${when}`,
  savedAt: (when) => `Gemerkt: ${when}`,
  complete: 'Als erledigt markieren',
  reopen: 'Wieder öffnen',
  due: 'Zeitpunkt setzen',
  remove: 'Nicht mehr merken',
  open: 'In der Unterhaltung zeigen',
  gone: 'Diese Nachricht wurde gelöscht, oder du kannst sie nicht mehr sehen.',
  aChannel: 'Eine Unterhaltung, in der du nicht bist',
  failed: 'Gemerkte Nachrichten können nicht angezeigt werden',
  tryAgain: 'Erneut versuchen',
  more: 'Mehr anzeigen',
  emptyOpen: 'Nichts für später gemerkt',
  emptyOpenText:
    'Merke dir eine Nachricht mit dem Lesezeichen daneben oder drücke auf ihr A. Gib ihr eine Zeit, und du wirst erinnert.',
  emptyOpenTouch: 'Halte eine Nachricht gedrückt und merke sie dir. Gib ihr eine Frist, und du wirst daran erinnert.',
  emptyDone: 'Noch nichts erledigt',
  emptyDoneText: 'Was du als erledigt markierst, kommt hierher.',
};
