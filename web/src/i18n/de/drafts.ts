import type { Translation } from '../translation.ts';

export const drafts: Translation['drafts'] = {
  title: 'Entwürfe und Geplantes',
  drafts: (count) => (count === 0 ? 'Entwürfe' : `Entwürfe (${count})`),
  scheduled: (count) => (count === 0 ? 'Geplant' : `Geplant (${count})`),
  noDrafts: 'Keine Entwürfe',
  noDraftsHint: 'Was du anfängst und nicht sendest, wartet hier, auf allen deinen Geräten.',
  noScheduled: 'Nichts ist geplant',
  noScheduledHint: 'Um eine Nachricht später zu senden, wähle neben dem Senden-Knopf eine Zeit.',
  scheduledFailed: 'Die geplanten Nachrichten konnten nicht geladen werden',
  tryAgain: 'Erneut versuchen',
  inThread: (place) => `Thread in ${place}`,
  unknownPlace: 'Eine Unterhaltung, in der du nicht mehr bist',
  written: (ago) => `Geschrieben ${ago}`,
  sendsAt: (when) => `Wird gesendet: ${when}`,
  wasNotSent: (reason) => `Nicht gesendet. ${reason}`,

  deleteDraft: (place) => `Entwurf in ${place} löschen`,
  draftDeleted: 'Entwurf gelöscht',
  undo: 'Rückgängig',

  editText: 'Text bearbeiten',
  changeTime: 'Zeit ändern',
  save: 'Speichern',
  sendNow: 'Jetzt senden',
  remove: 'Löschen',
  actionsFor: (place) => `Aktionen für die Nachricht an ${place}`,
  deleteTitle: 'Diese geplante Nachricht löschen?',
  deleteText: 'Sie wird nicht gesendet, und ihr Text ist weg.',
  sent: 'Nachricht gesendet',
  timeChanged: (when) => `Wird gesendet: ${when}.`,
};
