import { method as apiTest } from './api/test.ts';
import { method as authRevoke } from './auth/revoke.ts';
import { method as authTest } from './auth/test.ts';
import { method as bookmarksAdd } from './bookmarks/add.ts';
import { method as bookmarksEdit } from './bookmarks/edit.ts';
import { method as bookmarksList } from './bookmarks/list.ts';
import { method as bookmarksRemove } from './bookmarks/remove.ts';
import { method as chatDelete } from './chat/delete.ts';
import { method as chatDeleteScheduledMessage } from './chat/delete-scheduled-message.ts';
import { method as chatGetPermalink } from './chat/get-permalink.ts';
import { method as chatMeMessage } from './chat/me-message.ts';
import { method as chatPostEphemeral } from './chat/post-ephemeral.ts';
import { method as chatPostMessage } from './chat/post-message.ts';
import { method as chatScheduleMessage } from './chat/schedule-message.ts';
import { method as chatScheduledMessagesList } from './chat/scheduled-messages/list.ts';
import { method as chatUnfurl } from './chat/unfurl.ts';
import { method as chatUpdate } from './chat/update.ts';
import { method as conversationsArchive } from './conversations/archive.ts';
import { method as conversationsClose } from './conversations/close.ts';
import { method as conversationsCreate } from './conversations/create.ts';
import { method as conversationsHistory } from './conversations/history.ts';
import { method as conversationsInfo } from './conversations/info.ts';
import { method as conversationsInvite } from './conversations/invite.ts';
import { method as conversationsJoin } from './conversations/join.ts';
import { method as conversationsKick } from './conversations/kick.ts';
import { method as conversationsLeave } from './conversations/leave.ts';
import { method as conversationsList } from './conversations/list.ts';
import { method as conversationsMark } from './conversations/mark.ts';
import { method as conversationsMembers } from './conversations/members.ts';
import { method as conversationsOpen } from './conversations/open.ts';
import { method as conversationsRename } from './conversations/rename.ts';
import { method as conversationsReplies } from './conversations/replies.ts';
import { method as conversationsSetPurpose } from './conversations/set-purpose.ts';
import { method as conversationsSetTopic } from './conversations/set-topic.ts';
import { method as conversationsUnarchive } from './conversations/unarchive.ts';
import { method as dndEndDnd } from './dnd/end-dnd.ts';
import { method as dndEndSnooze } from './dnd/end-snooze.ts';
import { method as dndInfo } from './dnd/info.ts';
import { method as dndSetSnooze } from './dnd/set-snooze.ts';
import { method as dndTeamInfo } from './dnd/team-info.ts';
import { method as edgewaysActivityList } from './edgeways/activity/list.ts';
import { method as edgewaysActivityMark } from './edgeways/activity/mark.ts';
import { method as edgewaysChannelsSetPreferences } from './edgeways/channels/set-preferences.ts';
import { method as edgewaysConversationsMarkAll } from './edgeways/conversations/mark-all.ts';
import { method as edgewaysDndSetSchedule } from './edgeways/dnd/set-schedule.ts';
import { method as edgewaysImportsCancel } from './edgeways/imports/cancel.ts';
import { method as edgewaysImportsCreate } from './edgeways/imports/create.ts';
import { method as edgewaysImportsList } from './edgeways/imports/list.ts';
import { method as edgewaysImportsStart } from './edgeways/imports/start.ts';
import { method as edgewaysImportsStatus } from './edgeways/imports/status.ts';
import { method as edgewaysPreferencesSet } from './edgeways/preferences/set.ts';
import { method as edgewaysSavedAdd } from './edgeways/saved/add.ts';
import { method as edgewaysSavedList } from './edgeways/saved/list.ts';
import { method as edgewaysSavedRemove } from './edgeways/saved/remove.ts';
import { method as edgewaysSavedUpdate } from './edgeways/saved/update.ts';
import { method as edgewaysScheduledList } from './edgeways/scheduled/list.ts';
import { method as edgewaysScheduledUpdate } from './edgeways/scheduled/update.ts';
import { method as edgewaysSectionsCreate } from './edgeways/sections/create.ts';
import { method as edgewaysSectionsOrder } from './edgeways/sections/order.ts';
import { method as edgewaysSectionsPlace } from './edgeways/sections/place.ts';
import { method as edgewaysSectionsRemove } from './edgeways/sections/remove.ts';
import { method as edgewaysSectionsUpdate } from './edgeways/sections/update.ts';
import { method as edgewaysTeamGetPolicies } from './edgeways/team/get-policies.ts';
import { method as edgewaysTeamSetPolicies } from './edgeways/team/set-policies.ts';
import { method as edgewaysThreadsFollow } from './edgeways/threads/follow.ts';
import { method as edgewaysThreadsList } from './edgeways/threads/list.ts';
import { method as edgewaysThreadsMarkAll } from './edgeways/threads/mark-all.ts';
import { method as edgewaysThreadsMark } from './edgeways/threads/mark.ts';
import { method as edgewaysThreadsUnfollow } from './edgeways/threads/unfollow.ts';
import { method as edgewaysTimeZoneSet } from './edgeways/time-zone/set.ts';
import { method as edgewaysUnfurlsRemove } from './edgeways/unfurls/remove.ts';
import { method as emojiAdd } from './emoji/add.ts';
import { method as emojiList } from './emoji/list.ts';
import { method as emojiRemove } from './emoji/remove.ts';
import { method as pinsAdd } from './pins/add.ts';
import { method as pinsList } from './pins/list.ts';
import { method as pinsRemove } from './pins/remove.ts';
import { method as reactionsAdd } from './reactions/add.ts';
import { method as reactionsGet } from './reactions/get.ts';
import { method as reactionsList } from './reactions/list.ts';
import { method as reactionsRemove } from './reactions/remove.ts';
import { method as remindersAdd } from './reminders/add.ts';
import { method as remindersComplete } from './reminders/complete.ts';
import { method as remindersDelete } from './reminders/delete.ts';
import { method as remindersInfo } from './reminders/info.ts';
import { method as remindersList } from './reminders/list.ts';
import { method as starsAdd } from './stars/add.ts';
import { method as starsList } from './stars/list.ts';
import { method as starsRemove } from './stars/remove.ts';
import { method as teamInfo } from './team/info.ts';
import { method as usergroupsCreate } from './usergroups/create.ts';
import { method as usergroupsDisable } from './usergroups/disable.ts';
import { method as usergroupsEnable } from './usergroups/enable.ts';
import { method as usergroupsList } from './usergroups/list.ts';
import { method as usergroupsUpdate } from './usergroups/update.ts';
import { method as usergroupsUsersList } from './usergroups/users/list.ts';
import { method as usergroupsUsersUpdate } from './usergroups/users/update.ts';
import { method as usersConversations } from './users/conversations.ts';
import { method as usersGetPresence } from './users/get-presence.ts';
import { method as usersInfo } from './users/info.ts';
import { method as usersList } from './users/list.ts';
import { method as usersLookupByEmail } from './users/lookup-by-email.ts';
import { method as usersProfileGet } from './users/profile/get.ts';
import { method as usersProfileSet } from './users/profile/set.ts';
import { method as usersSetPresence } from './users/set-presence.ts';
import type { Method } from './method.ts';

/** Every method there is, in the order of their names. */
export const methods: readonly Method[] = [
  apiTest,
  authRevoke,
  authTest,
  bookmarksAdd,
  bookmarksEdit,
  bookmarksList,
  bookmarksRemove,
  chatDelete,
  chatDeleteScheduledMessage,
  chatGetPermalink,
  chatMeMessage,
  chatPostEphemeral,
  chatPostMessage,
  chatScheduleMessage,
  chatScheduledMessagesList,
  chatUnfurl,
  chatUpdate,
  conversationsArchive,
  conversationsClose,
  conversationsCreate,
  conversationsHistory,
  conversationsInfo,
  conversationsInvite,
  conversationsJoin,
  conversationsKick,
  conversationsLeave,
  conversationsList,
  conversationsMark,
  conversationsMembers,
  conversationsOpen,
  conversationsRename,
  conversationsReplies,
  conversationsSetPurpose,
  conversationsSetTopic,
  conversationsUnarchive,
  dndEndDnd,
  dndEndSnooze,
  dndInfo,
  dndSetSnooze,
  dndTeamInfo,
  edgewaysActivityList,
  edgewaysActivityMark,
  edgewaysChannelsSetPreferences,
  edgewaysConversationsMarkAll,
  edgewaysDndSetSchedule,
  edgewaysImportsCancel,
  edgewaysImportsCreate,
  edgewaysImportsList,
  edgewaysImportsStart,
  edgewaysImportsStatus,
  edgewaysPreferencesSet,
  edgewaysSavedAdd,
  edgewaysSavedList,
  edgewaysSavedRemove,
  edgewaysSavedUpdate,
  edgewaysScheduledList,
  edgewaysScheduledUpdate,
  edgewaysSectionsCreate,
  edgewaysSectionsOrder,
  edgewaysSectionsPlace,
  edgewaysSectionsRemove,
  edgewaysSectionsUpdate,
  edgewaysTeamGetPolicies,
  edgewaysTeamSetPolicies,
  edgewaysThreadsFollow,
  edgewaysThreadsList,
  edgewaysThreadsMark,
  edgewaysThreadsMarkAll,
  edgewaysThreadsUnfollow,
  edgewaysTimeZoneSet,
  edgewaysUnfurlsRemove,
  emojiAdd,
  emojiList,
  emojiRemove,
  pinsAdd,
  pinsList,
  pinsRemove,
  reactionsAdd,
  reactionsGet,
  reactionsList,
  reactionsRemove,
  remindersAdd,
  remindersComplete,
  remindersDelete,
  remindersInfo,
  remindersList,
  starsAdd,
  starsList,
  starsRemove,
  teamInfo,
  usergroupsCreate,
  usergroupsDisable,
  usergroupsEnable,
  usergroupsList,
  usergroupsUpdate,
  usergroupsUsersList,
  usergroupsUsersUpdate,
  usersConversations,
  usersGetPresence,
  usersInfo,
  usersList,
  usersLookupByEmail,
  usersProfileGet,
  usersProfileSet,
  usersSetPresence,
];
