import type { z } from 'zod';
import * as answers from './answers.ts';
import { readAnswer, type ApiCall, type CallOptions } from './api-call.ts';
import type { MessageBlocks } from './channel-state.ts';

/** A method with its answer checked. Throws ApiError, or the signal's reason. */
type Method<Arguments extends object, Answer extends z.ZodType> = (
  args: Arguments,
  options?: CallOptions,
) => Promise<z.output<Answer>>;

type Paging = { cursor?: string; limit?: number };
type InChannel = { channel: string };
type OneMessage = InChannel & { ts: string };
type MessageText = InChannel & { text: string; blocks?: MessageBlocks };
type Range = { oldest?: string; latest?: string; inclusive?: boolean };

type Channel = typeof answers.ChannelAnswer;
type Plain = typeof answers.Plain;
type Posted = typeof answers.PostedAnswer;
type Messages = typeof answers.MessagesAnswer;

/** The methods that this client uses, laid out as Slack's own client has them. */
export interface Methods {
  team: {
    info: Method<object, typeof answers.TeamAnswer>;
  };
  users: {
    list: Method<Paging, typeof answers.UsersAnswer>;
    info: Method<{ user: string }, typeof answers.UserAnswer>;
    setProfile: Method<{ profile: Record<string, unknown> }, typeof answers.ProfileAnswer>;
  };
  conversations: {
    create: Method<{ name: string; is_private?: boolean }, Channel>;
    list: Method<Paging & { types?: string; exclude_archived?: boolean }, typeof answers.ChannelsAnswer>;
    info: Method<InChannel & { include_num_members?: boolean }, Channel>;
    members: Method<InChannel & Paging, typeof answers.MembersAnswer>;
    /** Newest first. With `oldest` and no `latest` the page next to `oldest`, else the one next to `latest`. */
    history: Method<InChannel & Range & Paging, Messages>;
    /** The root, then its replies, oldest first. */
    replies: Method<OneMessage & Paging, Messages>;
    join: Method<InChannel, Channel>;
    leave: Method<InChannel, Plain>;
    /** `users`: ids with commas between. */
    invite: Method<InChannel & { users: string }, Channel>;
    kick: Method<InChannel & { user: string }, Plain>;
    rename: Method<InChannel & { name: string }, Channel>;
    setTopic: Method<InChannel & { topic: string }, Plain>;
    setPurpose: Method<InChannel & { purpose: string }, Plain>;
    archive: Method<InChannel, Plain>;
    unarchive: Method<InChannel, Plain>;
    mark: Method<OneMessage, Plain>;
  };
  chat: {
    update: Method<MessageText & { ts: string }, Posted>;
    delete: Method<OneMessage, Posted>;
    meMessage: Method<MessageText, Posted>;
    getPermalink: Method<InChannel & { message_ts: string }, typeof answers.PermalinkAnswer>;
  };
}

export function createMethods(call: ApiCall): Methods {
  const method =
    <Answer extends z.ZodType>(name: string, answer: Answer): Method<object, Answer> =>
    async (args, options) =>
      readAnswer(answer, await call(name, args, options));

  return {
    team: {
      info: method('team.info', answers.TeamAnswer),
    },
    users: {
      list: method('users.list', answers.UsersAnswer),
      info: method('users.info', answers.UserAnswer),
      setProfile: method('users.profile.set', answers.ProfileAnswer),
    },
    conversations: {
      create: method('conversations.create', answers.ChannelAnswer),
      list: method('conversations.list', answers.ChannelsAnswer),
      info: method('conversations.info', answers.ChannelAnswer),
      members: method('conversations.members', answers.MembersAnswer),
      history: method('conversations.history', answers.MessagesAnswer),
      replies: method('conversations.replies', answers.MessagesAnswer),
      join: method('conversations.join', answers.ChannelAnswer),
      leave: method('conversations.leave', answers.Plain),
      invite: method('conversations.invite', answers.ChannelAnswer),
      kick: method('conversations.kick', answers.Plain),
      rename: method('conversations.rename', answers.ChannelAnswer),
      setTopic: method('conversations.setTopic', answers.Plain),
      setPurpose: method('conversations.setPurpose', answers.Plain),
      archive: method('conversations.archive', answers.Plain),
      unarchive: method('conversations.unarchive', answers.Plain),
      mark: method('conversations.mark', answers.Plain),
    },
    chat: {
      update: method('chat.update', answers.PostedAnswer),
      delete: method('chat.delete', answers.PostedAnswer),
      meMessage: method('chat.meMessage', answers.PostedAnswer),
      getPermalink: method('chat.getPermalink', answers.PermalinkAnswer),
    },
  };
}
