import { defineText } from '../i18n/text.ts';

export const english = {
  title: 'Thread',
  close: 'Close thread',
  messages: 'Messages in thread',
  reply: 'Reply…',
  alsoTo: (channel: string) => `Also send to ${channel}`,
  follow: 'Follow this thread',
  unfollow: 'Stop following this thread',
  cannotBeShown: 'This thread cannot be shown',
  tooManyWaiting: 'Too many messages are waiting to be sent. Wait until you are connected again.',
};

export const threadText = defineText('thread', english);
