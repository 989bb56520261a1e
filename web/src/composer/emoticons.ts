import type { TextMatchTransformer } from '@lexical/markdown';

/** Slack's, as emoji. */
const signs: Readonly<Record<string, string>> = {
  ':)': '🙂',
  ':-)': '🙂',
  ':D': '😄',
  ':-D': '😄',
  ':(': '😞',
  ':-(': '😞',
  ';)': '😉',
  ';-)': '😉',
  ':p': '😛',
  ':P': '😛',
  ':-p': '😛',
  ':-P': '😛',
  '<3': '❤️',
};
const emoticon = String.raw`[:;]-?\)|:-?[D(pP]|<3`;
const inMrkdwn = new RegExp(String.raw`(?<=^|\s)(?:${emoticon.replace('<', '&lt;')})(?=\s|$)`, 'gm');
/** Blocks of it, one that does not end, and stretches within a line. */
const code = /(```[^]*?(?:```|$)|`[^`\n]*`)/;

/** A message with its emoticons as emoji, but for those in code. Mrkdwn, as it is sent. */
export function withEmoji(mrkdwn: string): string {
  return mrkdwn
    .split(code)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(inMrkdwn, (found) => signOf(found))))
    .join('');
}

/** The same while one types, as soon as a space follows. */
export const emoticonShortcut: TextMatchTransformer = {
  type: 'text-match',
  dependencies: [],
  trigger: ' ',
  regExp: new RegExp(String.raw`(?<=^|\s)(?:${emoticon}) $`),
  replace: (node, [found]) => {
    const before = node.getPreviousSiblings().map((sibling) => sibling.getTextContent());
    const isInCode = before.join('').split('`').length % 2 === 0;
    if (!isInCode) node.setTextContent(`${signOf(found.trim())} `);
  },
};

function signOf(found: string): string {
  return signs[found.replace('&lt;', '<')] ?? found;
}
