import { expect, test } from 'vitest';
import { setDatabaseIds } from './database-ids.ts';

const TOML = `# databases
[[d1_databases]]
binding = "DIRECTORY"
database_name = "edgeways-directory"
database_id = "1" # placeholder

[[d1_databases]]
database_name = "edgeways-shard-1"
database_id = "2"

[[r2_buckets]]
database_id = "3"
`;

test('each database gets its own id, and nothing else changes', () => {
  const ids = new Map([
    ['edgeways-directory', 'abc$&'],
    ['edgeways-shard-1', 'def'],
    ['somebody-elses', 'ghi'],
  ]);
  const expected = TOML.replace('"1"', () => '"abc$&"').replace('"2"', '"def"');
  expect(setDatabaseIds(TOML, ids)).toBe(expected);
});

test('a database without a known id keeps what it has', () => {
  expect(setDatabaseIds(TOML, new Map())).toBe(TOML);
});
