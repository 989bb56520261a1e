/** One step of an object's schema. Steps are only ever appended; a step that has run anywhere never changes. */
export type Migration = { name: string; sql: string };

/** Raised when the code's history differs from the one that this database went through. */
export class MigrationDrift extends Error {
  override name = 'MigrationDrift';
}

/**
 * Brings an object's database up to the newest schema. Synchronous, so that the constructor can do it before anything
 * else runs. A database that ran a step which the code no longer has, or has in another form, is refused rather than
 * guessed at.
 */
export function migrate(storage: DurableObjectStorage, migrations: readonly Migration[]): void {
  const { sql } = storage;
  storage.transactionSync(() => {
    sql.exec('CREATE TABLE IF NOT EXISTS migrations (step INTEGER PRIMARY KEY, name TEXT NOT NULL, sql TEXT NOT NULL)');
    const done = sql.exec<{ name: string; sql: string }>('SELECT name, sql FROM migrations ORDER BY step').toArray();
    for (const [step, past] of done.entries()) checkSame(step, past, migrations[step]);
    for (const [offset, migration] of migrations.slice(done.length).entries()) {
      sql.exec(migration.sql);
      sql.exec(
        'INSERT INTO migrations (step, name, sql) VALUES (?, ?, ?)',
        done.length + offset,
        migration.name,
        migration.sql,
      );
    }
  });
}

/** Whether the object was ever set up: an object that is only asked about a made-up id must not create tables. */
export function isSetUp(storage: DurableObjectStorage): boolean {
  return (
    storage.sql.exec("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'migrations'").toArray().length > 0
  );
}

function checkSame(step: number, past: Migration, present: Migration | undefined): void {
  if (!present) throw new MigrationDrift(`step ${step} (${past.name}) ran here and is unknown to this version`);
  if (present.name !== past.name || present.sql !== past.sql) {
    throw new MigrationDrift(
      `step ${step} (${past.name}) ran here in another form than this version's ${present.name}`,
    );
  }
}
