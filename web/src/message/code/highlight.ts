import core from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import c from 'highlight.js/lib/languages/c';
import cpp from 'highlight.js/lib/languages/cpp';
import csharp from 'highlight.js/lib/languages/csharp';
import css from 'highlight.js/lib/languages/css';
import diff from 'highlight.js/lib/languages/diff';
import dockerfile from 'highlight.js/lib/languages/dockerfile';
import go from 'highlight.js/lib/languages/go';
import ini from 'highlight.js/lib/languages/ini';
import java from 'highlight.js/lib/languages/java';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import kotlin from 'highlight.js/lib/languages/kotlin';
import lua from 'highlight.js/lib/languages/lua';
import php from 'highlight.js/lib/languages/php';
import python from 'highlight.js/lib/languages/python';
import ruby from 'highlight.js/lib/languages/ruby';
import rust from 'highlight.js/lib/languages/rust';
import shell from 'highlight.js/lib/languages/shell';
import sql from 'highlight.js/lib/languages/sql';
import swift from 'highlight.js/lib/languages/swift';
import typescript from 'highlight.js/lib/languages/typescript';
import xml from 'highlight.js/lib/languages/xml';
import yaml from 'highlight.js/lib/languages/yaml';
import { type CodePiece, readHighlighted } from './read-highlighted.ts';

const languages = {
  bash,
  c,
  cpp,
  csharp,
  css,
  diff,
  dockerfile,
  go,
  ini,
  java,
  javascript,
  json,
  kotlin,
  lua,
  php,
  python,
  ruby,
  rust,
  shell,
  sql,
  swift,
  typescript,
  xml,
  yaml,
};
for (const [name, language] of Object.entries(languages)) core.registerLanguage(name, language);

/** Looked for where nobody says which it is: a guess among many is a guess too often. */
const guessed = [
  'bash',
  'css',
  'diff',
  'go',
  'java',
  'javascript',
  'json',
  'python',
  'ruby',
  'rust',
  'sql',
  'xml',
  'yaml',
];
/** Below this, or this close to the next best, a guess is as good as none. */
const leastRelevance = 4;
const leastLead = 2;
/** Characters; longer code takes too long to be worth its colours. */
const longest = 20_000;

/** The code in coloured pieces, which together are the code; null when it stays plain. `language` as its writer named it. */
export function highlight(code: string, language: string | null): CodePiece[] | null {
  if (code.length > longest) return null;
  const known = isKnown(language) ? language : isJson(code) ? 'json' : guess(code);
  if (known === null) return null;
  const pieces = readHighlighted(core.highlight(code, { language: known, ignoreIllegals: true }).value);
  return pieces.map((piece) => piece.text).join('') === code ? pieces : null;
}

function isKnown(language: string | null): language is string {
  return language !== null && core.getLanguage(language) !== undefined;
}

function guess(code: string): string | null {
  const { language, relevance, secondBest } = core.highlightAuto(code, guessed);
  const isClear = relevance >= leastRelevance && relevance - (secondBest?.relevance ?? 0) >= leastLead;
  return isClear ? (language ?? null) : null;
}

/** Frequent in chats, and too plain to be guessed by its looks. */
function isJson(code: string): boolean {
  if (!/^\s*[[{]/.test(code)) return false;
  try {
    JSON.parse(code);
    return true;
  } catch {
    return false;
  }
}
