import { defineText, plural } from '../i18n/text.ts';

export const english = {
  /** Choosing people. */
  newMessage: 'New message',
  to: 'To',
  placeholder: 'A name or an e-mail address',
  chosen: 'Chosen people',
  people: 'People',
  remove: (name: string) => `Take out ${name}`,
  nobodyFound: (query: string) => `There is nobody called “${query}”.`,
  isFull: (count: number) => plural(count, { one: 'One person at most.', other: '# people at most.' }),
  notesToSelf: 'notes to yourself',
  open: 'Start writing',
  cancel: 'Cancel',

  /** The beginning of a direct message. */
  selfTitle: (name: string) => `${name} (you)`,
  selfStart:
    'This is your own space. Draft messages, keep links and lists at hand, or talk to yourself: nobody else sees it.',
  start: (name: string) => `This is the start of your conversation with ${name}. Only the two of you can see it.`,
  groupStart: (names: string) =>
    `This is the start of your conversation with ${names}. Only you can see it, and nobody can be added: with other people it is another conversation.`,
  localTime: (time: string) => `${time} local time`,
  seeProfile: 'See profile',

  /** The page. */
  title: 'Direct messages',
  find: 'Find a conversation',
  none: 'No direct messages yet',
  noneHint: 'Write to somebody, to a few people at once, or to yourself.',
  noneFound: 'No conversation with anybody of this name',
  unread: 'unread',
};

export const directText = defineText('direct', english);
