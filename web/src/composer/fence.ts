import { $createCodeNode, CodeNode } from '@lexical/code';
import type { ElementTransformer, TextMatchTransformer } from '@lexical/markdown';
import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTextNode,
  $isParagraphNode,
  type ElementNode,
} from 'lexical';

/*
 * Three backticks make code, and every word after them is its text. That a first line is a language's name is seen by
 * whoever shows the code (message/code/read-fence.ts), not decided while one types.
 */
const fence = '```';

export function $createCode(text: string): CodeNode {
  const code = $createCodeNode();
  text.split('\n').forEach((line, index) => {
    if (index > 0) code.append($createLineBreakNode());
    if (line !== '') code.append($createTextNode(line));
  });
  return code;
}

/** Whether the block is a paragraph that begins code and does not end it. */
export function $isOpenFence(block: ElementNode | null): block is ElementNode {
  if (!$isParagraphNode(block)) return false;
  const text = block.getTextContent();
  return text.startsWith(fence) && !text.includes(fence, fence.length);
}

/** Such a paragraph as code, with the caret on a new line at its end. */
export function $breakOpenFence(block: ElementNode): void {
  const text = block.getTextContent().slice(fence.length);
  block.replace($createCode(text === '' ? '' : `${text}\n`)).selectEnd();
}

/** A space after the fence: what follows is code at once. */
export const openFence: ElementTransformer = {
  type: 'element',
  dependencies: [CodeNode],
  regExp: /^``` /,
  replace: (block, children) => {
    block.replace($createCode(children.map((child) => child.getTextContent()).join(''))).select(0, 0);
  },
  export: () => null,
};

/** The fence that ends what began on the same line: that line is the code, and the caret goes on after it. */
export const closedFence: TextMatchTransformer = {
  type: 'text-match',
  dependencies: [CodeNode],
  trigger: '`',
  regExp: /^```(?!`)(.*\S.*)(?<!`)```$/,
  replace: (node, [, text = '']) => {
    const block = node.getParent();
    if (!$isParagraphNode(block) || node.getPreviousSibling() !== null) return;
    const rest = $createParagraphNode().append(...node.getNextSiblings());
    block.insertAfter(rest);
    block.replace($createCode(text));
    rest.selectStart();
  },
};
