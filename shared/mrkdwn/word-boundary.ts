const wordCharacter = /^[\p{L}\p{M}\p{N}]$/u;
const whitespace = /^\s$/;

/** Slack's, as observed: after a closing delimiter these keep it from closing, like letters, although they are no letters. */
const noCloseBefore = '@(|\\&`';

/** The whole character, which may be two code units, that ends before `at`; empty at the start. */
function characterBefore(text: string, at: number): string {
  const last = text.slice(Math.max(0, at - 1), at);
  return /^[\uDC00-\uDFFF]$/.test(last) ? text.slice(Math.max(0, at - 2), at) : last;
}

function characterAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
}

/** Whether a letter, digit or combining mark ends right before `at`. */
export function isAfterWord(text: string, at: number): boolean {
  return wordCharacter.test(characterBefore(text, at));
}

/** Whether the single delimiter at `at` may begin a style: outside a word, with something other than space after it. */
export function canOpen(text: string, at: number): boolean {
  const next = characterAt(text, at + 1);
  return next !== '' && !whitespace.test(next) && !isAfterWord(text, at);
}

/** Whether the single delimiter at `at` may end a style: with something other than space before it, at a word's end. */
export function canClose(text: string, at: number): boolean {
  const previous = characterBefore(text, at);
  if (previous === '' || whitespace.test(previous)) return false;
  const next = characterAt(text, at + 1);
  return next === '' || !(noCloseBefore.includes(next) || wordCharacter.test(next));
}
