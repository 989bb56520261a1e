import { z } from 'zod';
import { AppError, unwrap } from '../../../shared/errors.ts';
import { slackbotId } from '../../../shared/ids.ts';
import { maxReminderLength, Weekday } from '../../../shared/reminder.ts';
import { defineMethod, type MethodContext } from '../method.ts';
import { ownSession } from '../own-session.ts';
import { accessUser } from '../users/access-user.ts';
import { parseTime } from './parse-time.ts';
import { writeScopes } from './reminder-arguments.ts';
import { withRecurrence } from './with-recurrence.ts';

/** How far ahead one can be. Milliseconds; Slack's five years. */
const farthest = 5 * 366 * 86_400_000;

/** https://docs.slack.dev/reference/methods/reminders.add */
export const method = defineMethod({
  name: 'reminders.add',
  summary: 'Reminds the caller of something, once or again and again.',
  scopes: writeScopes,
  tier: 2,
  input: z.object({
    text: z.string().trim().min(1).max(maxReminderLength, 'too_long').describe('What to be reminded of.'),
    time: z
      .union([z.int().min(0), z.string()])
      .describe(
        'When: seconds since 1970, at most five years ahead; up to 86,400, seconds from now; or English words in the ' +
          "caller's time zone, such as `in 15 minutes`, `tomorrow at 9` or `every weekday at 8:30`.",
      ),
    recurrence: z
      .object({
        frequency: z.enum(['daily', 'weekly', 'monthly', 'yearly']),
        weekdays: z.array(Weekday).min(1).optional(),
      })
      .optional()
      .describe('How it comes again, beginning with `time`: `frequency`, and for `weekly` the `weekdays`.'),
    user: z.string().optional().describe('Id of the caller; reminders for others are not set any more.'),
  }),
  errors: [
    'cannot_parse',
    'time_in_past',
    'time_too_far',
    'too_long',
    'too_many_reminders',
    'user_not_found',
    'cannot_add_slackbot',
    'cannot_add_others',
  ],
  handler: async ({ input, caller, db, env, now }) => {
    await requireSelf({ db, caller }, input.user);
    const { tz } = await accessUser(db, caller.workspaceId, caller.userId);
    const when = parseTime(String(input.time), tz, now);
    if (!when) throw new AppError('cannot_parse');
    if (when.at <= now) throw new AppError('time_in_past');
    if (when.at > now + farthest) throw new AppError('time_too_far');
    const plan = input.recurrence ? withRecurrence(when.at, input.recurrence, tz) : when;
    const session = ownSession({ env, caller });
    const { reminder } = unwrap(await session.addReminder({ text: input.text, ...plan }, tz));
    return { reminder };
  },
});

async function requireSelf({ db, caller }: Pick<MethodContext, 'db' | 'caller'>, user = caller.userId) {
  if (user === caller.userId) return;
  if (user === slackbotId) throw new AppError('cannot_add_slackbot');
  await accessUser(db, caller.workspaceId, user);
  throw new AppError('cannot_add_others');
}
