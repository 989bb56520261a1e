import type { MentionNames } from '../../../shared/mrkdwn/plain-text.ts';
import { mentionNamesOf } from '../message/plain.ts';
import type { Names } from '../people/people-context.tsx';

/** Current names of what a message can call, without their signs; null for what is unknown. */
export interface ComposerNames extends MentionNames {
  group(id: string): string | null;
}

export function composerNamesOf(names: Names): ComposerNames {
  return { ...mentionNamesOf(names), group: (id) => names.groups.get().get(id)?.handle ?? null };
}
