/** A name as it is compared: without case and accents, so that "jose" finds José. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

const atStart = 12;
const atWord = 8;
const inRow = 5;
const perLetter = 1;

/**
 * How well a name fits what was typed: its letters in their order, more for those that begin a word or follow each other,
 * and more for a short name. Null when it does not fit. Both folded. Spaces part words that may come in any order.
 */
export function fuzzyScore(query: string, name: string): number | null {
  let total = 0;
  for (const word of query.split(/\s+/).filter(Boolean)) {
    const score = scoreOf(word, name);
    if (score === null) return null;
    total += score;
  }
  return total - name.length / 100;
}

function scoreOf(word: string, name: string): number | null {
  const whole = name.indexOf(word);
  if (whole >= 0) {
    const start = whole === 0 ? atStart : startsWord(name, whole) ? atWord : 0;
    // In one piece is better than in pieces, wherever the pieces begin.
    return start * 2 + word.length * (inRow + perLetter) + (word.length === name.length ? atStart : 0);
  }
  // Looking for beginnings of words may run past a letter that stands only before them.
  return scoreInPieces(word, name, nextWordStart) ?? scoreInPieces(word, name, () => null);
}

type Preferred = (letter: string, name: string, from: number) => number | null;

/** A letter that follows the one before, else where it is preferred, `pb` in `product-beta`; else the next there is. */
function scoreInPieces(word: string, name: string, preferred: Preferred): number | null {
  let score = 0;
  let previous = -2;
  for (const letter of word) {
    const from = Math.max(0, previous + 1);
    const next = name.indexOf(letter, from);
    if (next < 0) return null;
    const found = next === previous + 1 ? next : (preferred(letter, name, from) ?? next);
    score += perLetter + (found === previous + 1 ? inRow : startsWord(name, found) ? atWord / 2 : 0);
    previous = found;
  }
  // Letters that lie far apart are rather an accident.
  return score - (previous - word.length) / 4;
}

function nextWordStart(letter: string, name: string, from: number): number | null {
  for (let index = name.indexOf(letter, from); index >= 0; index = name.indexOf(letter, index + 1)) {
    if (startsWord(name, index)) return index;
  }
  return null;
}

function startsWord(name: string, index: number): boolean {
  return index === 0 || /[\s._\-/]/.test(name[index - 1] ?? '');
}
