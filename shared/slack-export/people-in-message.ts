import { slackbotId, UserId } from '../ids.ts';
import type { Message } from '../message.ts';
import { isObject, type Fields } from './fields.ts';

/** Somebody of whom the export says no more than that they were there: a guest of another workspace, most often. */
export interface UnknownUser {
  id: string;
  /** From the message's own `user_profile`; empty where it has none. */
  name: string;
  realName: string;
  image: string;
}

/** Everybody who acts in a message: its sender, editor, inviter and those who reacted. Not whom its text mentions. */
export function peopleIn(message: Message, raw: Fields): UnknownUser[] {
  const { user, edited, inviter, parent_user_id: rootUser, reactions = [], reply_users: repliers = [] } = message;
  const ids = new Set([user, edited?.user, inviter, rootUser, ...repliers, ...reactions.flatMap(({ users }) => users)]);
  const profile = isObject(raw['user_profile']) ? raw['user_profile'] : {};
  return [...ids]
    .filter((id) => id !== undefined && id !== slackbotId && UserId.safeParse(id).success)
    .map((id) => {
      const known = id === user ? profile : {};
      return {
        id: id ?? '',
        name: textOf(known['name']) || (id === user ? textOf(message.username) : ''),
        realName: textOf(known['real_name']) || textOf(known['display_name']),
        image: textOf(known['image_72']),
      };
    });
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
