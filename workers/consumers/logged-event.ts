import { z } from 'zod';
import { LogEnvelope } from '../../shared/events.ts';

/**
 * What consumers need of a `LogEnvelope`: whose event it is, and the event as JSON; null when it was too large for the
 * queue. Its fields are not validated again: the channel wrote it, and all that it wrote is passed on.
 */
export type LoggedEvent = { workspace: string; channel: string; seq: number; event: string | null };

const Envelope = LogEnvelope.extend({ event: z.looseObject({ type: z.string() }).optional() });

/** Reads a message's body, which is JSON text; null when it is no envelope. */
export function getLoggedEvent(body: unknown): LoggedEvent | null {
  const envelope = Envelope.safeParse(parse(body));
  if (!envelope.success) return null;
  const { event, ...identity } = envelope.data;
  return { ...identity, event: event === undefined ? null : JSON.stringify(event) };
}

function parse(body: unknown): unknown {
  if (typeof body !== 'string') return null;
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
