import { plural } from '../text.ts';
import type { Translation } from '../translation.ts';

export const direct: Translation['direct'] = {
  newMessage: 'Neue Nachricht',
  to: 'An',
  placeholder: 'Name oder E-Mail-Adresse',
  chosen: 'Ausgewählte Personen',
  people: 'Personen',
  remove: (name) => `${name} herausnehmen`,
  nobodyFound: (query) => `Hier heißt niemand „${query}“.`,
  isFull: (count) => plural(count, { one: 'Höchstens eine Person.', other: 'Höchstens # Personen.' }),
  notesToSelf: 'Notizen an dich selbst',
  open: 'Losschreiben',
  cancel: 'Abbrechen',

  selfTitle: (name) => `${name} (du)`,
  selfStart:
    'Das ist dein eigener Bereich. Entwirf Nachrichten, halte Links und Listen griffbereit oder sprich mit dir selbst: Niemand sonst sieht es.',
  start: (name) => `Hier beginnt deine Unterhaltung mit ${name}. Nur ihr beide könnt sie sehen.`,
  groupStart: (names) =>
    `Hier beginnt eure Unterhaltung mit ${names}. Nur ihr könnt sie sehen, und niemand kann dazukommen: Mit anderen Personen ist es eine andere Unterhaltung.`,
  localTime: (time) => `${time} Ortszeit`,
  seeProfile: 'Profil ansehen',

  title: 'Direktnachrichten',
  find: 'Unterhaltung finden',
  none: 'Noch keine Direktnachrichten',
  noneHint: 'Schreibe jemandem, einigen auf einmal oder dir selbst.',
  noneFound: 'Keine Unterhaltung mit jemandem dieses Namens',
  unread: 'ungelesen',
};
