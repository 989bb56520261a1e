import type { Translation } from '../translation.ts';

export const signIn: Translation['signIn'] = {
  oneMoment: 'Einen Moment',
  invitationBroken: 'Diese Einladung funktioniert nicht',
  goToSignIn: 'Zur Anmeldung',

  signIn: 'Anmelden',
  join: (workspace) => `${workspace} beitreten`,
  lead: 'Wir senden dir einen Code per E-Mail. Ein Passwort brauchst du dir nicht zu merken.',
  invitedBy: (inviter) =>
    `${inviter} lädt dich ein, in Edgeways mitzureden. Bestätige deine Adresse, um weiterzumachen.`,
  email: 'E-Mail-Adresse',
  emailPlaceholder: 'du@example.com',
  continue: 'Weiter mit E-Mail',
  orLookAround: 'oder schau dich um als',
  demoPeople: 'Personen der Demo',
  backToWorkspace: 'Zurück zu deinem Workspace',
  newHere: 'Neu hier? Für den Anfang genügt deine Adresse.',

  enterCode: 'Code eingeben',
  codeSent: ['Wir haben einen sechsstelligen Code an ', ' gesendet. Er gilt ein paar Minuten.'],
  codeWaits: ['Ein sechsstelliger Code für ', ' wartet auf dich.'],
  codePrinted: 'Dieser Server verschickt keine E-Mails. Der Code steht im Terminal, in dem der Server läuft.',
  code: 'Sechsstelliger Code',
  checking: 'Code wird geprüft',
  newCodeIn: (seconds) => `Neuer Code in ${seconds} s`,
  newCode: 'Neuen Code senden',
  otherAddress: 'Andere Adresse verwenden',

  chooseWorkspace: 'Workspace auswählen',
  workspacesOf: (email) => `Das sind die Workspaces von ${email}.`,
  workspaces: 'Workspaces',
  or: 'oder',
  createNew: 'Neuen Workspace anlegen',

  createTitle: 'Workspace anlegen',
  createLead: 'Ein Workspace ist das Zuhause einer Firma oder eines Teams. Umbenennen kannst du ihn später.',
  backToWorkspaces: 'Zurück zu deinen Workspaces',
  workspaceName: 'Name des Workspace',
  workspacePlaceholder: 'Acme',
  yourName: 'Dein Name',
  yourNameHint: 'So, wie ihn die anderen hier sehen.',
  create: 'Workspace anlegen',

  joinLead: 'Eines noch: Wie sollen dich die anderen nennen?',
  joinWorkspace: 'Workspace beitreten',
};
