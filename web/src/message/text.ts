import { defineText, plural } from '../i18n/text.ts';

export const english = {
  // The row
  deletedMessage: 'Deleted message',
  wasDeleted: 'This message was deleted.',
  spoken: (who: string, time: string, text: string) => `${who}, ${time}: ${text}`,
  app: 'APP',
  unknownApp: 'App',
  unknownPerson: 'Unknown person',
  repliedToThread: 'replied to a thread',
  repliedToThreadOf: (root: string) => `replied to a thread: ${root}`,
  pinned: 'Pinned',
  saved: 'Saved for later',
  savedUntil: (due: string) => `Saved for later · ${due}`,
  savedOverdue: (due: string) => `Saved for later · was due ${due}`,
  onlyYou: 'Only visible to you',
  dismiss: 'Dismiss message',
  edited: '(edited)',
  editedAt: (time: string) => `Edited ${time}`,
  withoutWords: 'A message without words',
  cannotBeShown: 'This message has content that cannot be shown here yet.',

  // Under it
  reactions: 'Reactions',
  reactionsBy: (who: string, emoji: string) => `${who} reacted with :${emoji}:`,
  reactedWith: (emoji: string, count: number) =>
    plural(count, { one: `:${emoji}:, # reaction`, other: `:${emoji}:, # reactions` }),
  you: 'You',
  others: (count: number) => plural(count, { one: '# other', other: '# others' }),
  addReaction: 'Add reaction',
  replies: (count: number) => plural(count, { one: '# reply', other: '# replies' }),
  lastReply: (ago: string) => `Last reply ${ago}`,
  unreadReplies: 'Unread replies',
  notSent: (reason: string) => `Not sent. ${reason}`,
  retry: 'Retry',
  discard: 'Discard',

  // What was done
  linkCopied: 'Link copied',
  textCopied: 'Text copied',
  copyRefused: 'The browser did not allow copying.',
  isSaved: 'Saved for later',
  isUnsaved: 'Removed from saved',
  isPinned: 'Pinned to the channel',
  isUnpinned: 'Unpinned',
  isFollowed: 'You will be told of replies to this thread.',
  isUnfollowed: 'You will not be told of replies to this thread any more.',
  editLost: 'The message that you were editing is gone. What you wrote is kept as a draft.',
  notChanged: (reason: string) => `Not changed. ${reason}`,
  notDeleted: (reason: string) => `Not deleted. ${reason}`,

  // Code
  copyCode: 'Copy code',
  codeCopied: 'Code copied',

  // What happened to the channel
  somebody: 'Somebody',
  joined: (people: number) => plural(people, { other: 'joined' }),
  left: (people: number) => plural(people, { other: 'left' }),
  and: ' and ',
  andOthers: (count: number) => plural(count, { one: ' and # other', other: ' and # others' }),
  addedBy: ', added by ',
  setTopic: (topic: string) => ` set the topic: ${topic}`,
  clearedTopic: ' cleared the topic',
  setPurpose: (purpose: string) => ` set the purpose: ${purpose}`,
  clearedPurpose: ' cleared the purpose',
  renamed: ' renamed the channel to ',
  renamedFrom: (old: string) => ` renamed the channel from ${old} to `,
  archived: ' archived the channel',
  unarchived: ' brought the channel back from the archive',

  // Somebody is writing
  typingOne: (name: string) => `${name} is typing…`,
  typingTwo: (first: string, second: string) => `${first} and ${second} are typing…`,
  typingMany: 'Several people are typing…',
};

export const messageText = defineText('message', english);
