import type { JobRow } from './job-row.ts';

export type Part = { partNumber: number; etag: string };

/** The length in bytes that the part has to have; null when there is no such part. */
export function partLength({ size, part_size: partSize }: JobRow, number: number): number | null {
  const start = (number - 1) * partSize;
  if (!Number.isInteger(number) || number < 1 || start >= size) return null;
  return Math.min(partSize, size - start);
}

export function partCount({ size, part_size: partSize }: JobRow): number {
  return Math.ceil(size / partSize);
}

export function keepPart(sql: SqlStorage, number: number, etag: string): void {
  sql.exec('INSERT OR REPLACE INTO parts (number, etag) VALUES (?, ?)', number, etag);
}

export function listParts(sql: SqlStorage): Part[] {
  return sql.exec<Part>('SELECT number AS partNumber, etag FROM parts ORDER BY number').toArray();
}
