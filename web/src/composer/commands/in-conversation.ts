import { findMentions } from '../../../../shared/mrkdwn/mentions.ts';
import { defaultChannelPreferences } from '../../../../shared/preferences.ts';
import { plainTextOf } from '../../message/plain.ts';
import { composerText } from '../text.ts';
import type { Command } from './command.ts';

type Run = Command['run'];

const done = (said: string | null) => ({ kind: 'done', said }) as const;

/** `/me waves` */
export const me: Run = async (rest, { workspace, handle }) => {
  await workspace.api.chat.meMessage({ channel: handle.id, text: rest });
  return done(null);
};

/** `/topic Tea at four`: as plain text, which is what topics are. */
export const topic: Run = async (rest, { workspace, handle, names }) => {
  await workspace.setTopic(handle.id, plainTextOf(rest, names).replace(/\s+/g, ' '));
  return done(composerText().topicSet);
};

/** `/invite @ada @grace` */
export const invite: Run = async (rest, { workspace, handle }) => {
  const t = composerText();
  const { users } = findMentions(rest);
  if (users.length === 0) return { kind: 'refused', why: t.commandNeeds('invite', t.commandArguments.people) };
  await workspace.invite(handle.id, users);
  return done(t.invited(users.length));
};

export const leave: Run = async (_, { workspace, handle }) => {
  await workspace.leave(handle.id);
  return { kind: 'left', channelId: null };
};

export const mute: Run = async (_, { workspace, handle }) => {
  const preferences = workspace.session.get().channelPreferences.get(handle.id) ?? defaultChannelPreferences;
  await workspace.setChannelPreferences(handle.id, { is_muted: !preferences.is_muted });
  const t = composerText();
  return done(preferences.is_muted ? t.unmuted : t.muted);
};

/** `/msg @ada hello`: into the conversation with those who are named first, and there. */
export const message: Run = async (rest, { workspace }) => {
  const t = composerText();
  const [, people = '', text = ''] = /^((?:<@[^>]+>[\s,]*)+)(.*)$/s.exec(rest) ?? [];
  const { users } = findMentions(people);
  if (users.length === 0) return { kind: 'refused', why: t.commandNeeds('msg', t.commandArguments.message) };
  const channelId = await workspace.openDirect(users);
  if (text !== '') {
    const direct = workspace.openChannel(channelId);
    direct.send(text);
    // What waits to be sent is the queue's, not the handle's.
    direct.close();
  }
  return { kind: 'left', channelId };
};

/** A mark that has no width keeps the second underscore from ending an italic that nobody meant. */
const shrugged = '¯\\_(ツ)_\u034f/¯';

export const shrug: Run = async (rest) => ({ kind: 'send', mrkdwn: `${rest} ${shrugged}`.trim() });
