import { nextCursor } from '../../../client/answers.ts';
import type { Workspace } from '../../../client/workspace.ts';

const pageSize = 1000;

/** The ids of everybody in a channel. */
export async function loadMembers({ api }: Workspace, channel: string): Promise<string[]> {
  const members: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await api.conversations.members({ channel, limit: pageSize, ...(cursor !== null && { cursor }) });
    members.push(...page.members);
    cursor = nextCursor(page);
  } while (cursor !== null);
  return members;
}
