/** Single things that a person has, each as the JSON that their devices get. */
type Setting = 'preferences' | 'sections' | 'activity read';

/** Null: never set. */
export function getSetting(sql: SqlStorage, name: Setting): string | null {
  return sql.exec<{ json: string }>('SELECT json FROM settings WHERE name = ?', name).toArray()[0]?.json ?? null;
}

export function setSetting(sql: SqlStorage, name: Setting, json: string): void {
  sql.exec('INSERT OR REPLACE INTO settings (name, json) VALUES (?, ?)', name, json);
}
