import { isChanged, isDeleted } from '../../shared/events.ts';
import type { Message } from '../../shared/message.ts';
import type { WireEvent } from '../../shared/protocol/channel-socket.ts';
import { heldMessage } from './channel-selectors.ts';
import type { ChannelState, Mark, Overlay } from './channel-state.ts';
import { withoutKey } from '../without-key.ts';

type Unconfirmed = Pick<ChannelState, 'overlays' | 'marks'>;

/** What is still to be confirmed after an event: the event of an accepted change makes showing it ahead superfluous. */
export function reduceOverlays({ overlays, marks }: Unconfirmed, self: string, event: WireEvent): Unconfirmed {
  switch (event.type) {
    case 'message': {
      const ts = isChanged(event) ? event.message.ts : isDeleted(event) ? event.deleted_ts : undefined;
      const overlay = ts === undefined ? undefined : overlays.get(ts);
      if (ts === undefined) return { overlays, marks };
      const isOver = overlay !== undefined && (overlay.isAccepted || isDeleted(event));
      return {
        overlays: isOver ? withoutKey(overlays, ts) : overlays,
        marks: isDeleted(event) ? withoutKey(marks, ts) : marks,
      };
    }
    case 'reaction_added':
    case 'reaction_removed': {
      if (event.user !== self) return { overlays, marks };
      const isOn = event.type === 'reaction_added';
      return { overlays, marks: withoutMark(marks, event.item.ts, { kind: 'reaction', name: event.reaction }, isOn) };
    }
    case 'pin_added':
    case 'pin_removed':
      return { overlays, marks: withoutMark(marks, event.item.ts, { kind: 'pin' }, event.type === 'pin_added') };
    default:
      return { overlays, marks };
  }
}

/** Whether two marks are about the same thing of a message. */
export function isSameMark(mark: MarkKind, other: MarkKind): boolean {
  return mark.kind === 'pin' ? other.kind === 'pin' : other.kind === 'reaction' && other.name === mark.name;
}
export type MarkKind = { kind: 'reaction'; name: string } | { kind: 'pin' };

/** With another mark in the place of the one about the same thing; null takes that one away. */
export function withMark(
  marks: ChannelState['marks'],
  ts: string,
  kind: MarkKind,
  mark: Mark | null,
): ChannelState['marks'] {
  const others = (marks.get(ts) ?? []).filter((other) => !isSameMark(other, kind));
  const next = mark === null ? others : [...others, mark];
  return next.length === 0 ? withoutKey(marks, ts) : new Map(marks).set(ts, next);
}

/** The event may be of an earlier change than the one that is shown; then that one stays until its own comes. */
function withoutMark(marks: ChannelState['marks'], ts: string, kind: MarkKind, isOn: boolean): ChannelState['marks'] {
  const shown = marks.get(ts)?.find((mark) => isSameMark(mark, kind));
  return shown?.isOn === isOn ? withMark(marks, ts, kind, null) : marks;
}

/** Whether the message, as the server last said, is already as the change will have it. */
export function showsEdit(message: Message | undefined, overlay: Overlay): boolean {
  if (message === undefined) return true;
  return overlay.kind === 'edit' && message.edited?.ts !== overlay.editedBefore;
}

export function showsMark(message: Message | undefined, mark: MarkKind & { isOn: boolean }, self: string): boolean {
  if (message === undefined) return true;
  const has =
    mark.kind === 'pin'
      ? (message.pinned_to?.length ?? 0) > 0
      : (message.reactions?.find(({ name }) => name === mark.name)?.users.includes(self) ?? false);
  return has === mark.isOn;
}

/** Without the accepted changes to messages of a page that are seen now, wherever those are held. */
export function settleOverlays(state: ChannelState, page: Iterable<Message>): ChannelState {
  let { overlays, marks } = state;
  if (overlays.size === 0 && marks.size === 0) return state;
  for (const { ts } of page) {
    const message = heldMessage(state, ts);
    const overlay = overlays.get(ts);
    if (overlay?.isAccepted && showsEdit(message, overlay)) overlays = withoutKey(overlays, ts);
    for (const mark of marks.get(ts) ?? [])
      if (mark.isAccepted && showsMark(message, mark, state.self)) marks = withMark(marks, ts, mark, null);
  }
  return overlays === state.overlays && marks === state.marks ? state : { ...state, overlays, marks };
}
