import type { ChannelKind, ChannelText } from '../channel.ts';
import type { Role, UserProfile } from '../user.ts';
import type { Problem } from './problems.ts';
import type { ZipEntry } from './zip.ts';

/** A person (or app's bot) of the export, in our own terms. */
export interface PlannedUser {
  id: string;
  name: string;
  /** Lower-case; null where the export has none, as for bots and in exports without addresses. */
  email: string | null;
  realName: string;
  deleted: boolean;
  isBot: boolean;
  /** The role over there. Whether it is granted here is the importer's decision. */
  role: Role;
  isGuest: boolean;
  tz: string;
  profile: UserProfile;
}

export interface PlannedPin {
  ts: string;
  user: string;
  /** Seconds since 1970. */
  created: number;
}

/** One day's messages of one channel: where they are in the archive. */
export interface DayFile {
  /** `YYYY-MM-DD`, in the time zone of whoever exported. */
  date: string;
  entry: ZipEntry;
}

export interface PlannedChannel {
  id: string;
  /** Empty for a direct message. */
  name: string;
  kind: ChannelKind;
  isGeneral: boolean;
  isArchived: boolean;
  creator: string;
  /** Seconds since 1970; 0 where the export does not say. */
  created: number;
  topic: ChannelText;
  purpose: ChannelText;
  /** Empty for an archived channel of the old format. */
  members: string[];
  previousNames: string[];
  pins: PlannedPin[];
  /**
   * Whether the channel is known by its folder alone. It may have been a private one, so it is planned as private and
   * without members: the importing administrator becomes its only member and can let others in.
   */
  isUnlisted: boolean;
  /** In the order of their dates, which is the order to read them in: a thread's root comes before its replies. */
  days: DayFile[];
}

/** Everything an export holds except its messages, and where those are. Plain data: it can be stored and resumed from. */
export interface ExportPlan {
  users: PlannedUser[];
  channels: PlannedChannel[];
  problems: Problem[];
}
