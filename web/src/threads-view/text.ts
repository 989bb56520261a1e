import { defineText, plural } from '../i18n/text.ts';

export const english = {
  title: 'Threads',
  list: 'Threads that you follow',
  thread: (channel: string) => `Thread in ${channel}`,
  markAll: 'Mark all as read',
  marked: 'All threads are read.',
  open: 'Open thread',
  follow: 'Follow this thread',
  unfollow: 'Stop following this thread',
  moreReplies: (count: number) => plural(count, { one: 'Show # more reply', other: 'Show # more replies' }),
  reply: 'Reply…',
  unread: 'Unread',
  aChannel: 'a conversation',
  people: (names: string) => `with ${names}`,
  failed: 'Threads cannot be shown',
  tryAgain: 'Try again',
  tooManyWaiting: 'Too many messages are waiting to be sent. Wait until you are connected again.',
  emptyTitle: 'No threads yet',
  emptyText: 'Threads that you begin, answer or are mentioned in come here, those with something new first.',
};

export const threadsText = defineText('threads', english);
