import { method as apiTest } from './api/test.ts';
import { method as authRevoke } from './auth/revoke.ts';
import { method as authTest } from './auth/test.ts';
import { method as chatDelete } from './chat/delete.ts';
import { method as chatGetPermalink } from './chat/get-permalink.ts';
import { method as chatMeMessage } from './chat/me-message.ts';
import { method as chatPostMessage } from './chat/post-message.ts';
import { method as chatUpdate } from './chat/update.ts';
import { method as conversationsArchive } from './conversations/archive.ts';
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
import { method as conversationsRename } from './conversations/rename.ts';
import { method as conversationsReplies } from './conversations/replies.ts';
import { method as conversationsSetPurpose } from './conversations/set-purpose.ts';
import { method as conversationsSetTopic } from './conversations/set-topic.ts';
import { method as conversationsUnarchive } from './conversations/unarchive.ts';
import { method as edgewaysImportsCancel } from './edgeways/imports/cancel.ts';
import { method as edgewaysImportsCreate } from './edgeways/imports/create.ts';
import { method as edgewaysImportsList } from './edgeways/imports/list.ts';
import { method as edgewaysImportsStart } from './edgeways/imports/start.ts';
import { method as edgewaysImportsStatus } from './edgeways/imports/status.ts';
import type { Method } from './method.ts';
import { method as teamInfo } from './team/info.ts';
import { method as usersConversations } from './users/conversations.ts';
import { method as usersInfo } from './users/info.ts';
import { method as usersList } from './users/list.ts';
import { method as usersLookupByEmail } from './users/lookup-by-email.ts';
import { method as usersProfileGet } from './users/profile/get.ts';
import { method as usersProfileSet } from './users/profile/set.ts';

/** Every method there is, in the order of their names. */
export const methods: readonly Method[] = [
  apiTest,
  authRevoke,
  authTest,
  chatDelete,
  chatGetPermalink,
  chatMeMessage,
  chatPostMessage,
  chatUpdate,
  conversationsArchive,
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
  conversationsRename,
  conversationsReplies,
  conversationsSetPurpose,
  conversationsSetTopic,
  conversationsUnarchive,
  edgewaysImportsCancel,
  edgewaysImportsCreate,
  edgewaysImportsList,
  edgewaysImportsStart,
  edgewaysImportsStatus,
  teamInfo,
  usersConversations,
  usersInfo,
  usersList,
  usersLookupByEmail,
  usersProfileGet,
  usersProfileSet,
];
