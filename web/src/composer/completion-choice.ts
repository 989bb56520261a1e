import type { ReactNode } from 'react';
import type { Insertion } from './completion-target.ts';

/** One thing that what was typed may become. */
export interface CompletionChoice {
  key: string;
  icon: ReactNode;
  name: string;
  /** Short, right after the name. */
  note: string;
  detail: string;
  insertion: Insertion;
  /** What was typed is this already: Enter sends it. */
  isWhole?: boolean;
}
