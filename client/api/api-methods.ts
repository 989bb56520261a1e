import type { Message } from '../../shared/message.ts';
import * as answers from './answers.ts';
import type { ApiCall } from './api-call.ts';
import { methodsOver, type InChannel, type Item, type Method, type OneMessage, type Paging } from './api-method.ts';
import type { MessageBlocks } from '../channel/channel-state.ts';
import * as onMessages from './message-answers.ts';
import { createOwnMethods, type OwnMethods } from './own-methods.ts';
import * as personal from './personal-answers.ts';
import * as ofWorkspace from './workspace-answers.ts';

type MessageText = InChannel & { text: string; blocks?: MessageBlocks };
type Range = { oldest?: string; latest?: string; inclusive?: boolean };
type InChannelId = { channel_id: string };
type LinkText = { title: string; link: string; emoji?: string };
type OneGroup = { usergroup: string };
/** `channels`: ids with commas between. */
type GroupText = { name: string; handle?: string; description?: string; channels?: string };
type EmojiImage = { name: string } & ({ mode: 'data'; image: Blob } | { mode: 'alias'; alias_for: string });

type Channel = typeof answers.ChannelAnswer;
type Plain = typeof answers.Plain;
type Posted = typeof answers.PostedAnswer;
type Messages = typeof answers.MessagesAnswer;
type Group = typeof ofWorkspace.UserGroupAnswer;

/** The methods that this client uses, laid out as Slack's own client has them. Lists of ids have commas between. */
export interface Methods {
  edgeways: OwnMethods;
  team: {
    info: Method<object, typeof answers.TeamAnswer>;
  };
  users: {
    list: Method<Paging, typeof answers.UsersAnswer>;
    info: Method<{ user: string }, typeof answers.UserAnswer>;
    setProfile: Method<{ profile: Record<string, unknown> }, typeof answers.ProfileAnswer>;
    getPresence: Method<{ user?: string }, typeof personal.PresenceAnswer>;
    setPresence: Method<{ presence: 'auto' | 'away' }, Plain>;
  };
  conversations: {
    create: Method<{ name: string; is_private?: boolean }, Channel>;
    open: Method<{ users: string } | InChannel, typeof answers.OpenedAnswer>;
    close: Method<InChannel, Plain>;
    list: Method<Paging & { types?: string; exclude_archived?: boolean }, typeof answers.ChannelsAnswer>;
    info: Method<InChannel & { include_num_members?: boolean }, Channel>;
    members: Method<InChannel & Paging, typeof answers.MembersAnswer>;
    /** Newest first. With `oldest` and no `latest` the page next to `oldest`, else the one next to `latest`. */
    history: Method<InChannel & Range & Paging, Messages>;
    /** The root, then its replies, oldest first. The root says `subscribed` and `last_read`. */
    replies: Method<OneMessage & Paging, Messages>;
    join: Method<InChannel, Channel>;
    leave: Method<InChannel, Plain>;
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
    /** `post_at` in seconds since 1970. */
    scheduleMessage: Method<
      MessageText & { post_at: number; thread_ts?: string; reply_broadcast?: boolean },
      typeof onMessages.ScheduledAnswer
    >;
    deleteScheduledMessage: Method<InChannel & { scheduled_message_id: string }, Plain>;
    scheduledMessages: {
      list: Method<Paging & { channel?: string }, typeof onMessages.ScheduledListAnswer>;
    };
    postEphemeral: Method<MessageText & { user: string; thread_ts?: string }, typeof onMessages.EphemeralAnswer>;
    /** By link. */
    unfurl: Method<OneMessage & { unfurls: Record<string, NonNullable<Message['attachments']>[number]> }, Plain>;
  };
  reactions: {
    add: Method<Item & { name: string }, Plain>;
    remove: Method<Item & { name: string }, Plain>;
    get: Method<Item & { full?: boolean }, typeof onMessages.ReactionsAnswer>;
    list: Method<Paging & { user?: string; full?: boolean }, typeof onMessages.ReactedItemsAnswer>;
  };
  pins: {
    add: Method<Item, Plain>;
    remove: Method<Item, Plain>;
    list: Method<InChannel, typeof onMessages.PinsAnswer>;
  };
  bookmarks: {
    add: Method<InChannelId & LinkText & { type: 'link' }, typeof onMessages.BookmarkAnswer>;
    edit: Method<InChannelId & Partial<LinkText> & { bookmark_id: string }, typeof onMessages.BookmarkAnswer>;
    remove: Method<InChannelId & { bookmark_id: string }, Plain>;
    list: Method<InChannelId, typeof onMessages.BookmarksAnswer>;
  };
  usergroups: {
    create: Method<GroupText, Group>;
    update: Method<OneGroup & Partial<GroupText>, Group>;
    enable: Method<OneGroup, Group>;
    disable: Method<OneGroup, Group>;
    list: Method<
      { include_users?: boolean; include_disabled?: boolean; include_count?: boolean },
      typeof ofWorkspace.UserGroupsAnswer
    >;
    users: {
      list: Method<OneGroup & { include_disabled?: boolean }, typeof ofWorkspace.UserGroupUsersAnswer>;
      update: Method<OneGroup & { users: string }, Group>;
    };
  };
  emoji: {
    list: Method<object, typeof ofWorkspace.EmojiAnswer>;
    add: Method<EmojiImage, Plain>;
    remove: Method<{ name: string }, Plain>;
  };
  dnd: {
    info: Method<{ user?: string }, typeof personal.DndAnswer>;
    setSnooze: Method<{ num_minutes: number }, typeof personal.SnoozeAnswer>;
    endSnooze: Method<object, Plain>;
    endDnd: Method<object, Plain>;
    teamInfo: Method<{ users: string }, typeof personal.TeamDndAnswer>;
  };
  reminders: {
    /** `time`: seconds since 1970, or words such as `in 20 minutes`. */
    add: Method<{ text: string; time: string | number; user?: string }, typeof personal.ReminderAnswer>;
    complete: Method<{ reminder: string }, Plain>;
    delete: Method<{ reminder: string }, Plain>;
    info: Method<{ reminder: string }, typeof personal.ReminderAnswer>;
    list: Method<object, typeof personal.RemindersAnswer>;
  };
  stars: {
    add: Method<Item, Plain>;
    remove: Method<Item, Plain>;
    list: Method<Paging, typeof personal.StarsAnswer>;
  };
}

export function createMethods(call: ApiCall): Methods {
  const method = methodsOver(call);
  return {
    edgeways: createOwnMethods(call),
    team: {
      info: method('team.info', answers.TeamAnswer),
    },
    users: {
      list: method('users.list', answers.UsersAnswer),
      info: method('users.info', answers.UserAnswer),
      setProfile: method('users.profile.set', answers.ProfileAnswer),
      getPresence: method('users.getPresence', personal.PresenceAnswer),
      setPresence: method('users.setPresence', answers.Plain),
    },
    conversations: {
      create: method('conversations.create', answers.ChannelAnswer),
      open: method('conversations.open', answers.OpenedAnswer),
      close: method('conversations.close', answers.Plain),
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
      scheduleMessage: method('chat.scheduleMessage', onMessages.ScheduledAnswer),
      deleteScheduledMessage: method('chat.deleteScheduledMessage', answers.Plain),
      scheduledMessages: { list: method('chat.scheduledMessages.list', onMessages.ScheduledListAnswer) },
      postEphemeral: method('chat.postEphemeral', onMessages.EphemeralAnswer),
      unfurl: method('chat.unfurl', answers.Plain),
    },
    reactions: {
      add: method('reactions.add', answers.Plain),
      remove: method('reactions.remove', answers.Plain),
      get: method('reactions.get', onMessages.ReactionsAnswer),
      list: method('reactions.list', onMessages.ReactedItemsAnswer),
    },
    pins: {
      add: method('pins.add', answers.Plain),
      remove: method('pins.remove', answers.Plain),
      list: method('pins.list', onMessages.PinsAnswer),
    },
    bookmarks: {
      add: method('bookmarks.add', onMessages.BookmarkAnswer),
      edit: method('bookmarks.edit', onMessages.BookmarkAnswer),
      remove: method('bookmarks.remove', answers.Plain),
      list: method('bookmarks.list', onMessages.BookmarksAnswer),
    },
    usergroups: {
      create: method('usergroups.create', ofWorkspace.UserGroupAnswer),
      update: method('usergroups.update', ofWorkspace.UserGroupAnswer),
      enable: method('usergroups.enable', ofWorkspace.UserGroupAnswer),
      disable: method('usergroups.disable', ofWorkspace.UserGroupAnswer),
      list: method('usergroups.list', ofWorkspace.UserGroupsAnswer),
      users: {
        list: method('usergroups.users.list', ofWorkspace.UserGroupUsersAnswer),
        update: method('usergroups.users.update', ofWorkspace.UserGroupAnswer),
      },
    },
    emoji: {
      list: method('emoji.list', ofWorkspace.EmojiAnswer),
      add: method('emoji.add', answers.Plain),
      remove: method('emoji.remove', answers.Plain),
    },
    dnd: {
      info: method('dnd.info', personal.DndAnswer),
      setSnooze: method('dnd.setSnooze', personal.SnoozeAnswer),
      endSnooze: method('dnd.endSnooze', answers.Plain),
      endDnd: method('dnd.endDnd', answers.Plain),
      teamInfo: method('dnd.teamInfo', personal.TeamDndAnswer),
    },
    reminders: {
      add: method('reminders.add', personal.ReminderAnswer),
      complete: method('reminders.complete', answers.Plain),
      delete: method('reminders.delete', answers.Plain),
      info: method('reminders.info', personal.ReminderAnswer),
      list: method('reminders.list', personal.RemindersAnswer),
    },
    stars: {
      add: method('stars.add', answers.Plain),
      remove: method('stars.remove', answers.Plain),
      list: method('stars.list', personal.StarsAnswer),
    },
  };
}
