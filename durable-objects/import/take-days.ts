import type { Message } from '../../shared/message.ts';
import { mapIds } from '../../shared/slack-export/map-ids.ts';
import type { UnknownUser } from '../../shared/slack-export/people-in-message.ts';
import { readDayFile } from '../../shared/slack-export/read-export.ts';
import { microsToTs } from '../../shared/timestamps.ts';
import { breathe } from './breathe.ts';
import { parseDay, type ImportChannelRow } from './channel-row.ts';
import { getIdMap } from './id-map.ts';
import type { Job } from './job.ts';
import { getJobRow, stopJob } from './job-row.ts';
import { keepPins } from './pins.ts';
import { addPlaceholders, isKnownUser } from './placeholders.ts';
import { addProblems, type NamedProblem } from './problems.ts';

/** A step takes days until it has this many messages, or bytes of day files; one day at least. */
const enough = { messages: 500, bytes: 4 * 1024 * 1024 };
/** What one call may bring to the channel. Characters of JSON. */
const batchLimit = { messages: 500, characters: 800_000 };

/** What the days of one step come to. */
class Harvest {
  days = 0;
  bytes = 0;
  readonly messages: Message[] = [];
  readonly fingerprints = new Map<string, string>();
  readonly unknownUsers = new Map<string, UnknownUser>();
  readonly problems: NamedProblem[] = [];
  readonly counts = { entries: 0, lost: 0, identical: 0 };

  get isEnough(): boolean {
    return this.messages.length >= enough.messages || this.bytes >= enough.bytes;
  }
}

/** Takes the channel's next days, as many as make a good step; `one` for a step that failed before. */
export async function takeDays(job: Job, row: ImportChannelRow, one: boolean): Promise<void> {
  const harvest = await readDays(job, row, one);
  if (!harvest) return;
  await addPlaceholders(job, [...harvest.unknownUsers.values()]);
  const map = getIdMap(job.sql);
  const messages = map ? harvest.messages.map((message) => mapIds(message, map)) : harvest.messages;
  const imported = await bringToChannel(job, row, messages);
  job.storage.transactionSync(() => keepHarvest(job.sql, row, { ...harvest, messages, imported }));
}

/** Null when the archive turned out to be one that is not to be read on. */
async function readDays({ sql, archive }: Job, row: ImportChannelRow, one: boolean): Promise<Harvest | null> {
  const harvest = new Harvest();
  const now = microsToTs(getJobRow(sql).created * 1_000_000);
  const days = sql
    .exec<{ entry: string }>(
      'SELECT entry FROM days WHERE channel = ? AND position >= ? ORDER BY position LIMIT ?',
      row.position,
      row.next_day,
      one ? 1 : enough.messages,
    )
    .toArray();
  for (const { entry } of days) {
    const day = parseDay(entry);
    const result = await readDayFile(archive, day, {
      isKnownUser: (id) => harvest.unknownUsers.has(id) || isKnownUser(sql, id),
      getFingerprint: (ts) => harvest.fingerprints.get(ts) ?? getFingerprint(sql, row, ts),
      now,
    });
    if (!result.ok) {
      stopJob(sql, 'failed', { error: result.error, detail: result.detail });
      return null;
    }
    harvest.days += 1;
    harvest.bytes += day.entry.size;
    harvest.messages.push(...result.messages);
    for (const [ts, fingerprint] of result.fingerprints) harvest.fingerprints.set(ts, fingerprint);
    for (const user of result.unknownUsers) harvest.unknownUsers.set(user.id, user);
    harvest.problems.push(...result.problems);
    for (const key of ['entries', 'lost', 'identical'] as const) harvest.counts[key] += result.counts[key];
    if (harvest.isEnough) break;
    await breathe();
  }
  return harvest;
}

function getFingerprint(sql: SqlStorage, { position }: ImportChannelRow, ts: string): string | null {
  const rows = sql.exec<{ fingerprint: string }>(
    'SELECT fingerprint FROM fingerprints WHERE channel = ? AND ts = ?',
    position,
    ts,
  );
  return rows.toArray()[0]?.fingerprint ?? null;
}

async function bringToChannel(
  job: Job,
  { target, id }: ImportChannelRow,
  messages: readonly Message[],
): Promise<{ added: number; present: number }> {
  const channel = job.channel(target ?? id);
  const sum = { added: 0, present: 0 };
  for (const batch of batchesOf(messages)) {
    const { added, present } = await channel.importHistory({ messages: batch, pins: [], members: [] });
    sum.added += added;
    sum.present += present;
    await breathe();
  }
  return sum;
}

function* batchesOf(messages: readonly Message[]): Generator<Message[]> {
  let batch: Message[] = [];
  let characters = 0;
  for (const message of messages) {
    const length = JSON.stringify(message).length;
    const isFull = batch.length >= batchLimit.messages || characters + length > batchLimit.characters;
    if (isFull && batch.length > 0) {
      yield batch;
      batch = [];
      characters = 0;
    }
    batch.push(message);
    characters += length;
  }
  if (batch.length > 0) yield batch;
}

type Kept = Pick<Harvest, 'days' | 'fingerprints' | 'problems' | 'counts' | 'messages'> & {
  imported: { added: number; present: number };
};

/** In one stretch, so that a crash leaves all of the step noted or none of it; then it is repeated, to no effect. */
function keepHarvest(sql: SqlStorage, row: ImportChannelRow, kept: Kept): void {
  for (const [ts, fingerprint] of kept.fingerprints) {
    sql.exec('INSERT INTO fingerprints (channel, ts, fingerprint) VALUES (?, ?, ?)', row.position, ts, fingerprint);
  }
  keepPins(sql, row, kept.messages);
  addProblems(sql, kept.problems);
  // In a channel that this import made, what is there is there by this import, if by a step that was cut off.
  const { added, present } = kept.imported;
  const imported = row.is_new === 1 ? added + present : added;
  const { entries, lost, identical } = kept.counts;
  const next = row.next_day + kept.days;
  sql.exec(
    `UPDATE channels SET next_day = ?, state = ?, expected = expected + ?, imported = imported + ?,
       present = present + ?, lost = lost + ?, repeated = repeated + ? WHERE position = ?`,
    next,
    next >= row.day_count ? 'filled' : 'created',
    entries,
    imported,
    added + present - imported,
    lost,
    identical,
    row.position,
  );
}
