import type { Workspace } from '../../../client/workspace.ts';
import { sentenceFor } from './error-sentences.ts';
import { navigate } from './navigation.ts';
import { tell } from './toasts.ts';

/** Shows the direct message with somebody, and begins it where there is none. */
export function openPerson(workspace: Workspace, ...people: readonly string[]): void {
  workspace.openDirect(people).then(
    (channelId) => navigate({ kind: 'channel', workspaceId: workspace.id, channelId, ts: null, threadTs: null }),
    (error: unknown) => tell(sentenceFor(error), { isError: true }),
  );
}
