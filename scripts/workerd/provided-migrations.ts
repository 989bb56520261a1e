/** The migrations of each kind of database, as vitest.workers.config.ts reads them: code inside workerd sees no files. */
export type Migrations = Record<'directory' | 'shard' | 'search', { name: string; queries: string[] }[]>;

declare module 'vitest' {
  interface ProvidedContext {
    migrations: Migrations;
  }
}
