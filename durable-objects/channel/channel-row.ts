import { z } from 'zod';
import { ChannelKind, ChannelText } from '../../shared/channel.ts';

/** The channel's own facts, converted from SQL's terms to ours in this one place. */
export type ChannelRow = {
  id: string;
  workspace: string;
  name: string;
  kind: ChannelKind;
  isGeneral: boolean;
  isArchived: boolean;
  creator: string;
  /** Seconds. */
  created: number;
  topic: ChannelText;
  purpose: ChannelText;
  previousNames: string[];
  pendingName: { name: string; user: string } | null;
  epoch: string;
};

const PendingName = z.object({ name: z.string(), user: z.string() });

export function getChannelRow(sql: SqlStorage): ChannelRow | null {
  const row = sql.exec('SELECT * FROM channel').toArray()[0];
  if (!row) return null;
  return {
    id: String(row['id']),
    workspace: String(row['workspace']),
    name: String(row['name']),
    kind: ChannelKind.parse(row['kind']),
    isGeneral: row['is_general'] === 1,
    isArchived: row['is_archived'] === 1,
    creator: String(row['creator']),
    created: Number(row['created']),
    topic: ChannelText.parse(JSON.parse(String(row['topic']))),
    purpose: ChannelText.parse(JSON.parse(String(row['purpose']))),
    previousNames: z.array(z.string()).parse(JSON.parse(String(row['previous_names']))),
    pendingName: row['pending_name'] === null ? null : PendingName.parse(JSON.parse(String(row['pending_name']))),
    epoch: String(row['epoch']),
  };
}

/** Writes the row whole: it changes rarely, and there is one. */
export function setChannelRow(sql: SqlStorage, row: ChannelRow): void {
  sql.exec(
    `INSERT OR REPLACE INTO channel (one, id, workspace, name, kind, is_general, is_archived, creator, created,
       topic, purpose, previous_names, pending_name, epoch)
     VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    row.id,
    row.workspace,
    row.name,
    row.kind,
    row.isGeneral ? 1 : 0,
    row.isArchived ? 1 : 0,
    row.creator,
    row.created,
    JSON.stringify(row.topic),
    JSON.stringify(row.purpose),
    JSON.stringify(row.previousNames),
    row.pendingName && JSON.stringify(row.pendingName),
    row.epoch,
  );
}
