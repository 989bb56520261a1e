/** An emoji as the picker shows it. */
export interface PickerEmoji {
  /** Without colons. */
  name: string;
  /** The sign without skin tone, or the picture of a custom one. */
  look: { sign: string; hasSkinTones: boolean } | { url: string };
}

export interface PickerSection<Name extends string = string> {
  name: Name;
  emojis: readonly PickerEmoji[];
}

/** A line of the picker: a section's title, or as many emoji as fit. `first` is the number of the first among all. */
export type PickerRow<Name extends string = string> =
  | { kind: 'title'; section: Name }
  | { kind: 'emojis'; section: Name; emojis: readonly PickerEmoji[]; first: number };

export function layOutRows<Name extends string>(
  sections: readonly PickerSection<Name>[],
  columns: number,
): PickerRow<Name>[] {
  const rows: PickerRow<Name>[] = [];
  let first = 0;
  for (const { name, emojis } of sections) {
    if (emojis.length === 0) continue;
    rows.push({ kind: 'title', section: name });
    for (let from = 0; from < emojis.length; from += columns) {
      const line = emojis.slice(from, from + columns);
      rows.push({ kind: 'emojis', section: name, emojis: line, first });
      first += line.length;
    }
  }
  return rows;
}

/** Which emoji an arrow key leads to, by number; null for other keys. Up and down keep the column where they can. */
export function moveInRows(rows: readonly PickerRow[], active: number, key: string): number | null {
  const lines = rows.filter((row) => row.kind === 'emojis');
  const last = lines.at(-1);
  if (!last) return null;
  const end = last.first + last.emojis.length - 1;
  const at = lines.findIndex((line) => active >= line.first && active < line.first + line.emojis.length);
  const from = lines[at];
  if (!from) return key.startsWith('Arrow') ? 0 : null;
  const inLine = (line: (typeof lines)[number] | undefined) =>
    line ? line.first + Math.min(active - from.first, line.emojis.length - 1) : active;
  switch (key) {
    case 'ArrowRight':
      return Math.min(active + 1, end);
    case 'ArrowLeft':
      return Math.max(active - 1, 0);
    case 'ArrowDown':
      return inLine(lines[at + 1]);
    case 'ArrowUp':
      return inLine(lines[at - 1]);
    case 'PageDown':
      return inLine(lines[Math.min(at + 6, lines.length - 1)]);
    case 'PageUp':
      return inLine(lines[Math.max(at - 6, 0)]);
    default:
      return null;
  }
}

/** The emoji of that number, and the index of the row that it is in. */
export function emojiAt(rows: readonly PickerRow[], active: number): { emoji: PickerEmoji; row: number } | null {
  for (const [index, row] of rows.entries()) {
    if (row.kind !== 'emojis') continue;
    const emoji = row.emojis[active - row.first];
    if (active >= row.first && emoji) return { emoji, row: index };
  }
  return null;
}
