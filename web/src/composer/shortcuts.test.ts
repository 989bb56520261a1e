import { registerMarkdownShortcuts } from '@lexical/markdown';
import { registerRichText } from '@lexical/rich-text';
import { $getRoot, $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical';
import { expect, test } from 'vitest';
import { createComposerEditor } from './create-composer-editor.ts';
import { contentOf } from './editor-content.ts';
import { $breakLine } from './line-break.ts';
import { shortcuts } from './shortcuts.ts';

function open(): LexicalEditor {
  const editor = createComposerEditor(null);
  editor._headless = true;
  registerRichText(editor);
  registerMarkdownShortcuts(editor, shortcuts);
  editor.update(() => $getRoot().selectEnd(), { discrete: true });
  return editor;
}

/** Types one character after the other; a line break is Shift+Enter. */
function write(text: string): string {
  const editor = open();
  for (const character of text) {
    const press = () => {
      const selection = $getSelection();
      if (character === '\n') $breakLine(editor);
      else if ($isRangeSelection(selection)) selection.insertText(character);
    };
    editor.update(press, { discrete: true });
    // What a shortcut makes of it is an update of its own.
    editor.update(() => undefined, { discrete: true });
  }
  return contentOf(editor).mrkdwn;
}

test.each([
  ['```function hello', '```function hello'],
  ['```function f() {\n  x', '```\nfunction f() {\n  x\n```'],
  ['```js\nconst a', '```\njs\nconst a\n```'],
  ['```\nconst a', '```\nconst a\n```'],
  ['``` const a', '```\nconst a\n```'],
  ['```one line```', '```\none line\n```'],
  ['```one line```after', '```\none line\n```\nafter'],
  ['```it is _so_ *bold*```', '```\nit is _so_ *bold*\n```'],
  ['see `this`', 'see `this`'],
  ['hi :) there', 'hi 🙂 there'],
  [':D <3 :p', '😄 ❤️ :p'],
  ['`a :) b` :) c', '`a :) b` 🙂 c'],
  ['```a :) b', '```a :) b'],
  ['a:) b', 'a:) b'],
])('%j is written as %j', (typed, mrkdwn) => {
  expect(write(typed)).toBe(mrkdwn);
});
