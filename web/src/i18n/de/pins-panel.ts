import type { Translation } from '../translation.ts';

export const pinsPanel: Translation['pinsPanel'] = {
  pins: 'Angeheftetes und Lesezeichen',
  pinned: 'Angeheftete Nachrichten',
  pinnedBy: (who) => `Angeheftet von ${who}`,
  you: 'dir',
  unpin: 'Lösen',
  open: 'In der Unterhaltung zeigen',
  nothingPinned: 'Noch nichts ist angeheftet',
  nothingPinnedText:
    'Hefte an, was alle wiederfinden sollen: Wähle im Menü einer Nachricht „Im Channel anheften“ oder drücke auf ihr P.',
  failed: 'Angeheftetes kann nicht angezeigt werden',
  addBookmark: 'Lesezeichen hinzufügen',
  editBookmark: 'Lesezeichen bearbeiten',
  link: 'Link',
  title: 'Name',
  titleHint: 'Wie es in der Leiste heißt. Bleibt das leer, ist es der Link.',
  emoji: 'Emoji',
  chooseEmoji: 'Emoji auswählen',
  removeEmoji: 'Ohne Emoji',
  invalidLink: 'Das ist keine Webadresse. Sie beginnt mit https:// oder http://.',
  add: 'Hinzufügen',
  save: 'Speichern',
  cancel: 'Abbrechen',
  remove: 'Entfernen',
  bookmarks: 'Lesezeichen',
  editOne: (title) => `${title} bearbeiten`,
};
