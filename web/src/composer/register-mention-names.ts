import { $nodesOfType, type LexicalEditor } from 'lexical';
import type { Names } from '../people/people-context.tsx';
import { type ComposerNames, composerNamesOf } from './composer-names.ts';
import { MentionNode } from './mention-node.ts';

/** Gives people and groups whom a draft mentions their names when those come to be known. Returns what ends it. */
export function registerMentionNames(editor: LexicalEditor, names: Names): () => void {
  const known = composerNamesOf(names);
  const look = () => {
    if (editor.getEditorState().read(() => $unnamed(known).length) === 0) return;
    editor.update(() => $unnamed(known).forEach(([node, text]) => node.setTextContent(text)), { tag: 'history-merge' });
  };
  const offs = [names.users.store.subscribe(look), names.groups.subscribe(look), names.channels.subscribe(look)];
  look();
  return () => offs.forEach((off) => off());
}

/** Mentions that show an id, and the names that they should show. */
function $unnamed(names: ComposerNames): [node: MentionNode, text: string][] {
  return $nodesOfType(MentionNode).flatMap((node): [MentionNode, string][] => {
    const { __mentionKind: kind, __mentionId: id } = node;
    if (kind === 'broadcast' || node.getTextContent().slice(1) !== id) return [];
    const name = kind === 'user' ? names.user(id) : kind === 'group' ? names.group(id) : names.channel(id);
    return name === null ? [] : [[node, (kind === 'channel' ? '#' : '@') + name]];
  });
}
