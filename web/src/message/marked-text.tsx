import { createContext, Fragment, type ReactNode, use } from 'react';
import { useStore } from '../app/use-store.ts';
import { useNames } from '../people/people-context.tsx';
import { keywordPattern, splitByKeywords } from './keywords.ts';
import styles from './mrkdwn.module.css';

const patterns = new WeakMap<readonly string[], RegExp | null>();
const Pattern = createContext<RegExp | null>(null);

/** Has the person's keywords marked in the texts within: asked for once in a message, and not by each piece of its text. */
export function KeywordMarks({ children }: { children: ReactNode }) {
  const { keywords } = useStore(useNames().preferences);
  let pattern = patterns.get(keywords);
  if (pattern === undefined) patterns.set(keywords, (pattern = keywordPattern(keywords)));
  return <Pattern value={pattern}>{children}</Pattern>;
}

/** Text with the person's keywords marked in it. */
export function MarkedText({ text }: { text: string }): ReactNode {
  const pattern = use(Pattern);
  if (!pattern) return text;
  const parts = splitByKeywords(text, pattern);
  if (parts.length === 1) return text;
  return parts.map((part, index) =>
    index % 2 === 0 ? (
      <Fragment key={index}>{part}</Fragment>
    ) : (
      <mark key={index} className={styles.keyword}>
        {part}
      </mark>
    ),
  );
}
