import type { UserProfile } from '../../../shared/user.ts';

interface Status {
  /** Without colons; empty when only words were set. */
  emoji: string;
  text: string;
  /** Seconds since 1970; 0 when it stays. */
  until: number;
}

/** What a person says of themselves right now; null when nothing, or when its time is over. `now` in seconds since 1970. */
export function currentStatus(profile: UserProfile, now: number): Status | null {
  const { status_emoji: emoji = '', status_text: text = '', status_expiration: until = 0 } = profile;
  if ((emoji === '' && text === '') || (until > 0 && until <= now)) return null;
  return { emoji: emoji.replace(/^:|:$/g, ''), text, until };
}
