import { parseInline } from './inline.ts';
import { type List, maxListDepth } from './tree.ts';

/** A line that is a list's item; `indent` in columns, `number` null for a bullet, `text` still encoded. */
export interface ListLine {
  indent: number;
  number: number | null;
  text: string;
}

/** ◦ and ▪ are what Slack writes for deeper levels, the latter with a variation selector. */
const marker = /^([ \t]*)(?:(?:[-*•◦]|▪\uFE0E?)|(0|[1-9]\d{0,8})\.)[ \t]+(?=\S)/;

/** Columns that an item has to be further in than the one above to be its child. */
const indentStep = 2;

/** The item that the line is, or null. */
export function getListLine(line: string): ListLine | null {
  const match = marker.exec(line);
  if (match === null) return null;
  const indent = (match[1] ?? '').replaceAll('\t', '    ').length;
  return { indent, number: match[2] === undefined ? null : Number(match[2]), text: line.slice(match[0].length) };
}

/** Makes lists of consecutive items, nested by their indentation. */
export function buildLists(lines: readonly ListLine[]): List[] {
  const lists: List[] = [];
  const open: { indent: number; list: List; siblings: List[] }[] = [];

  for (const line of lines) {
    while (open.length > 1 && line.indent < (open.at(-1)?.indent ?? 0)) open.pop();
    const level = open.at(-1);
    const parent = level?.list.items.at(-1);
    const goesDeeper = level !== undefined && line.indent >= level.indent + indentStep && open.length < maxListDepth;
    if (level === undefined || parent === undefined || goesDeeper) {
      const siblings = parent?.lists ?? lists;
      open.push({ indent: line.indent, list: beginList(line, siblings), siblings });
    } else if (!continues(level.list, line)) {
      level.list = beginList(line, level.siblings);
    }
    open.at(-1)?.list.items.push({ children: parseInline(line.text), lists: [] });
  }
  return lists;
}

function beginList(line: ListLine, siblings: List[]): List {
  const list: List = { type: 'list', ordered: line.number !== null, start: line.number ?? 1, items: [] };
  siblings.push(list);
  return list;
}

function continues(list: List, line: ListLine): boolean {
  return list.ordered ? line.number === list.start + list.items.length : line.number === null;
}
