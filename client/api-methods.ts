import type { z } from 'zod';
import * as answers from './answers.ts';
import { readAnswer, type ApiCall, type CallOptions } from './api-call.ts';
import type { MessageBlocks } from './channel-state.ts';

interface Paging {
  cursor?: string;
  limit?: number;
}

interface InChannel {
  channel: string;
}

interface OneMessage extends InChannel {
  ts: string;
}

interface HistoryRange extends InChannel, Paging {
  oldest?: string;
  latest?: string;
  inclusive?: boolean;
}

interface MessageText extends InChannel {
  text: string;
  blocks?: MessageBlocks;
}

export type Methods = ReturnType<typeof createMethods>;

/** The methods that this client uses, with their answers checked. Each throws ApiError. */
export function createMethods(call: ApiCall) {
  const taking =
    <A extends object>() =>
    <S extends z.ZodType>(method: string, answer: S) =>
    async (args: A, options?: CallOptions): Promise<z.output<S>> =>
      readAnswer(answer, await call(method, args, options));

  const channel = taking<InChannel>();
  return {
    team: { info: taking<object>()('team.info', answers.TeamAnswer) },
    users: {
      list: taking<Paging>()('users.list', answers.UsersAnswer),
      info: taking<{ user: string }>()('users.info', answers.UserAnswer),
      setProfile: taking<{ profile: Record<string, unknown> }>()('users.profile.set', answers.ProfileAnswer),
    },
    conversations: {
      create: taking<{ name: string; is_private?: boolean }>()('conversations.create', answers.ChannelAnswer),
      list: taking<Paging & { types?: string; exclude_archived?: boolean }>()(
        'conversations.list',
        answers.ChannelsAnswer,
      ),
      info: taking<InChannel & { include_num_members?: boolean }>()('conversations.info', answers.ChannelAnswer),
      members: taking<InChannel & Paging>()('conversations.members', answers.MembersAnswer),
      /** Newest first. With `oldest` and no `latest`, the page next to `oldest`; else the one next to `latest`. */
      history: taking<HistoryRange>()('conversations.history', answers.MessagesAnswer),
      /** The root, then its replies, oldest first. */
      replies: taking<OneMessage & Paging>()('conversations.replies', answers.MessagesAnswer),
      join: channel('conversations.join', answers.ChannelAnswer),
      leave: channel('conversations.leave', answers.Plain),
      invite: taking<InChannel & { users: string }>()('conversations.invite', answers.ChannelAnswer),
      kick: taking<InChannel & { user: string }>()('conversations.kick', answers.Plain),
      rename: taking<InChannel & { name: string }>()('conversations.rename', answers.ChannelAnswer),
      setTopic: taking<InChannel & { topic: string }>()('conversations.setTopic', answers.Plain),
      setPurpose: taking<InChannel & { purpose: string }>()('conversations.setPurpose', answers.Plain),
      archive: channel('conversations.archive', answers.Plain),
      unarchive: channel('conversations.unarchive', answers.Plain),
      mark: taking<OneMessage>()('conversations.mark', answers.Plain),
    },
    chat: {
      update: taking<MessageText & { ts: string }>()('chat.update', answers.PostedAnswer),
      delete: taking<OneMessage>()('chat.delete', answers.PostedAnswer),
      meMessage: taking<MessageText>()('chat.meMessage', answers.PostedAnswer),
      getPermalink: taking<InChannel & { message_ts: string }>()('chat.getPermalink', answers.PermalinkAnswer),
    },
  };
}
