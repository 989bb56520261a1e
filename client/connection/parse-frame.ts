import type { z } from 'zod';

/** A frame of the server in the form that we know; null when it is of another. */
export function parseFrame<S extends z.ZodType>(schema: S, text: string): z.output<S> | null {
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
