/** What colours there are for code. */
export type CodeKind = 'keyword' | 'string' | 'number' | 'title' | 'name' | 'comment' | 'removed';

export interface CodePiece {
  text: string;
  /** Null: as plain code. */
  kind: CodeKind | null;
}

const kinds: Record<string, CodeKind> = {
  keyword: 'keyword',
  'selector-tag': 'keyword',
  'template-tag': 'keyword',
  doctag: 'keyword',
  tag: 'keyword',
  string: 'string',
  regexp: 'string',
  addition: 'string',
  link: 'string',
  number: 'number',
  literal: 'number',
  symbol: 'number',
  bullet: 'number',
  title: 'title',
  section: 'title',
  'selector-class': 'title',
  'selector-id': 'title',
  type: 'name',
  built_in: 'name',
  attr: 'name',
  attribute: 'name',
  name: 'name',
  variable: 'name',
  property: 'name',
  'template-variable': 'name',
  comment: 'comment',
  quote: 'comment',
  meta: 'comment',
  deletion: 'removed',
};

const parts = /<span class="([^"]*)">|<\/span>|([^<]+)/g;
const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'" };

/** The highlighter's markup as pieces of text, so that nothing of it ever becomes markup of the page. */
export function readHighlighted(markup: string): CodePiece[] {
  const pieces: CodePiece[] = [];
  const open: (CodeKind | null)[] = [];
  for (const [whole, classes, text] of markup.matchAll(parts)) {
    if (classes !== undefined) open.push(kindOf(classes) ?? open.at(-1) ?? null);
    else if (whole === '</span>') open.pop();
    else if (text !== undefined) {
      const plain = text.replace(/&(?:amp|lt|gt|quot|#x27);/g, (entity) => entities[entity] ?? entity);
      pieces.push({ text: plain, kind: open.at(-1) ?? null });
    }
  }
  return pieces;
}

/** Of `hljs-title function_` the first class says most. What is substituted into a string is code again. */
function kindOf(classes: string): CodeKind | null {
  const [first = ''] = classes.split(' ');
  return kinds[first.replace(/^hljs-/, '')] ?? null;
}
