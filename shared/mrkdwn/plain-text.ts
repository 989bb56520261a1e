import type { Block, Inline, List } from './tree.ts';

/** Current names by id, without `@` and `#`; null for what is unknown or not to be shown. */
export interface MentionNames {
  user(id: string): string | null;
  channel(id: string): string | null;
  /** A user group's handle. */
  group?(id: string): string | null;
}

const noNames: MentionNames = { user: () => null, channel: () => null };

/**
 * The message as text without syntax, for notifications, page titles and search: one line per line, bullets and numbers
 * kept, links as their labels. Mentions have the name from `names`, else the sender's label, else the id.
 */
export function toPlainText(blocks: readonly Block[], names: MentionNames = noNames): string {
  return blocks.map((block) => blockText(block, names)).join('\n');
}

function blockText(block: Block, names: MentionNames): string {
  switch (block.type) {
    case 'paragraph':
      return inlineText(block.children, names);
    case 'quote':
      return toPlainText(block.children, names);
    case 'code-block':
      return block.text;
    case 'list':
      return listLines(block, names).join('\n');
  }
}

function listLines(list: List, names: MentionNames): string[] {
  return list.items.flatMap((item, index) => {
    const mark = list.ordered ? `${list.start + index}.` : '•';
    const nested = item.lists.flatMap((inner) => listLines(inner, names));
    return [`${mark} ${inlineText(item.children, names)}`, ...nested.map((line) => `    ${line}`)];
  });
}

function inlineText(inlines: readonly Inline[], names: MentionNames): string {
  return inlines.map((inline) => textOf(inline, names)).join('');
}

function textOf(inline: Inline, names: MentionNames): string {
  switch (inline.type) {
    case 'text':
    case 'code':
      return inline.text;
    case 'line-break':
      return '\n';
    case 'bold':
    case 'italic':
    case 'strike':
    case 'link':
      return inlineText(inline.children, names);
    case 'user':
      return withSign('@', names.user(inline.id) ?? inline.label ?? inline.id);
    case 'channel':
      return withSign('#', names.channel(inline.id) ?? inline.label ?? inline.id);
    case 'group':
      return withSign('@', names.group?.(inline.id) ?? inline.label ?? inline.id);
    case 'broadcast':
      return `@${inline.range}`;
    case 'date':
      return inline.fallback;
    case 'emoji':
      return `:${inline.name}:${inline.skinTone === null ? '' : `:skin-tone-${inline.skinTone}:`}`;
  }
}

/** Labels come with the sign or without it. */
function withSign(sign: string, name: string): string {
  return name.startsWith(sign) ? name : sign + name;
}
