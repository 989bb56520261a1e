import { type Dispatch, lazy, type SetStateAction, Suspense, useRef } from 'react';
import type { ChannelHandle } from '../../../client/channel/channel-handle.ts';
import type { Message } from '../../../shared/message.ts';
import type { MessageActions, OverlayPlace, Permissions } from './actions.ts';
import { refused } from './say.ts';
import { messageText } from './text.ts';

const DeleteDialog = lazy(() => import('./delete-dialog.tsx'));
const EmojiPopover = lazy(() => import('../emoji/emoji-popover.tsx'));
const MessageMenu = lazy(() => import('./message-menu.tsx'));
const RemindPopover = lazy(() => import('./remind-popover.tsx'));
const ReactorsDialog = lazy(() => import('./reactors-dialog.tsx'));

/** What stands over a list of messages, and about which of them. */
export type MessageOverlay =
  | { kind: 'delete'; message: Message; returnFocusTo: HTMLElement | null }
  | { kind: 'picker' | 'menu' | 'remind'; message: Message; place: OverlayPlace }
  | { kind: 'reactors'; message: Message };

interface MessageOverlaysProps {
  handle: ChannelHandle;
  overlay: MessageOverlay | null;
  permissions: Permissions;
  actions: MessageActions;
  /** In the thread itself there is nothing that opens it. */
  isInThread: boolean;
  /** The focus goes to the composer. */
  onLeave: () => void;
  onChange: Dispatch<SetStateAction<MessageOverlay | null>>;
}

/** The menu, picker or question that a message asked for. One for a whole list, so that rows stay light. */
export function MessageOverlays({ overlay, ...props }: MessageOverlaysProps) {
  return <Suspense>{overlay && <Overlay {...props} overlay={overlay} />}</Suspense>;
}

function Overlay(props: Omit<MessageOverlaysProps, 'overlay'> & { overlay: MessageOverlay }) {
  const { handle, overlay, permissions, actions, isInThread, onLeave, onChange } = props;
  const { message } = overlay;
  const close = () => {
    if ('place' in overlay) overlay.place.onClosed?.();
    // Meanwhile another one may stand in its place.
    onChange((current) => (current === overlay ? null : current));
  };
  /** Once the message is deleted: the one beside it. */
  const neighbour = useRef<HTMLElement | null>(null);
  const remove = () => {
    neighbour.current = rowBeside(message.ts, 'returnFocusTo' in overlay ? overlay.returnFocusTo : null);
    close();
    handle.remove(message.ts).catch(refused((reason) => messageText().notDeleted(reason)));
  };

  switch (overlay.kind) {
    case 'delete':
      return (
        <DeleteDialog
          message={message}
          onConfirm={remove}
          onClose={close}
          onFocusBack={() => {
            const row = neighbour.current ?? overlay.returnFocusTo;
            if (row?.isConnected) row.focus();
            else onLeave();
          }}
        />
      );
    case 'reactors':
      return <ReactorsDialog handle={handle} message={message} onClose={close} />;
    case 'remind':
      return <RemindPopover channelId={handle.id} message={message} place={overlay.place} onClose={close} />;
    case 'picker':
      return (
        <EmojiPopover
          anchor={overlay.place.anchor}
          align={overlay.place.align ?? 'start'}
          returnFocusTo={overlay.place.returnFocusTo}
          onPick={(name) => actions.react(message, name)}
          onClose={close}
        />
      );
    case 'menu':
      return (
        <MessageMenu
          handle={handle}
          message={message}
          place={overlay.place}
          permissions={permissions}
          actions={actions}
          isInThread={isInThread}
          onOverlay={onChange}
          onClose={close}
        />
      );
  }
}

/** The row after that of a message, else the one before it. */
function rowBeside(ts: string, itself: HTMLElement | null): HTMLElement | null {
  const row = itself?.closest('[data-key]') ?? document.querySelector(`[data-key][data-ts="${CSS.escape(ts)}"]`);
  const rows = [...(row?.closest('[role="log"]')?.querySelectorAll<HTMLElement>('[data-key]') ?? [])];
  const place = rows.findIndex((each) => each === row);
  return rows[place + 1] ?? rows[place - 1] ?? null;
}
