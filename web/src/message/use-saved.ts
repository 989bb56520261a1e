import { savedKey } from '../../../client/session/session-state.ts';
import type { SavedMessage } from '../../../shared/saved.ts';
import { useSelected } from '../app/use-selected.ts';
import { useWorkspace } from '../app/workspace-context.ts';

/** How the person keeps the message for later; undefined when they do not, or are done with it. */
export function useSaved(channelId: string, ts: string): SavedMessage | undefined {
  return useSelected(useWorkspace().session, ({ saved }) => saved.get(savedKey(channelId, ts)));
}
