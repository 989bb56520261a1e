import { defineText } from '../i18n/text.ts';

export const english = {
  pins: 'Pins and bookmarks',
  pinned: 'Pinned messages',
  pinnedBy: (who: string) => `Pinned by ${who}`,
  you: 'you',
  unpin: 'Unpin',
  open: 'Show in the conversation',
  nothingPinned: 'Nothing is pinned yet',
  nothingPinnedText:
    'Pin what everybody should find again: choose “Pin to channel” in a message’s menu, or press P on it.',
  failed: 'Pins cannot be shown',
  addBookmark: 'Add a bookmark',
  editBookmark: 'Edit bookmark',
  link: 'Link',
  title: 'Name',
  titleHint: 'What it is called in the bar. Left empty, it is the link.',
  emoji: 'Emoji',
  chooseEmoji: 'Choose an emoji',
  removeEmoji: 'Without an emoji',
  invalidLink: 'This is not a web address. It begins with https:// or http://.',
  add: 'Add',
  save: 'Save',
  cancel: 'Cancel',
  remove: 'Remove',
  bookmarks: 'Bookmarks',
  editOne: (title: string) => `Edit ${title}`,
};

export const pinsPanelText = defineText('pinsPanel', english);
