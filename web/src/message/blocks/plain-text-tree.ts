import type { Block, Inline } from '../../../../shared/mrkdwn/tree.ts';
import { splitReactionName } from '../../emoji/custom-emoji.ts';

const emoji = /:([a-z0-9_+'-]+(?:::skin-tone-[2-6])?):/g;

/** A `plain_text` of Block Kit: text with emoji, and nothing else that has a meaning. */
export function plainTextTree(text: string): Block[] {
  const children: Inline[] = [];
  let from = 0;
  for (const match of text.matchAll(emoji)) {
    if (match.index > from) children.push({ type: 'text', text: text.slice(from, match.index) });
    children.push({ type: 'emoji', ...splitReactionName(match[1] ?? '') });
    from = match.index + match[0].length;
  }
  if (from < text.length) children.push({ type: 'text', text: text.slice(from) });
  return [{ type: 'paragraph', children }];
}
