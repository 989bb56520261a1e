import { z } from 'zod';
import type { Message } from '../../shared/message.ts';
import { getMappedPlan, setChannelState, type ImportChannelRow } from './channel-row.ts';
import type { Job } from './job.ts';
import { addProblems } from './problems.ts';

const batchSize = 500;

/** What Slack writes beside `pinned_to`. */
const PinnedInfo = z.looseObject({ pinned_by: z.string().catch(''), pinned_ts: z.coerce.number().int().catch(0) });

/** Notes which of the messages say that they are pinned in this channel. */
export function keepPins(sql: SqlStorage, row: ImportChannelRow, messages: readonly Message[]): void {
  for (const message of messages) {
    if (!message.pinned_to?.some((id) => id === row.target || id === row.id)) continue;
    const info = PinnedInfo.safeParse(message['pinned_info']);
    sql.exec(
      'INSERT OR IGNORE INTO pins (channel, ts, user_id, created) VALUES (?, ?, ?, ?)',
      row.position,
      message.ts,
      (info.success && info.data.pinned_by) || (message.user ?? ''),
      (info.success && info.data.pinned_ts) || Number(message.ts.split('.')[0]),
    );
  }
}

/** Pins what either the channel or a message of it says is pinned; what the channel says is the better known. */
export async function pinMessages(job: Job, row: ImportChannelRow): Promise<void> {
  const { sql, storage } = job;
  const pins = new Map(listPins(sql, row).map((pin) => [pin.ts, pin]));
  for (const pin of getMappedPlan(sql, row).pins) pins.set(pin.ts, pin);
  const known = [...pins.values()].filter(({ ts }) => hasMessage(sql, row, ts));
  const channel = job.channel(row.target ?? row.id);
  for (let start = 0; start < known.length; start += batchSize) {
    await channel.importHistory({ messages: [], pins: known.slice(start, start + batchSize), members: [] });
  }
  storage.transactionSync(() => {
    const where = row.name || row.id;
    const lost = [...pins.values()].filter((pin) => !known.includes(pin));
    const detail = 'It was pinned, and is not in the export.';
    addProblems(
      sql,
      lost.map(({ ts }) => ({ code: 'pin_without_message', where, ts, detail })),
    );
    setChannelState(sql, row, 'pinned');
  });
}

function listPins(sql: SqlStorage, { position }: ImportChannelRow) {
  return sql
    .exec<{ ts: string; user: string; created: number }>(
      'SELECT ts, user_id AS user, created FROM pins WHERE channel = ?',
      position,
    )
    .toArray();
}

function hasMessage(sql: SqlStorage, { position }: ImportChannelRow, ts: string): boolean {
  return sql.exec('SELECT 1 FROM fingerprints WHERE channel = ? AND ts = ?', position, ts).toArray().length > 0;
}
