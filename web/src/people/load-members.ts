import { nextCursor } from '../../../client/api/answers.ts';
import type { Workspace } from '../../../client/workspace.ts';

const pageSize = 1000;

/** Of the largest channels not everybody is read: who looks at a list gives up before. */
const most = 10_000;

/** The ids of everybody in a channel, as far as `most`. */
export async function loadMembers({ api }: Workspace, channel: string): Promise<string[]> {
  const members: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await api.conversations.members({ channel, limit: pageSize, ...(cursor !== null && { cursor }) });
    members.push(...page.members);
    cursor = nextCursor(page);
  } while (cursor !== null && members.length < most);
  return members;
}
