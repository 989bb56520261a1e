import { $applyNodeReplacement, type EditorConfig, nodeSchema, stringValue, TextNode, withField } from 'lexical';
import type { MentionKind } from './document.ts';

const schema = nodeSchema<MentionNode>()({
  mentionKind: withField(stringValue(), { field: '__mentionKind' }),
  mentionId: withField(stringValue(), { field: '__mentionId' }),
});

/** A person, a channel or everybody in the text: shown as a pill, moved over and deleted as one. */
export class MentionNode extends TextNode {
  /** @internal */
  __mentionKind = 'user';
  /** @internal */
  __mentionId = '';

  override $config() {
    return this.config('mention', { extends: TextNode, json: schema });
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const element = super.createDOM(config);
    element.className = config.theme.mention;
    element.spellcheck = false;
    return element;
  }

  override canInsertTextBefore(): boolean {
    return false;
  }

  override canInsertTextAfter(): boolean {
    return false;
  }

  override isTextEntity(): true {
    return true;
  }
}

export function $createMentionNode(kind: MentionKind, id: string, text: string): MentionNode {
  const node = new MentionNode(text);
  node.__mentionKind = kind;
  node.__mentionId = id;
  return $applyNodeReplacement(node.setMode('token'));
}
