import { z } from 'zod';

/** From most to least. `deactivated` accounts keep their role for their return. */
export const Role = z.enum(['owner', 'admin', 'member']);
export type Role = z.infer<typeof Role>;

export function isAdministrator(role: Role): boolean {
  return role === 'owner' || role === 'admin';
}

/** Slack's profile object, as far as people can fill it in. Loose: imported fields are kept. */
export const UserProfile = z.looseObject({
  real_name: z.string(),
  display_name: z.string(),
  email: z.string().optional(),
  title: z.string().optional(),
  phone: z.string().optional(),
  status_text: z.string().optional(),
  status_emoji: z.string().optional(),
  status_expiration: z.number().optional(),
  image_72: z.string().optional(),
});
export type UserProfile = z.infer<typeof UserProfile>;

/** Slack's user object. */
export const User = z.looseObject({
  id: z.string(),
  team_id: z.string(),
  name: z.string(),
  deleted: z.boolean(),
  real_name: z.string(),
  tz: z.string(),
  profile: UserProfile,
  is_admin: z.boolean(),
  is_owner: z.boolean(),
  is_bot: z.boolean(),
  /** Seconds since 1970. */
  updated: z.number().int(),
});
export type User = z.infer<typeof User>;
