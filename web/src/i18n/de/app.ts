import type { Translation } from '../translation.ts';

export const app: Translation['app'] = {
  wentWrong: 'Auf dieser Seite ist etwas schiefgegangen. Lade sie neu und versuche es noch einmal.',
  noAnswer: 'Der Server ist nicht erreichbar. Prüfe deine Verbindung und versuche es noch einmal.',
  unreachable: 'Der Server antwortet nicht',
  tryAgain: 'Erneut versuchen',
  nothingHere: 'Hier ist nichts',
  nothingHereHint: 'Vielleicht ist die Adresse vertippt, oder es gibt das Ziel nicht mehr.',
  goHome: 'Zur Startseite',
  signedOut: 'Du wurdest abgemeldet. Melde dich wieder an, um weiterzumachen.',
  skip: 'Zur Unterhaltung springen',
  loading: 'Wird geladen',
  dismiss: 'Schließen',
  newVersion: 'Eine neue Version ist bereit.',
  reload: 'Neu laden',
  linkCopied: 'Link kopiert',
  copyRefused: 'Der Browser hat das Kopieren nicht erlaubt.',

  tabs: 'Orte',
  tabHome: 'Start',
  tabDirect: 'Direkt',
  tabActivity: 'Aktivität',
  tabSaved: 'Gemerkt',
  tabYou: 'Du',

  markAll: {
    title: 'Alles als gelesen markieren?',
    text: 'Jeder Channel, jede Direktnachricht und jeder Thread gilt dann als gelesen, auf allen deinen Geräten. Das lässt sich nicht rückgängig machen.',
    action: 'Alles als gelesen markieren',
    done: 'Alles ist als gelesen markiert.',
  },

  theWorkspace: 'den Workspace',
  renameChannel: {
    title: 'Channel umbenennen',
    label: 'Name',
    hint: 'Links auf den Channel bleiben gültig.',
  },
  topic: {
    title: 'Thema bearbeiten',
    label: 'Thema',
    hint: (name) => `Worum es in #${name} gerade geht. Alle darin sehen es ganz oben.`,
  },
  purpose: {
    title: 'Zweck bearbeiten',
    label: 'Zweck',
    hint: (name) => `Wofür #${name} da ist. Steht dort, wo man Channels aussucht.`,
  },
  leave: {
    title: (name) => `#${name} verlassen?`,
    action: 'Channel verlassen',
    private: 'Der Channel ist privat: Zurück kommst du nur, wenn dich jemand darin hinzufügt.',
    public: 'Du kannst jederzeit wieder beitreten. Aus deiner Seitenleiste verschwindet er.',
  },
  archive: {
    title: (name) => `#${name} archivieren?`,
    action: 'Channel archivieren',
    text: 'Niemand kann mehr hineinschreiben. Was gesagt wurde, bleibt lesbar, und der Channel lässt sich zurückholen.',
  },
  unarchive: {
    title: (name) => `#${name} zurückholen?`,
    action: 'Zurückholen',
    text: 'Man kann dann wieder hineinschreiben.',
  },
};
