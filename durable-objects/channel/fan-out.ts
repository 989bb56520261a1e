import { z } from 'zod';
import type { Connection } from 'partyserver';
import { closeCodes } from '../../shared/protocol/sockets.ts';
import { Role } from '../../shared/user.ts';
import type { EncodedEvent } from './context.ts';

/** What a socket's attachment says, and survives hibernation with: whose it is, and how far it has come. */
const Attachment = z.object({
  user: z.string(),
  session: z.string(),
  role: Role,
  /** Admitted and greeted: gets pushes. */
  live: z.boolean(),
  /** Malformed frames so far; the second closes. */
  offences: z.number().int(),
});
export type Attachment = z.infer<typeof Attachment>;

export type ChannelSocket = Connection<Attachment>;

/** Null for a socket that was closed before it was told who it is. */
export function getAttachment(socket: ChannelSocket): Attachment | null {
  return Attachment.nullable().parse(socket.state);
}

/**
 * The sockets that are looking at the channel. The sets are in memory and made anew from the attachments when the object
 * wakes; a push is one text, encoded once, handed to each.
 */
export class FanOut {
  /** Accepted, and not yet admitted: they get nothing, but can be evicted. */
  readonly #arriving = new Set<ChannelSocket>();
  readonly #live = new Set<ChannelSocket>();

  constructor(sockets: Iterable<ChannelSocket>) {
    for (const socket of sockets) if (getAttachment(socket)?.live) this.#live.add(socket);
  }

  arrive(socket: ChannelSocket, who: Omit<Attachment, 'live' | 'offences'>): void {
    socket.setState({ ...who, live: false, offences: 0 });
    this.#arriving.add(socket);
  }

  /** From now on it gets pushes; false when it was evicted, or left, while it was arriving. */
  admit(socket: ChannelSocket): boolean {
    const attachment = getAttachment(socket);
    if (!this.#arriving.delete(socket) || !attachment) return false;
    socket.setState({ ...attachment, live: true });
    this.#live.add(socket);
    return true;
  }

  /** Only a live socket is listened to: a client may go on sending after its close frame. */
  isLive(socket: ChannelSocket): boolean {
    return this.#live.has(socket);
  }

  remove(socket: ChannelSocket): void {
    this.#arriving.delete(socket);
    this.#live.delete(socket);
  }

  /** Closes a socket that gets nothing more and is heard no more, also if the object is evicted before it is gone. */
  dismiss(socket: ChannelSocket, code: number): void {
    this.remove(socket);
    const attachment = getAttachment(socket);
    if (attachment) socket.setState({ ...attachment, live: false });
    socket.close(code);
  }

  push(events: readonly EncodedEvent[]): void {
    if (this.#live.size === 0 || events.length === 0) return;
    const frame = eventsFrame(events);
    for (const socket of this.#live) this.#sendOrDrop(socket, frame);
  }

  /** A socket that fails to take a frame has lost it, so it must come back and resume. */
  #sendOrDrop(socket: ChannelSocket, frame: string): void {
    try {
      socket.send(frame);
    } catch {
      this.dismiss(socket, closeCodes.tryAgain);
    }
  }

  /** Closes the sockets that match; nothing is pushed to them from here on. */
  evict(matches: (attachment: Attachment) => boolean, code: number): void {
    for (const socket of [...this.#arriving, ...this.#live]) {
      const attachment = getAttachment(socket);
      if (attachment && matches(attachment)) this.dismiss(socket, code);
    }
  }
}

/** Consecutive events as one frame. */
export function eventsFrame(events: readonly EncodedEvent[]): string {
  return `{"type":"events","seq":${events[0]?.seq},"events":[${events.map(({ json }) => json).join(',')}]}`;
}
