import { compareTs } from '../../../shared/timestamps.ts';

/**
 * Where the "new" divider stands after the read cursor has moved to `lastRead`: where it stood, since it would vanish while
 * it is being read; unless the person said so themselves. They did when the cursor went back (marked as unread), and when it
 * was not this list that moved it (marked as read, sent something, read it on another device).
 */
export function dividerAfter(divider: string, lastRead: string, movedHere: string | null): string {
  const wentBack = compareTs(lastRead, divider) < 0;
  return wentBack || lastRead !== movedHere ? lastRead : divider;
}
