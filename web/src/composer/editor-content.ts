import type { LexicalEditor } from 'lexical';
import { getDocument } from './create-composer-editor.ts';
import { type ComposerDocument, isEmptyDocument } from './document.ts';
import { writeMrkdwn } from './write-mrkdwn.ts';

/** What an editor says of its content. */
export interface EditorContent {
  mrkdwn: string;
  isEmpty: boolean;
}

export function contentOf(editor: LexicalEditor): EditorContent {
  const document: ComposerDocument = getDocument(editor);
  return { mrkdwn: writeMrkdwn(document), isEmpty: isEmptyDocument(document) };
}
