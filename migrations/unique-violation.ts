/** Whether a statement failed because another row has the value. Drizzle wraps the database's error, so causes count. */
export function isUniqueViolation(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at.message.includes('UNIQUE constraint failed')) return true;
  }
  return false;
}
