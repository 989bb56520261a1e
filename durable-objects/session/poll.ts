import type { SessionServerFrame } from '../../shared/protocol/session-socket.ts';
import type { Limiter } from '../storage/limiter.ts';
import { bootJson } from './boot.ts';
import { readFrame, takeFrame } from './frames.ts';
import type { Identity } from './identity.ts';
import { pollerCame } from './note-presence.ts';
import type { RecentFrames } from './recent-frames.ts';
import type { Person } from './person.ts';
import { watchedPresence } from './watching.ts';

/** What a device says in a poll: frames as over a socket, and the `have` of the answer before. */
export type Poll = { session: string; frames: readonly string[]; have?: string | undefined };

/** Frames as over a socket; `have` says what the device knows once it has read them. */
export type Polled = { frames: string[]; have: string };

/**
 * The session over HTTP, for a device whose network lets no socket through. `boot` comes only when it is another than the
 * one that the device has, so an idle device's poll answers with almost nothing.
 */
export function answerPoll(
  person: Person,
  { recent, limiter }: { recent: RecentFrames; limiter: Limiter },
  identity: Identity,
  { session, frames, have = '' }: Poll,
): Polled {
  const answers: SessionServerFrame[] = [];
  const device = { session, socket: null };
  person.change(() => pollerCame(person, session));
  for (const text of frames) {
    const read = readFrame(text, limiter.take(session, person.now()));
    if ('frame' in read) person.change(() => takeFrame(person, device, read.frame));
    else answers.push({ type: 'error', error: read.error });
  }
  const boot = bootJson(person, identity);
  const [knownVersion, place = ''] = have.split(' ');
  const version = digest(boot);
  answers.push(...recent.since(place, person.now()), ...watchedPresence(person, session));
  const encoded = answers.map((frame) => JSON.stringify(frame));
  return {
    frames: version === knownVersion ? encoded : [boot, ...encoded],
    have: `${version} ${recent.place}`,
  };
}

/** FNV-1a in 64 bits, as two halves with seeds of their own (http://www.isthe.com/chongo/tech/comp/fnv). */
function digest(text: string): string {
  let low = 0x811c9dc5;
  let high = 0xcbf29ce4;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ (unit + i), 0x01000193);
  }
  return (low >>> 0).toString(36) + (high >>> 0).toString(36);
}
