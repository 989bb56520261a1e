import type { UserProfile } from '../../shared/user.ts';

export type ProfileFacts = { workspaceId: string; email: string | null; profile: UserProfile };

export type ProfileView = {
  /** Whether the caller may see addresses. */
  withEmail: boolean;
  /** Milliseconds: a status that has expired is not shown. */
  now: number;
};

/** Slack's profile object. */
export function profileObject({ workspaceId, email, profile }: ProfileFacts, { withEmail, now }: ProfileView) {
  const { email: _copy, ...filledIn } = profile;
  return {
    title: '',
    phone: '',
    status_text: '',
    status_emoji: '',
    status_emoji_display_info: [],
    status_expiration: 0,
    ...filledIn,
    ...withoutExpired(profile, now),
    ...splitName(profile.real_name),
    real_name_normalized: withoutMarks(profile.real_name),
    display_name_normalized: withoutMarks(profile.display_name),
    team: workspaceId,
    ...(withEmail && email !== null ? { email } : {}),
  };
}

/** What is to be laid over a profile whose status has expired; nothing over others. `now` in milliseconds. */
export function withoutExpired({ status_expiration: expiration = 0 }: UserProfile, now: number): Partial<UserProfile> {
  const isOver = expiration > 0 && expiration * 1000 <= now;
  return isOver ? { status_text: '', status_emoji: '', status_expiration: 0 } : {};
}

/** Slack's guess: the first word, and the rest. */
export function splitName(realName: string): { first_name: string; last_name: string } {
  const [first = '', ...rest] = realName.split(' ');
  return { first_name: first, last_name: rest.join(' ') };
}

function withoutMarks(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC');
}
