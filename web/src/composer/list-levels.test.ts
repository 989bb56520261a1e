import { registerList } from '@lexical/list';
import { registerRichText } from '@lexical/rich-text';
import { $getRoot } from 'lexical';
import { expect, test } from 'vitest';
import { createComposerEditor } from './create-composer-editor.ts';
import { contentOf } from './editor-content.ts';
import { $moveItem } from './list-levels.ts';
import { readMrkdwn } from './read-mrkdwn.ts';

const names = { user: () => null, channel: () => null, group: () => null };

/** What becomes of the message when its last line is moved so. */
function move(mrkdwn: string, ...ways: ('in' | 'out')[]): string {
  const editor = createComposerEditor(readMrkdwn(mrkdwn, names));
  editor._headless = true;
  registerRichText(editor);
  registerList(editor);
  editor.update(() => $getRoot().selectEnd(), { discrete: true });
  for (const way of ways) editor.update(() => $moveItem(editor, way), { discrete: true });
  const moved = contentOf(editor).mrkdwn;
  expect(contentOf(createComposerEditor(readMrkdwn(moved, names))).mrkdwn).toBe(moved);
  return moved;
}

test('an item goes under the one above and back', () => {
  expect(move('• a\n• b', 'in')).toBe('• a\n    ◦ b');
  expect(move('1. a\n2. b', 'in')).toBe('1. a\n    1. b');
  expect(move('• a\n    ◦ b\n• c', 'in')).toBe('• a\n    ◦ b\n    ◦ c');
  expect(move('• a\n• b', 'in', 'out')).toBe('• a\n• b');
});

test('it goes under nothing that is not there', () => {
  expect(move('• a', 'in')).toBe('• a');
  expect(move('• a\n• b', 'in', 'in')).toBe('• a\n    ◦ b');
});

test('outside of lists nothing moves', () => {
  const editor = createComposerEditor(null);
  editor._headless = true;
  editor.update(() => $getRoot().selectEnd(), { discrete: true });
  expect(editor.read(() => $moveItem(editor, 'in'))).toBe(false);
});
