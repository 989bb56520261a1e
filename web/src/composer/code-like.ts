/** What hardly a line of prose has. */
const certain =
  /^\s*(#include|#!|\$ \S|>>> |import \S+|from \S+ import|export (const|default|function)|(const|let|var) \w+ =|func(tion)? \w+|def \w+\(|class \w+|SELECT |INSERT INTO|UPDATE \w+ SET|CREATE TABLE|FROM \w+$|WHERE \w+|<\/?\w+[ >]|@@ |diff --git)|[!=]==?=|&&|\|\||=>|->|\w\(\)|<\/\w+>|"\w+":/;
const ends = /[{}()[\];,:\\]\s*$|^\s*[)}\]]/;
const call = /\w\(.*\)|\w\[\w*\]|\w\s*=\s*\S/;

/** Whether pasted text looks like code: several lines, most of which no sentence would look like. */
export function looksLikeCode(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length < 2) return false;
  const likely = lines.filter((line, index) => isLikely(line, index > 0)).length;
  return likely / lines.length >= 0.5;
}

function isLikely(line: string, isAfterFirst: boolean): boolean {
  const isProse = /^\p{Lu}[^=(){}[\]]*[.!?]$/u.test(line.trim());
  if (isProse) return false;
  if (certain.test(line)) return true;
  const isIndented = isAfterFirst && /^(\t| {2,})\S/.test(line);
  const isBrace = /^\s*[{}()[\];,]+\s*$/.test(line);
  return isBrace || [isIndented, ends.test(line), call.test(line)].filter(Boolean).length >= 2;
}
