import { ChannelEvent, isDeleted, isDescription, isPosted } from '../../../shared/events.ts';

/**
 * Members whose own place in the channel changed; `everybody` when the channel itself looks different now, `said` when
 * something was said in a direct message, where each message counts for everybody. `groups`: user groups were called.
 */
export type Touched = { members: Set<string>; everybody: boolean; said: boolean; groups: boolean };

export function touchedNobody(): Touched {
  return { members: new Set(), everybody: false, said: false, groups: false };
}

/** Adds whom an event concerns, besides those with something new to read, who are found by what the tables say. */
export function touch(touched: Touched, event: ChannelEvent, isDirect: boolean): void {
  if (event.type === 'member_joined_channel' || event.type === 'member_left_channel') touched.members.add(event.user);
  else if (event.type.startsWith('channel_')) touched.everybody = true;
  else if (isPosted(event) && isDescription(event.subtype)) touched.everybody = true;
  if (isDirect && (isPosted(event) || isDeleted(event) || event.type === 'history_imported')) touched.said = true;
}

/** The same, read out of the log after a crash: whom nobody has told of what happened after `seq`. */
export function touchedSince(sql: SqlStorage, seq: number, isDirect: boolean): Touched {
  const touched = touchedNobody();
  for (const { data } of sql.exec<{ data: string }>('SELECT data FROM log WHERE seq > ? ORDER BY seq', seq)) {
    touch(touched, ChannelEvent.parse(JSON.parse(data)), isDirect);
  }
  return touched;
}

export function clearTouched(touched: Touched): void {
  touched.members.clear();
  touched.everybody = false;
  touched.said = false;
  touched.groups = false;
}
