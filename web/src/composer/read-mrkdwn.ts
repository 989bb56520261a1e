import { parseMrkdwn } from '../../../shared/mrkdwn/parse.ts';
import type { Block, Inline, List, QuotableBlock } from '../../../shared/mrkdwn/tree.ts';
import type { ComposerNames } from './composer-names.ts';
import { type ComposerDocument, type DocumentNode, formats, joiner, type MentionKind } from './document.ts';

/** A message's mrkdwn as what the composer edits. A date, which it cannot edit, becomes the text that it shows. */
export function readMrkdwn(text: string, names: ComposerNames): ComposerDocument {
  const children = parseMrkdwn(text).flatMap((block) => readBlock(block, names));
  return { root: node('root', { children: children.length > 0 ? children : [node('paragraph', { children: [] })] }) };
}

function node(type: string, rest: Omit<DocumentNode, 'type'>): DocumentNode {
  const isBlock = type !== 'text' && type !== 'mention' && type !== 'linebreak';
  return { type, ...(isBlock && { format: '' }), ...rest };
}

function readBlock(block: Block, names: ComposerNames): DocumentNode[] {
  switch (block.type) {
    case 'paragraph':
      return splitLines(block.children).map((line) => node('paragraph', { children: readInlines(line, 0, names) }));
    case 'code-block':
      return [node('code', { children: withLineBreaks(block.text.split('\n').map((line) => textNode(line, 0))) })];
    case 'list':
      return [readList(block, names)];
    case 'quote': {
      const lines = block.children.flatMap((child) => quotedLines(child, names));
      return [node('quote', { children: withLineBreaks(lines) })];
    }
  }
}

function readList(list: List, names: ComposerNames): DocumentNode {
  const children = list.items.flatMap((item) => [
    node('listitem', { children: readInlines(item.children, 0, names) }),
    ...item.lists.map((nested) => node('listitem', { children: [readList(nested, names)] })),
  ]);
  return node('list', { listType: list.ordered ? 'number' : 'bullet', start: list.start, children });
}

/** The editor's quotes hold lines of text: lists in them become their source, code becomes inline code. */
function quotedLines(block: QuotableBlock, names: ComposerNames): DocumentNode[][] {
  if (block.type === 'paragraph') return splitLines(block.children).map((line) => readInlines(line, 0, names));
  if (block.type === 'code-block') return block.text.split('\n').map((line) => textNode(line, formats.code));
  return listLines(block, 0, names);
}

function listLines(list: List, depth: number, names: ComposerNames): DocumentNode[][] {
  return list.items.flatMap((item, index) => {
    const mark = `${'    '.repeat(depth)}${list.ordered ? `${list.start + index}.` : '•'} `;
    return [
      [...textNode(mark, 0), ...readInlines(item.children, 0, names)],
      ...item.lists.flatMap((nested) => listLines(nested, depth + 1, names)),
    ];
  });
}

function readInlines(inlines: readonly Inline[], format: number, names: ComposerNames): DocumentNode[] {
  return inlines.flatMap((inline) => readInline(inline, format, names));
}

function readInline(inline: Inline, format: number, names: ComposerNames): DocumentNode[] {
  switch (inline.type) {
    case 'text':
      return textNode(inline.text, format);
    case 'line-break':
      return [node('linebreak', {})];
    case 'bold':
    case 'italic':
    case 'strike':
      return readInlines(inline.children, format | formats[inline.type], names);
    case 'code':
      return textNode(inline.text, format | formats.code);
    case 'link':
      return [node('link', { url: inline.url, children: readInlines(inline.children, format, names) })];
    case 'user':
      return [mentionNode('user', inline.id, `@${names.user(inline.id) ?? inline.label ?? inline.id}`, format)];
    case 'channel':
      return [mentionNode('channel', inline.id, `#${names.channel(inline.id) ?? inline.label ?? inline.id}`, format)];
    case 'broadcast':
      return [mentionNode('broadcast', inline.range, `@${inline.range}`, format)];
    case 'emoji':
      return textNode(`:${inline.name}:${inline.skinTone === null ? '' : `:skin-tone-${inline.skinTone}:`}`, format);
    case 'group':
      return [mentionNode('group', inline.id, withAt(names.group(inline.id) ?? inline.label ?? inline.id), format)];
    case 'date':
      return textNode(inline.fallback, format);
  }
}

function mentionNode(mentionKind: MentionKind, mentionId: string, text: string, format: number): DocumentNode {
  return node('mention', { text, format, mode: 'token', mentionKind, mentionId });
}

/** Labels of groups come with the sign or without it. */
function withAt(name: string): string {
  return name.startsWith('@') ? name : `@${name}`;
}

function textNode(text: string, format: number): DocumentNode[] {
  const shown = text.replaceAll(joiner, '');
  return shown === '' ? [] : [node('text', { text: shown, format })];
}

function splitLines(inlines: readonly Inline[]): Inline[][] {
  const lines: Inline[][] = [[]];
  for (const inline of inlines) {
    if (inline.type === 'line-break') lines.push([]);
    else lines.at(-1)?.push(inline);
  }
  return lines;
}

function withLineBreaks(lines: readonly DocumentNode[][]): DocumentNode[] {
  return lines.flatMap((line, index) => (index === 0 ? line : [node('linebreak', {}), ...line]));
}
