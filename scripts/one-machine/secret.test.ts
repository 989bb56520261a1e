import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { getOrCreateSecret } from './secret.ts';

let dataDir: string;
beforeEach(() => (dataDir = mkdtempSync(join(tmpdir(), 'edgeways-secret-'))));
afterEach(() => rmSync(dataDir, { recursive: true }));

test('the secret is 32 random bytes, and stays the same from start to start', () => {
  const secret = getOrCreateSecret(dataDir);
  expect(secret).toMatch(/^[0-9a-f]{64}$/);
  expect(getOrCreateSecret(dataDir)).toBe(secret);
});

test('nobody but its owner can read the secret', () => {
  getOrCreateSecret(dataDir);
  expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(0o600);
});
