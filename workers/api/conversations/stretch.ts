import type { Range } from '../../../durable-objects/channel/messages/history.ts';
import type { Message } from '../../../shared/message.ts';
import { microsToTs, tsToMicros } from '../../../shared/timestamps.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';

type Asked = {
  oldest: number | undefined;
  latest: number | undefined;
  inclusive: boolean;
  cursor: string;
  limit: number;
};

/** A stretch of history, bounds included, and in which direction it is walked. */
export type Stretch = { range: Range; direction: 'older' | 'newer' };

/**
 * The stretch that `conversations.history` is to read. Pages go back in time, unless only `oldest` bounds them: then they
 * begin next to it and go forward, as in Slack.
 */
export function historyStretch(asked: Asked): Stretch {
  const cursor = decodeCursor(asked.cursor, 'older', 'newer');
  const forward = asked.oldest !== undefined && asked.latest === undefined;
  const direction = cursor?.kind ?? (forward ? 'newer' : 'older');
  return { direction, range: rangeOf(asked, cursor) };
}

/** The stretch of a thread, which is always read forward. */
export function threadStretch(asked: Asked): Stretch {
  return { direction: 'newer', range: rangeOf(asked, decodeCursor(asked.cursor, 'newer')) };
}

/** The cursor that goes on after these messages, the last of which, in the direction of the walk, is `edge`. */
export function cursorAfter(edge: Message, direction: Stretch['direction']): string {
  const step = direction === 'older' ? -1 : 1;
  return encodeCursor(direction, String(tsToMicros(edge.ts) + step));
}

/** A cursor names the first moment of its page, so it takes the place of the bound that the caller gave. */
function rangeOf(asked: Asked, cursor: ReturnType<typeof decodeCursor<'older' | 'newer'>>): Range {
  const inward = asked.inclusive ? 0 : 1;
  const oldest = asked.oldest === undefined ? undefined : asked.oldest + inward;
  const latest = asked.latest === undefined ? undefined : asked.latest - inward;
  const from = cursor?.kind === 'newer' ? Number(cursor.place) : oldest;
  const to = cursor?.kind === 'older' ? Number(cursor.place) : latest;
  return {
    limit: asked.limit,
    inclusive: true,
    ...(from === undefined ? {} : { oldest: microsToTs(from) }),
    ...(to === undefined ? {} : { latest: microsToTs(to) }),
  };
}
