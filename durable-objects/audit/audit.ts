import { DurableObject } from 'cloudflare:workers';
import { migrate, type Migration } from '../storage/migrate.ts';
import type { AuditEntry, AuditRpc } from './audit-rpc.ts';

const migrations: readonly Migration[] = [
  {
    name: 'entries',
    sql: `
      -- event: ChannelEvent as JSON, as the channel logged it. stored: milliseconds.
      CREATE TABLE entries (
        channel TEXT NOT NULL,
        seq INTEGER NOT NULL,
        event TEXT NOT NULL,
        stored INTEGER NOT NULL,
        PRIMARY KEY (channel, seq)
      ) WITHOUT ROWID;
    `,
  },
];

/**
 * The audit log of a workspace: every event of every channel, once, by (channel, seq). An object rather than a table in
 * the shard, because it is written by one hand and must not slow the directory down.
 */
export class AuditObject extends DurableObject<Env> implements AuditRpc {
  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    migrate(ctx.storage, migrations);
  }

  async append(entries: readonly AuditEntry[]) {
    const { sql } = this.ctx.storage;
    for (const { channel, seq, event } of entries) {
      sql.exec(
        'INSERT OR IGNORE INTO entries (channel, seq, event, stored) VALUES (?, ?, ?, ?)',
        channel,
        seq,
        event,
        Date.now(),
      );
    }
    await this.ctx.storage.sync();
  }

  async read(channel: string, page: { after: number; limit: number }) {
    return this.ctx.storage.sql
      .exec<AuditEntry>(
        'SELECT channel, seq, event FROM entries WHERE channel = ? AND seq > ? ORDER BY seq LIMIT ?',
        channel,
        page.after,
        page.limit,
      )
      .toArray();
  }
}
