import type { z } from 'zod';

export type Fields = Record<string, unknown>;

export function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * A copy without the fields whose values the schema does not take, and the names of those. Null counts as absent, since
 * exports write it for "none"; fields that the schema does not name are kept.
 */
export function keepValidFields(
  shape: Readonly<Record<string, z.ZodType>>,
  raw: Fields,
): { kept: Fields; bad: string[] } {
  const kept: [string, unknown][] = [];
  const bad: string[] = [];
  for (const [key, value] of Object.entries(raw)) {
    if (value === null || value === undefined) continue;
    const schema = Object.hasOwn(shape, key) ? shape[key] : undefined;
    if (schema === undefined || schema.safeParse(value).success) kept.push([key, value]);
    else bad.push(key);
  }
  // Not by assignment: a field named `__proto__` would become the prototype.
  return { kept: Object.fromEntries(kept), bad };
}
