import type { UnreadTotals } from '../../../client/session/sidebar-sections.ts';

/** The title of the page: what calls for attention, where one is. */
export function pageTitle(place: string | null, workspace: string, { mentions, hasUnread }: UnreadTotals): string {
  const mark = mentions > 0 ? `(${mentions}) ` : hasUnread ? '• ' : '';
  return `${mark}${place === null ? '' : `${place} – `}${workspace}`;
}
