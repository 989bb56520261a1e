import { ChannelEvent, isDescription, isPosted } from '../../shared/events.ts';

/** Members whose own place in the channel changed; `everybody` when the channel itself looks different now. */
export type Touched = { members: Set<string>; everybody: boolean };

export function touchedNobody(): Touched {
  return { members: new Set(), everybody: false };
}

/** Adds whom an event concerns, besides those with something new to read: they are found by `withNews`. */
export function touch(touched: Touched, event: ChannelEvent): void {
  if (event.type === 'member_joined_channel' || event.type === 'member_left_channel') touched.members.add(event.user);
  else if (event.type.startsWith('channel_')) touched.everybody = true;
  else if (isPosted(event) && isDescription(event.subtype)) touched.everybody = true;
}

/** The same, read out of the log after a crash: whom nobody has told of what happened after `seq`. */
export function touchedSince(sql: SqlStorage, seq: number): Touched {
  const touched = touchedNobody();
  for (const { data } of sql.exec<{ data: string }>('SELECT data FROM log WHERE seq > ? ORDER BY seq', seq)) {
    touch(touched, ChannelEvent.parse(JSON.parse(data)));
  }
  return touched;
}

export function clearTouched(touched: Touched): void {
  touched.members.clear();
  touched.everybody = false;
}
