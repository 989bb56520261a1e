import { z } from 'zod';
import { isChanged, isDeleted, isPosted } from '../../shared/events.ts';
import type { Message } from '../../shared/message.ts';
import { ChannelServerFrame, type WireEvent } from '../../shared/protocol/channel-socket.ts';
import { compareTs } from '../../shared/timestamps.ts';
import type { Ledger } from './ledger.ts';
import type { Violation } from './violation.ts';

const Polled = z.object({ frames: z.array(z.unknown()) });

/** Something that a client saw of a message: it has to be there from then on. */
export interface Seen {
  channel: string;
  ts: string;
  id: string;
  user: string;
  /** When it was last changed. */
  edited: string;
}

/** Sees everything that any client receives, before the client does. */
export class Witness {
  readonly violations: Violation[] = [];
  readonly seen = new Map<string, Seen>();
  /** What each number of a channel's log was seen to be. */
  readonly #numbers = new Map<string, string>();
  readonly #ledger: Ledger;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  /** A text that came over a person's socket or as an answer. */
  hear(user: string, text: string): void {
    for (const [mark] of text.matchAll(/~[0-9a-z]+~/g)) {
      const forbidden = this.#ledger.isForbidden(mark, user);
      if (forbidden) {
        this.violations.push({
          rule: 'removed',
          what: `${user} got ${mark}, written after their removal was answered`,
          channel: forbidden.channel,
        });
      }
    }
  }

  /** What a client was answered that polls a channel: the frames that a socket would have brought. */
  polled(channel: string, text: string): void {
    for (const frame of Polled.safeParse(JSON.parse(text)).data?.frames ?? [])
      this.frame(channel, JSON.stringify(frame));
  }

  /** A frame of a channel's socket. */
  frame(channel: string, text: string): void {
    // What answers a ping is no frame.
    if (!text.startsWith('{')) return;
    const frame = ChannelServerFrame.safeParse(JSON.parse(text)).data;
    if (frame?.type === 'hello') for (const message of frame.snapshot?.messages ?? []) this.#see(channel, message);
    if (frame?.type === 'refused' && frame.error === 'internal_error') {
      this.violations.push({ rule: 'answers', what: 'a send was refused', channel, about: frame.client_msg_id });
    }
    if (frame?.type !== 'events') return;
    for (const [i, event] of frame.events.entries()) {
      this.#number(channel, frame.seq + i, event);
      if (isPosted(event)) this.#see(channel, event);
      else if (isChanged(event)) this.#see(channel, event.message);
    }
  }

  #see(channel: string, { ts, client_msg_id: id, user, edited }: Message): void {
    if (id === undefined || user === undefined) return;
    const key = `${channel} ${ts}`;
    const before = this.seen.get(key)?.edited ?? '0.000000';
    const now = edited?.ts ?? '0.000000';
    this.seen.set(key, { channel, ts, id, user, edited: compareTs(now, before) > 0 ? now : before });
  }

  /** A number that stood for one event stands for it for good, except that a deletion takes the place of what it deletes. */
  #number(channel: string, seq: number, event: WireEvent): void {
    if (isDeleted(event)) return;
    const key = `${channel} ${seq}`;
    const before = this.#numbers.get(key);
    if (before !== undefined && before !== event.event_ts) {
      this.violations.push({
        rule: 'durable',
        what: `event ${seq} was of ${before} when it was pushed first, and of ${event.event_ts} later`,
        channel,
      });
    }
    this.#numbers.set(key, event.event_ts);
  }
}
