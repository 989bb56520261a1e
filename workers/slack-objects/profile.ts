import type { UserProfile } from '../../shared/user.ts';

export type ProfileFacts = { workspaceId: string; email: string | null; profile: UserProfile };

/** Slack's profile object. `withEmail`: whether the caller may see addresses. */
export function profileObject({ workspaceId, email, profile }: ProfileFacts, withEmail: boolean) {
  const { email: _copy, ...filledIn } = profile;
  return {
    title: '',
    phone: '',
    status_text: '',
    status_emoji: '',
    status_emoji_display_info: [],
    status_expiration: 0,
    ...filledIn,
    ...splitName(profile.real_name),
    real_name_normalized: withoutMarks(profile.real_name),
    display_name_normalized: withoutMarks(profile.display_name),
    team: workspaceId,
    ...(withEmail && email !== null ? { email } : {}),
  };
}

/** Slack's guess: the first word, and the rest. */
export function splitName(realName: string): { first_name: string; last_name: string } {
  const [first = '', ...rest] = realName.split(' ');
  return { first_name: first, last_name: rest.join(' ') };
}

function withoutMarks(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC');
}
