import type { Block } from '../../../shared/mrkdwn/tree.ts';

/** Long enough for a row of applause; more is a text. */
const mostSigns = 12;
const signs = /^(?:\p{RGI_Emoji}|\s)+$/v;

/** Whether a message is one line of nothing but emoji, which is shown large. */
export function isEmojiOnly(blocks: readonly Block[]): boolean {
  const [block] = blocks;
  if (blocks.length !== 1 || block?.type !== 'paragraph') return false;
  let count = 0;
  for (const inline of block.children) {
    if (inline.type === 'emoji') count += 1;
    else if (inline.type !== 'text') return false;
    else if (inline.text.trim() !== '') {
      if (!signs.test(inline.text)) return false;
      count += [...new Intl.Segmenter().segment(inline.text.replaceAll(/\s/g, ''))].length;
    }
  }
  return count > 0 && count <= mostSigns;
}
