import {
  INLINE_CODE,
  LINK,
  ORDERED_LIST,
  QUOTE,
  STRIKETHROUGH,
  type TextFormatTransformer,
  type Transformer,
  UNORDERED_LIST,
} from '@lexical/markdown';
import { emoticonShortcut } from './emoticons.ts';
import { closedFence, openFence } from './fence.ts';

const format = (tag: string, name: 'bold' | 'italic' | 'strikethrough'): TextFormatTransformer => ({
  format: [name],
  tag,
  type: 'text-format',
  intraword: false,
});

/**
 * What turns into formatting while one types: Slack's marks, in which one asterisk is bold, and Markdown's, in which two
 * are. Lists, quotes and code begin as in both.
 */
export const shortcuts: Transformer[] = [
  UNORDERED_LIST,
  ORDERED_LIST,
  QUOTE,
  openFence,
  closedFence,
  INLINE_CODE,
  format('**', 'bold'),
  format('*', 'bold'),
  format('__', 'bold'),
  format('_', 'italic'),
  STRIKETHROUGH,
  format('~', 'strikethrough'),
  LINK,
  emoticonShortcut,
];
