import type { ChannelInfo } from '../../shared/channel.ts';
import type { ThreadChanged } from '../../shared/events.ts';
import type { Role } from '../../shared/user.ts';
import { getChannelRow, type ChannelRow } from './channel-row.ts';
import type { Keywords } from './unread/keywords.ts';
import { clearTouched, touchedNobody, type Touched } from './telling/touched.ts';

/**
 * Who asks. Authenticated by the Worker; whether they may see this channel is decided here. Somebody with
 * `mayCallEverybody` false may call everybody in channels of at most `largeChannel` people only.
 */
export type Viewer = {
  userId: string;
  role: Role;
  mayCallEverybody?: boolean | undefined;
  largeChannel?: number | undefined;
};

/**
 * What the files beside this one work on. A capability is a function that takes it first; nothing here knows of sockets
 * or queues, so every rule is tested with a database and a clock.
 */
export type Channel = {
  readonly sql: SqlStorage;
  /** The channel's own row, re-read after each change of it. */
  row: ChannelRow;
  /** The next event's time in microseconds: later than any before, whatever the clock says. */
  nextMicros(): number;
  /** The newest sequence number of the log. */
  seq: number;
  /** Events appended in this stretch and not yet on their way, as they were encoded. */
  readonly outbound: EncodedEvent[];
  /** Whose sidebars those events change. */
  readonly touched: Touched;
  // Kept in memory and null when they have to be looked up: what there is to read (see `newest.ts`), how many people are
  // in the channel, and the words that call some of them.
  newest: Newest | null;
  memberCount: number | null;
  keywords: Keywords | null;
  /** When the newest word to each person's session left, of those whose answer is awaited (see `news.ts`). Microseconds. */
  readonly lastWords: Map<string, number>;
};

/** Runs work in one synchronous stretch: all that it writes is written, or nothing. Null: the channel was never created. */
export type Stretch = <T>(work: (channel: Channel | null) => T) => T;

/** The newest message to read in the channel's history and its author, and the newest that is by anybody else. Microseconds. */
export type Newest = { id: number; by: string | null; idByOthers: number };

/**
 * An event as it goes out. `light` is what goes to those who do not watch its thread, when it is about a reply that only
 * the thread shows; it is encoded when somebody is to get it.
 */
export type EncodedEvent = { seq: number; json: string; light?: ThreadChanged };

/** Loads the channel into memory; `now` is the clock in milliseconds. Null when it was never created. */
export function openChannel(sql: SqlStorage, now: () => number): Channel | null {
  const row = getChannelRow(sql);
  if (!row) return null;
  const newest = newestInLog(sql);
  let last = Math.max(newest.at, newestMessageId(sql));
  return {
    sql,
    row,
    seq: newest.seq,
    outbound: [],
    newest: null,
    memberCount: null,
    keywords: null,
    lastWords: new Map(),
    touched: touchedNobody(),
    nextMicros() {
      last = Math.max(last + 1, now() * 1000);
      return last;
    },
  };
}

/** After a stretch that failed and was rolled back on disk: memory goes back to what the disk says. */
export function reloadChannel(channel: Channel): void {
  const row = getChannelRow(channel.sql);
  if (row) channel.row = row;
  channel.seq = newestInLog(channel.sql).seq;
  channel.outbound.length = 0;
  channel.newest = null;
  channel.memberCount = null;
  channel.keywords = null;
  clearTouched(channel.touched);
}

function newestInLog(sql: SqlStorage): { seq: number; at: number } {
  const newest = sql
    .exec<{ seq: number; at: number }>('SELECT seq, at FROM log ORDER BY seq DESC LIMIT 1')
    .toArray()[0];
  return newest ?? { seq: 0, at: 0 };
}

/** In microseconds; 0 when the channel is empty. */
export function newestMessageId(sql: SqlStorage): number {
  return sql.exec<{ id: number | null }>('SELECT max(id) AS id FROM messages').one().id ?? 0;
}

export function memberCount(channel: Channel): number {
  return (channel.memberCount ??= channel.sql
    .exec<{ count: number }>('SELECT count(*) AS count FROM members')
    .one().count);
}

export function pinCount(sql: SqlStorage): number {
  return sql.exec<{ count: number }>('SELECT count(*) AS count FROM pins').one().count;
}

export function channelInfo(channel: Channel): ChannelInfo {
  const { row } = channel;
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    isGeneral: row.isGeneral,
    isArchived: row.isArchived,
    creator: row.creator,
    created: row.created,
    topic: row.topic,
    purpose: row.purpose,
    memberCount: memberCount(channel),
    previousNames: row.previousNames,
  };
}
