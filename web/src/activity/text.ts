import { defineText, plural } from '../i18n/text.ts';

export const english = {
  title: 'Activity',
  filters: 'Show',
  filter: {
    all: 'All',
    mentions: 'Mentions',
    threads: 'Threads',
    reactions: 'Reactions',
    reminders: 'Reminders',
  },
  list: 'What happened',
  unread: 'Unread',
  loadMore: 'Show more',
  failed: 'Activity cannot be shown',
  tryAgain: 'Try again',
  somebody: 'Somebody',
  aChannel: 'a channel',
  directMessage: 'a direct message',

  mention: (who: string, where: string) => `${who} mentioned you in ${where}`,
  mentionInThread: (who: string, where: string) => `${who} mentioned you in a thread in ${where}`,
  everybody: (who: string, where: string) => `${who} called everybody in ${where}`,
  group: (who: string, where: string) => `${who} called a group of yours in ${where}`,
  keyword: (who: string, where: string) => `${who} used one of your keywords in ${where}`,
  reply: (who: string, where: string) => `${who} replied to a thread in ${where}`,
  reaction: (who: string, others: number, where: string) => {
    const all = others === 0 ? who : who + plural(others, { one: ' and # other', other: ' and # others' });
    return `${all} reacted to your message in ${where}`;
  },
  reminder: 'Reminder',
  reminderOf: (where: string) => `Reminder of a message in ${where}`,
  unscheduled: (where: string) => `A scheduled message to ${where} could not be sent`,
  gone: 'This message was deleted.',

  empty: {
    all: {
      title: 'Nothing here yet',
      text: 'When somebody mentions you, reacts to what you wrote or answers in a thread that you follow, you see it here.',
    },
    mentions: {
      title: 'Nobody has mentioned you yet',
      text: 'Mentions of you, your groups and your keywords come here.',
    },
    threads: { title: 'No replies yet', text: 'Replies in threads that you follow come here.' },
    reactions: { title: 'No reactions yet', text: 'What people think of your messages comes here.' },
    reminders: { title: 'No reminders yet', text: 'Save a message with a due time, and you are reminded of it here.' },
  },
};

export const activityText = defineText('activity', english);
