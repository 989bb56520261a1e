import { z } from 'zod';
import { ChannelKind, ChannelText } from '../channel.ts';
import { Role, UserProfile } from '../user.ts';
import type { Problem } from './problems.ts';
import { ZipEntry } from './zip.ts';

/** A person (or app's bot) of the export, in our own terms. */
export const PlannedUser = z.object({
  id: z.string(),
  name: z.string(),
  /** Lower-case; null where the export has none, as for bots and in exports without addresses. */
  email: z.string().nullable(),
  realName: z.string(),
  deleted: z.boolean(),
  isBot: z.boolean(),
  /** The role over there. Whether it is granted here is the importer's decision. */
  role: Role,
  isGuest: z.boolean(),
  tz: z.string(),
  profile: UserProfile,
});
export type PlannedUser = z.infer<typeof PlannedUser>;

/** `created`: seconds since 1970. */
const PlannedPin = z.object({ ts: z.string(), user: z.string(), created: z.number() });
export type PlannedPin = z.infer<typeof PlannedPin>;

/** One day's messages of one channel: where they are in the archive. */
export const DayFile = z.object({
  /** `YYYY-MM-DD`, in the time zone of whoever exported. */
  date: z.string(),
  entry: ZipEntry,
});
export type DayFile = z.infer<typeof DayFile>;

export const PlannedChannel = z.object({
  id: z.string(),
  /** Empty for a direct message. */
  name: z.string(),
  kind: ChannelKind,
  isGeneral: z.boolean(),
  isArchived: z.boolean(),
  creator: z.string(),
  /** Seconds since 1970; 0 where the export does not say. */
  created: z.number(),
  topic: ChannelText,
  purpose: ChannelText,
  /** Empty for an archived channel of the old format. */
  members: z.array(z.string()),
  previousNames: z.array(z.string()),
  pins: z.array(PlannedPin),
  /**
   * Whether the channel is known by its folder alone. It may have been a private one, so it is planned as private and
   * without members: the importing administrator becomes its only member and can let others in.
   */
  isUnlisted: z.boolean(),
  /** In the order of their dates, which is the order to read them in: a thread's root comes before its replies. */
  days: z.array(DayFile),
});
export type PlannedChannel = z.infer<typeof PlannedChannel>;

/** Everything an export holds except its messages, and where those are. Plain data: it can be stored and resumed from. */
export interface ExportPlan {
  users: PlannedUser[];
  channels: PlannedChannel[];
  problems: Problem[];
}
