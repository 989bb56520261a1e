import type { Block, Inline } from './tree.ts';

/** Every inline in the order of the text, each before its children. */
export function* inlinesOf(blocks: readonly Block[]): Generator<Inline> {
  for (const block of blocks) {
    if (block.type === 'paragraph') yield* withDescendants(block.children);
    if (block.type === 'quote') yield* inlinesOf(block.children);
    if (block.type === 'list') {
      for (const item of block.items) {
        yield* withDescendants(item.children);
        yield* inlinesOf(item.lists);
      }
    }
  }
}

function* withDescendants(inlines: readonly Inline[]): Generator<Inline> {
  for (const inline of inlines) {
    yield inline;
    if ('children' in inline) yield* withDescendants(inline.children);
  }
}
