import { z } from 'zod';
import { AppError } from '../../../../shared/errors.ts';
import type { UserProfile } from '../../../../shared/user.ts';
import { cleanName } from '../../../../shared/names.ts';
import { splitName } from '../../../slack-objects/profile.ts';

const line = (most: number) =>
  z
    .string('invalid_profile')
    // A lone surrogate cannot be written as UTF-8.
    .transform((text) => cleanName(text.toWellFormed()))
    .refine((text) => text.length <= most, 'too_long');
const pattern = (regex: RegExp) => z.string('invalid_profile').regex(regex, 'invalid_profile');

/** What people may change of a profile. The status is as long as Slack's, names are as long as when signing up. */
const fields = z.object({
  real_name: line(80).refine((name) => name !== '', 'invalid_profile'),
  first_name: line(80),
  last_name: line(80),
  display_name: line(80),
  title: line(255),
  phone: line(80),
  pronouns: line(80),
  start_date: pattern(/^(\d{4}-\d\d-\d\d)?$/),
  status_text: line(100),
  status_emoji: pattern(/^(:[^\s:]{1,100}(::skin-tone-[2-6])?:)?$/),
  // As text when it comes as the one `value`.
  status_expiration: z.coerce.number('invalid_profile').int('invalid_profile').min(0, 'invalid_profile'),
});

/** Whatever else a profile has is not for people to change: the address, for one, is how they sign in. */
export const ProfileChanges = z.strictObject(fields.partial().shape, {
  error: ({ code }) => (code === 'unrecognized_keys' ? 'reserved_name' : 'invalid_profile'),
});
export type ProfileChanges = z.infer<typeof ProfileChanges>;
type StoredChanges = Omit<ProfileChanges, 'first_name' | 'last_name'>;

export const changeableFields = Object.keys(fields.shape);

/** The fields as they are to be stored. Refuses with `invalid_profile` when no name would be left. */
export function storedChanges(current: UserProfile, changes: ProfileChanges): StoredChanges {
  const { first_name: _first, last_name: _last, ...stored } = changes;
  return { ...stored, ...nameChange(current, changes), ...statusChange(current, changes) };
}

/** First and last name are two views of the one that is stored. */
function nameChange(current: UserProfile, changes: ProfileChanges): StoredChanges {
  if (changes.first_name === undefined && changes.last_name === undefined) return {};
  const { first_name, last_name } = { ...splitName(changes.real_name ?? current.real_name), ...changes };
  const name = `${first_name} ${last_name}`.trim();
  if (name === '') throw new AppError('invalid_profile');
  if (name.length > 80) throw new AppError('too_long');
  return { real_name: name };
}

/** As in Slack: a status without an emoji gets one, and one that is cleared does not expire any more. */
function statusChange(current: UserProfile, changes: ProfileChanges): StoredChanges {
  if (changes.status_text === undefined && changes.status_emoji === undefined) return {};
  const text = changes.status_text ?? current.status_text ?? '';
  const emoji = changes.status_emoji ?? current.status_emoji ?? '';
  if (text === '' && emoji === '') return { status_expiration: 0 };
  return emoji === '' ? { status_emoji: ':speech_balloon:' } : {};
}
