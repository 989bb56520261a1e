import type { WSMessage } from 'partyserver';
import type { ErrorCode } from '../../shared/errors.ts';
import { SessionClientFrame } from '../../shared/protocol/session-socket.ts';
import { maxFrameBytes } from '../../shared/protocol/sockets.ts';
import { writeDraft } from './drafts.ts';
import { setActive } from './note-presence.ts';
import type { Device, Person } from './person.ts';
import { watchPresence } from './watching.ts';

/** A client's frame, or what is wrong with it. */
export function readFrame(message: WSMessage): { frame: SessionClientFrame } | { error: ErrorCode } {
  if (typeof message !== 'string') return { error: 'malformed_frame' };
  // Its length in units is never more than that in bytes, and is known without a copy.
  if (message.length > maxFrameBytes) return { error: 'frame_too_large' };
  let value: unknown;
  try {
    value = JSON.parse(message);
  } catch {
    return { error: 'malformed_frame' };
  }
  const frame = SessionClientFrame.safeParse(value);
  return frame.success ? { frame: frame.data } : { error: 'malformed_frame' };
}

/** Does what a device asks for. */
export function takeFrame(person: Person, device: Device, frame: SessionClientFrame): void {
  switch (frame.type) {
    case 'active':
      return setActive(person, device, frame.is_active);
    case 'watch_presence':
      return watchPresence(person, device, frame.users);
    case 'draft':
      return writeDraft(person, device, frame.draft);
  }
}
