/**
 * What is in the composer, as data: the part of Lexical's serialized state that we write and read. Pure functions turn
 * it into mrkdwn (`write-mrkdwn.ts`) and back (`read-mrkdwn.ts`); the editor takes and gives it.
 */
export interface DocumentNode {
  type: string;
  children?: DocumentNode[];
  /** Of text: the bits of `format`. Of blocks a word that we do not use. */
  format?: number | string;
  text?: string;
  /** Of text: `token` for what is deleted as one. */
  mode?: string;
  /** Of a list. */
  listType?: string;
  start?: number;
  /** Of a link. */
  url?: string;
  /** Of a mention: a person, a channel, a user group or everybody, set into the text as one unit that shows `text`. */
  mentionKind?: string;
  /** The id; of a broadcast `here`, `channel` or `everyone`. */
  mentionId?: string;
}

export type MentionKind = 'user' | 'channel' | 'group' | 'broadcast';

export interface ComposerDocument {
  root: DocumentNode;
}

/** Lexical's bits of a text's `format`. */
export const formats = { bold: 1, italic: 2, strike: 4, code: 16 } as const;

/**
 * Invisible and without width. Set where mrkdwn would read a style's mark as part of a word, as in half-bold words, and
 * dropped again when a message is read for editing.
 */
export const joiner = '\u2060';

export function isEmptyDocument({ root }: ComposerDocument): boolean {
  return !hasContent(root);
}

function hasContent(node: DocumentNode): boolean {
  if (node.mentionId !== undefined) return true;
  if (node.text !== undefined) return node.text.trim() !== '';
  return (node.children ?? []).some(hasContent);
}
