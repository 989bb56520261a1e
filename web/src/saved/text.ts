import { defineText } from '../i18n/text.ts';

export const english = {
  title: 'Saved for later',
  filters: 'Show',
  filter: { open: 'In progress', done: 'Completed' },
  list: 'Saved messages',
  dueAt: (when: string) => `Due ${when}`,
  wasDue: (when: string) => `Was due ${when}`,
  savedAt: (when: string) => `Saved ${when}`,
  complete: 'Mark as completed',
  reopen: 'Move back to in progress',
  due: 'Set a due time',
  remove: 'Remove from saved',
  open: 'Show in its conversation',
  gone: 'This message was deleted, or you cannot see it any more.',
  aChannel: 'A conversation that you are not in',
  failed: 'Saved messages cannot be shown',
  tryAgain: 'Try again',
  more: 'Show more',
  emptyOpen: 'Nothing saved for later',
  emptyOpenText:
    'Save a message with the bookmark beside it, or press A on it. Give it a due time, and you are reminded of it.',
  emptyOpenTouch: 'Press a message for a moment and save it. Give it a due time, and you are reminded of it.',
  emptyDone: 'Nothing completed yet',
  emptyDoneText: 'What you mark as completed comes here.',
};

export const savedText = defineText('saved', english);
