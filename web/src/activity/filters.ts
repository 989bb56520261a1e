import type { ActivityKind } from '../../../shared/activity.ts';

export type ActivityFilter = 'all' | 'mentions' | 'threads' | 'reactions' | 'reminders';

/** Which kinds each filter lets through; null for all. */
export const filterKinds: Record<ActivityFilter, readonly ActivityKind[] | null> = {
  all: null,
  mentions: ['mention', 'everybody', 'group', 'keyword'],
  threads: ['reply'],
  reactions: ['reaction'],
  reminders: ['reminder', 'unscheduled'],
};

export const activityFilters = ['all', 'mentions', 'threads', 'reactions', 'reminders'] as const;
