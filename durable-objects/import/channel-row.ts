import type { ChannelKind } from '../../shared/channel.ts';
import { mapChannelIds } from '../../shared/slack-export/map-ids.ts';
import { DayFile, PlannedChannel } from '../../shared/slack-export/plan.ts';
import { getIdMap } from './id-map.ts';

/** How far a channel has come; each state is the name of what was done last. */
export type ChannelState = 'planned' | 'placed' | 'created' | 'filled' | 'pinned' | 'done';

export type ImportChannelRow = {
  position: number;
  id: string;
  kind: ChannelKind;
  plan: string | null;
  state: ChannelState;
  /** Its id here; null until it is placed. */
  target: string | null;
  name: string;
  is_new: number;
  admits: number;
  day_count: number;
  next_day: number;
  expected: number;
  imported: number;
  present: number;
  lost: number;
  repeated: number;
};

/** The channel that is being worked on; null when all are done. */
export function getNextChannel(sql: SqlStorage): ImportChannelRow | null {
  const rows = sql.exec<ImportChannelRow>("SELECT * FROM channels WHERE state <> 'done' ORDER BY position LIMIT 1");
  return rows.toArray()[0] ?? null;
}

export function setChannelState(sql: SqlStorage, { position }: ImportChannelRow, state: ChannelState): void {
  sql.exec('UPDATE channels SET state = ? WHERE position = ?', state, position);
}

/** Which channel of the workspace it is, is decided anew. */
export function lookAgain(sql: SqlStorage, { position }: ImportChannelRow): void {
  sql.exec("UPDATE channels SET state = 'planned', target = NULL, is_new = 1, admits = 0 WHERE position = ?", position);
}

/** What is done needs no more notes. */
export function finishChannel(sql: SqlStorage, row: ImportChannelRow): void {
  for (const table of ['days', 'fingerprints', 'pins']) {
    sql.exec(`DELETE FROM ${table} WHERE channel = ?`, row.position);
  }
  setChannelState(sql, row, 'done');
}

/** The channel as the export has it. */
export function parsePlan({ plan }: ImportChannelRow): PlannedChannel {
  return PlannedChannel.parse(JSON.parse(plan ?? 'null'));
}

/** One of its days, as `days` has it. */
export function parseDay(entry: string): DayFile {
  return DayFile.parse(JSON.parse(entry));
}

/** The channel as the export has it, with the ids of here. */
export function getMappedPlan(sql: SqlStorage, row: ImportChannelRow): PlannedChannel {
  const channel = parsePlan(row);
  const map = getIdMap(sql);
  return map ? mapChannelIds(channel, map) : channel;
}
