import type { WSMessage } from 'partyserver';
import type { ErrorCode } from '../../shared/errors.ts';
import { SessionClientFrame } from '../../shared/protocol/session-socket.ts';
import { parseFrame } from '../storage/parse-frame.ts';
import { writeDraft } from './drafts.ts';
import { setActive } from './note-presence.ts';
import type { Device, Person } from './person.ts';
import { watchPresence } from './watching.ts';

/** A client's frame, or what is wrong with it. `wait`: seconds, for a client that says too much. */
export function readFrame(message: WSMessage, wait: number): { frame: SessionClientFrame } | { error: ErrorCode } {
  if (wait > 0) return { error: 'ratelimited' };
  const parsed = parseFrame(message);
  if ('error' in parsed) return parsed;
  const frame = SessionClientFrame.safeParse(parsed.value);
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
