import { defineText } from '../i18n/text.ts';

export const english = {
  title: 'Drafts and scheduled',
  drafts: (count: number) => (count === 0 ? 'Drafts' : `Drafts (${count})`),
  scheduled: (count: number) => (count === 0 ? 'Scheduled' : `Scheduled (${count})`),
  noDrafts: 'No drafts',
  noDraftsHint: 'What you begin to write and do not send waits here, on each of your devices.',
  noScheduled: 'Nothing is scheduled',
  noScheduledHint: 'To send a message later, choose a time beside the send button.',
  scheduledFailed: 'The scheduled messages could not be loaded',
  tryAgain: 'Try again',
  inThread: (place: string) => `Thread in ${place}`,
  unknownPlace: 'A conversation that you are no longer in',
  written: (ago: string) => `Written ${ago}`,
  sendsAt: (when: string) => `Will be sent ${when}`,
  wasNotSent: (reason: string) => `Not sent. ${reason}`,

  deleteDraft: (place: string) => `Delete the draft in ${place}`,
  draftDeleted: 'Draft deleted',
  undo: 'Undo',

  editText: 'Edit text',
  changeTime: 'Change time',
  save: 'Save',
  sendNow: 'Send now',
  remove: 'Delete',
  actionsFor: (place: string) => `Actions for the message to ${place}`,
  deleteTitle: 'Delete this scheduled message?',
  deleteText: 'It will not be sent, and its text is gone.',
  sent: 'Message sent',
  timeChanged: (when: string) => `It will be sent ${when}.`,
};

export const draftsText = defineText('drafts', english);
