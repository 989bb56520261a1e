import type { Inline, Styled } from './tree.ts';

export type Delimiter = '*' | '_' | '~';

const styleOf: Record<Delimiter, Styled['type']> = { '*': 'bold', _: 'italic', '~': 'strike' };

/**
 * Collects the inlines of one line and pairs delimiters on the way. A delimiter is text until its partner comes. Only
 * the latest opener of each kind is remembered: a style ends at the nearest delimiter of its kind, and thus never holds
 * itself, every node moves at most once per style, and no input makes pairing slower than linear.
 */
export class StyleStack {
  #nodes: Inline[] = [];
  #openers: { delimiter: Delimiter; index: number }[] = [];

  add(node: Inline): void {
    this.#nodes.push(node);
  }

  open(delimiter: Delimiter): void {
    this.#openers = this.#openers.filter((opener) => opener.delimiter !== delimiter);
    this.#openers.push({ delimiter, index: this.#nodes.length });
    this.add({ type: 'text', text: delimiter });
  }

  /** Wraps what came since the opener; openers in between lose their chance. False when none is open. */
  close(delimiter: Delimiter): boolean {
    const depth = this.#openers.findIndex((opener) => opener.delimiter === delimiter);
    const opener = this.#openers[depth];
    if (opener === undefined) return false;
    this.#openers.length = depth;
    const children = joinText(this.#nodes.splice(opener.index + 1));
    this.#nodes[opener.index] = { type: styleOf[delimiter], children };
    return true;
  }

  finish(): Inline[] {
    return joinText(this.#nodes);
  }
}

function joinText(nodes: Inline[]): Inline[] {
  const joined: Inline[] = [];
  let parts: string[] = [];
  const flush = () => {
    if (parts.length > 0) joined.push({ type: 'text', text: parts.join('') });
    parts = [];
  };
  for (const node of nodes) {
    if (node.type === 'text') {
      parts.push(node.text);
      continue;
    }
    flush();
    joined.push(node);
  }
  flush();
  return joined;
}
