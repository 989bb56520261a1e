import type { ReactNode } from 'react';
import type { Insertion } from './completion-target.ts';

/** One thing that what was typed may become. */
export interface CompletionChoice {
  key: string;
  icon: ReactNode;
  name: string;
  detail: string;
  insertion: Insertion;
}
