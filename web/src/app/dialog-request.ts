import { createStore } from '../../../client/store.ts';
import type { PaletteMode } from '../palette/items.ts';

interface OfChannel {
  channelId: string;
  name: string;
}

/** A dialog that something on the page asks for. */
export type DialogRequest =
  | { kind: 'palette'; mode: PaletteMode }
  | { kind: 'help' }
  | { kind: 'status' }
  | { kind: 'mark-all' }
  | { kind: 'new-message' }
  | { kind: 'create-section'; channelId: string | null }
  | { kind: 'rename-section'; sectionId: string; name: string }
  | { kind: 'create-channel' }
  | { kind: 'invite-people' }
  | ({ kind: 'add-people' } & OfChannel)
  | ({ kind: 'members'; canChange: boolean } & OfChannel)
  | ({ kind: 'rename' } & OfChannel)
  | ({ kind: 'topic'; value: string } & OfChannel)
  | ({ kind: 'purpose'; value: string } & OfChannel)
  | ({ kind: 'leave'; isPrivate: boolean } & OfChannel)
  | ({ kind: 'archive' } & OfChannel)
  | ({ kind: 'unarchive' } & OfChannel);

/** The dialog that is open. One at a time: another one takes its place. */
export const dialogRequest = createStore<DialogRequest | null>(null);

export function openDialog(request: DialogRequest): void {
  dialogRequest.set(request);
}

export function closeDialog(): void {
  dialogRequest.set(null);
}
