import { z } from 'zod';
import { UserId } from '../ids.ts';
import { UserProfile, type Role } from '../user.ts';
import { keepValidFields } from './fields.ts';
import type { PlannedUser } from './plan.ts';
import { quote, type Problem } from './problems.ts';

const text = z.string().catch('');
const flag = z.boolean().catch(false);

const RawProfile = z.looseObject({ real_name: text, display_name: text, email: text });

/** An entry of users.json. Old exports leave all but four fields out of a deactivated account. */
const RawUser = z.looseObject({
  id: UserId,
  name: text,
  deleted: flag,
  real_name: text,
  tz: text,
  profile: RawProfile.catch({ real_name: '', display_name: '', email: '' }),
  is_bot: flag,
  is_admin: flag,
  is_owner: flag,
  is_primary_owner: flag,
  is_restricted: flag,
  is_ultra_restricted: flag,
});

/** The people of users.json, each once. */
export function planUsers(where: string, list: readonly unknown[], problems: Problem[]): PlannedUser[] {
  const users = new Map<string, PlannedUser>();
  for (const [index, raw] of list.entries()) {
    const parsed = RawUser.safeParse(raw);
    if (!parsed.success) {
      problems.push({ code: 'bad_user', where, detail: `Entry ${index} is not a user with an id.` });
    } else if (users.has(parsed.data.id)) {
      problems.push({
        code: 'duplicate_user',
        where,
        detail: `${quote(parsed.data.id)} is there twice; the first counts.`,
      });
    } else {
      users.set(parsed.data.id, planUser(parsed.data));
    }
  }
  return [...users.values()];
}

function planUser(raw: z.infer<typeof RawUser>): PlannedUser {
  const { email, ...profile } = raw.profile;
  const realName = raw.real_name || profile.real_name || raw.name;
  return {
    id: raw.id,
    name: raw.name || raw.id.toLowerCase(),
    email: email.toLowerCase() || null,
    realName,
    deleted: raw.deleted,
    isBot: raw.is_bot,
    role: roleOf(raw),
    isGuest: raw.is_restricted || raw.is_ultra_restricted,
    tz: raw.tz,
    profile: UserProfile.parse({ ...keepValidFields(UserProfile.shape, profile).kept, real_name: realName }),
  };
}

function roleOf(raw: z.infer<typeof RawUser>): Role {
  if (raw.is_owner || raw.is_primary_owner) return 'owner';
  return raw.is_admin ? 'admin' : 'member';
}
