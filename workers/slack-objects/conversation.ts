import type { ChannelInfo } from '../../shared/channel.ts';

/** What a channel's object and the directory both know of it. */
export type ConversationFacts = Omit<ChannelInfo, 'memberCount' | 'previousNames'> & {
  previousNames?: readonly string[];
};

/** How the conversation stands to the caller, as far as the method asks. */
export type Standing = {
  isMember: boolean;
  lastRead?: string | undefined;
  memberCount?: number | undefined;
  /** Of a direct message: the other person. */
  peer?: string | undefined;
};

/** Slack's conversation object (https://api.slack.com/types/conversation). */
export function conversationObject(workspaceId: string, facts: ConversationFacts, standing: Standing) {
  return {
    ...(facts.kind === 'im' ? directMessage(facts, standing) : channelLike(workspaceId, facts, standing.isMember)),
    ...(standing.lastRead === undefined ? {} : { last_read: standing.lastRead }),
    ...(standing.memberCount === undefined ? {} : { num_members: standing.memberCount }),
  };
}

function directMessage(facts: ConversationFacts, { peer }: Standing) {
  return {
    id: facts.id,
    created: facts.created,
    is_archived: facts.isArchived,
    is_im: true,
    is_org_shared: false,
    ...(peer === undefined ? {} : { user: peer }),
    priority: 0,
  };
}

function channelLike(workspaceId: string, facts: ConversationFacts, isMember: boolean) {
  const isGroupDm = facts.kind === 'mpim';
  // Slack says `is_group` of private channels from before 2021, whose ids begin with G, and of group messages.
  const isGroup = isGroupDm || facts.id.startsWith('G');
  return {
    id: facts.id,
    name: facts.name,
    name_normalized: facts.name,
    is_channel: !isGroup,
    is_group: isGroup,
    is_im: false,
    is_mpim: isGroupDm,
    is_private: facts.kind !== 'public',
    is_archived: facts.isArchived,
    is_general: facts.isGeneral,
    is_member: isMember,
    created: facts.created,
    creator: facts.creator,
    topic: facts.topic,
    purpose: facts.purpose,
    previous_names: facts.previousNames ?? [],
    // Conversations are never shared between workspaces here; clients of Slack's API read these all the same.
    context_team_id: workspaceId,
    is_shared: false,
    is_ext_shared: false,
    is_org_shared: false,
    is_pending_ext_shared: false,
    shared_team_ids: [workspaceId],
    pending_shared: [],
    pending_connected_team_ids: [],
    unlinked: 0,
  };
}
