import type { ActivityItem } from '../../../shared/activity.ts';
import { activityText } from './text.ts';

/** What happened, in a sentence. `where` is the conversation's name as people say it; `others` did so besides `who`. */
export function activitySentence(item: ActivityItem, who: string, where: string, others = 0): string {
  const t = activityText();
  const isReply = item.thread_ts !== undefined && item.thread_ts !== item.ts;
  switch (item.kind) {
    case 'mention':
      return isReply ? t.mentionInThread(who, where) : t.mention(who, where);
    case 'reaction':
      return t.reaction(who, others, where);
    case 'reminder':
      return item.channel === undefined ? t.reminder : t.reminderOf(where);
    case 'unscheduled':
      return t.unscheduled(where);
    default:
      return t[item.kind](who, where);
  }
}
