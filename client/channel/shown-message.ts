import type { Message, Reaction } from '../../shared/message.ts';
import type { ChannelState, Mark, Overlay } from './channel-state.ts';

type Unconfirmed = Pick<ChannelState, 'id' | 'self' | 'overlays' | 'marks'>;

/** The last answer for each message that has something unconfirmed, so that it is shown anew only when that changes. */
const known = new WeakMap<
  Message,
  { overlay: Overlay | undefined; marks: readonly Mark[] | undefined; shown: Message | undefined }
>();

/** The message with what its reader has changed and the server has not confirmed; undefined when that is a deletion. */
export function withUnconfirmed(message: Message, state: Unconfirmed): Message | undefined {
  const overlay = state.overlays.get(message.ts);
  const marks = state.marks.get(message.ts);
  if (overlay === undefined && marks === undefined) return message;
  const last = known.get(message);
  if (last !== undefined && last.overlay === overlay && last.marks === marks) return last.shown;
  const edited = overlay === undefined ? message : withOverlay(message, overlay);
  const shown = edited && (marks ?? []).reduce((marked, mark) => withMark(marked, mark, state), edited);
  known.set(message, { overlay, marks, shown });
  return shown;
}

function withOverlay(message: Message, overlay: Overlay): Message | undefined {
  if (overlay.kind === 'delete') return undefined;
  const { blocks: _blocks, ...rest } = message;
  return { ...rest, text: overlay.text, ...(overlay.blocks && { blocks: overlay.blocks }) };
}

function withMark(message: Message, mark: Mark, { id, self }: Unconfirmed): Message {
  return mark.kind === 'pin' ? withPin(message, mark.isOn, id) : withReaction(message, mark.name, mark.isOn, self);
}

function withPin(message: Message, isPinned: boolean, channel: string): Message {
  if (isPinned === (message.pinned_to?.length ?? 0) > 0) return message;
  const { pinned_to: _pinnedTo, ...rest } = message;
  return isPinned ? { ...rest, pinned_to: [channel] } : rest;
}

function withReaction(message: Message, name: string, isOn: boolean, self: string): Message {
  const reactions = message.reactions ?? [];
  const at = reactions.findIndex((reaction) => reaction.name === name);
  const before = reactions[at];
  if ((before?.users.includes(self) ?? false) === isOn) return message;
  if (isOn) {
    const after: Reaction = {
      name,
      users: [...(before?.users ?? []), self],
      count: (before?.count ?? 0) + 1,
    };
    return { ...message, reactions: before === undefined ? [...reactions, after] : reactions.with(at, after) };
  }
  if (before === undefined) return message;
  const rest = { ...before, users: before.users.filter((user) => user !== self), count: before.count - 1 };
  const left = rest.count > 0 ? reactions.with(at, rest) : reactions.toSpliced(at, 1);
  const { reactions: _reactions, ...others } = message;
  return left.length > 0 ? { ...others, reactions: left } : others;
}
