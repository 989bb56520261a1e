import type { ComposerDocument, DocumentNode } from './document.ts';
import { writeInline } from './write-inline.ts';
import { joiner } from './document.ts';
import { escapeMrkdwn } from '../../../shared/mrkdwn/escape.ts';

const bullets = ['•', '◦', '▪'];

/** The composer's content as mrkdwn, without empty lines at its ends. */
export function writeMrkdwn({ root }: ComposerDocument): string {
  const lines = (root.children ?? []).flatMap((block) => writeBlock(block));
  const from = lines.findIndex(hasText);
  const to = lines.findLastIndex(hasText);
  return lines.slice(from < 0 ? lines.length : from, to + 1).join('\n');
}

function hasText(line: string): boolean {
  return line.trim() !== '';
}

function writeBlock(block: DocumentNode): string[] {
  switch (block.type) {
    case 'list':
      return writeList(block, 0);
    case 'code':
      return writeCode(block);
    case 'quote':
      return splitLines(block.children ?? []).map((line) => `> ${writeInline(line)}`);
    default:
      return splitLines(block.children ?? []).map((line) => writeInline(line));
  }
}

function writeList(list: DocumentNode, depth: number): string[] {
  const indent = '    '.repeat(depth);
  let number = list.start ?? 1;
  return (list.children ?? []).flatMap((item) => {
    const nested = (item.children ?? []).filter((child) => child.type === 'list');
    const own = (item.children ?? []).filter((child) => child.type !== 'list');
    const below = nested.flatMap((child) => writeList(child, depth + 1));
    // An item that holds a list has no text: that is how the editor nests.
    if (own.length === 0) return below;
    const mark = list.listType === 'number' ? `${number++}.` : (bullets[depth] ?? '▪');
    // A line break cannot be said inside an item.
    const text = splitLines(own).map(writeInline).join(' ');
    return text.trim() === '' ? below : [`${indent}${mark} ${text}`, ...below];
  });
}

function writeCode(block: DocumentNode): string[] {
  const text = (block.children ?? []).map((child) => (child.type === 'linebreak' ? '\n' : (child.text ?? ''))).join('');
  if (text.trim() === '') return [''];
  // Blank lines at its end are where somebody stopped.
  return ['```', ...escapeMrkdwn(text.trimEnd().replaceAll('```', `\`\`${joiner}\``)).split('\n'), '```'];
}

/** The nodes between line breaks. */
function splitLines(nodes: readonly DocumentNode[]): DocumentNode[][] {
  const lines: DocumentNode[][] = [[]];
  for (const node of nodes) {
    if (node.type === 'linebreak') lines.push([]);
    else lines.at(-1)?.push(node);
  }
  return lines;
}
