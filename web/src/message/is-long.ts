const mostLetters = 3000;
const mostLines = 40;

/** Whether a message's text goes over more than about a screen. */
export function isLong(text: string): boolean {
  return text.length > mostLetters || text.split('\n', mostLines + 1).length > mostLines;
}

/** A text tells that it is about to be unfolded: the list stays where it is, even at its end. */
export const unfoldEvent = 'edgeways-unfold';
