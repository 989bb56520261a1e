import { Email } from '../../shared/protocol/auth.ts';
import type { PlannedChannel, PlannedUser } from '../../shared/slack-export/plan.ts';
import type { NamedProblem } from './problems.ts';

/** Most that is taken of what Slack bounds too, so that no row grows past the 2 MB that a database takes. In characters. */
const maxHandle = 80;
const maxRealName = 200;
const maxProfile = 50_000;
const maxChannelText = 4_000;
const maxMembers = 60_000;
const maxPins = 10_000;
const maxPreviousNames = 100;

/**
 * The people as they can be kept. An address is one person's: where two accounts of the export have the same, it stays
 * with the one that is in use.
 */
export function fitUsers(planned: readonly PlannedUser[], problems: NamedProblem[]): PlannedUser[] {
  const owners = new Map<string, string>();
  for (const { id, email, isBot } of planned.toSorted((a, b) => Number(a.deleted) - Number(b.deleted))) {
    if (email !== null && !isBot && !owners.has(email)) owners.set(email, id);
  }
  const where = 'users.json';
  return planned.map((user) => {
    const fitted = fitUser(user, problems);
    if (user.email === null || user.isBot) return { ...fitted, email: null };
    if (!Email.safeParse(user.email).success) {
      problems.push({
        code: 'bad_email',
        where,
        detail: `The address of ${nameOf(user)} is none; they cannot sign in.`,
      });
      return { ...fitted, email: null };
    }
    if (owners.get(user.email) === user.id) return fitted;
    const detail = `Another account has the address of ${nameOf(user)}; they cannot sign in with it.`;
    problems.push({ code: 'email_taken', where, detail });
    return { ...fitted, email: null };
  });
}

function fitUser(user: PlannedUser, problems: NamedProblem[]): PlannedUser {
  const { name, realName, profile } = user;
  const isLarge = JSON.stringify(profile).length > maxProfile;
  if (isLarge) {
    const detail = `The profile of ${nameOf(user)} is very large; only their names were kept.`;
    problems.push({ code: 'cut_short', where: 'users.json', detail });
  }
  return {
    ...user,
    name: name.slice(0, maxHandle),
    realName: realName.slice(0, maxRealName),
    profile: isLarge
      ? {
          real_name: profile.real_name.slice(0, maxRealName),
          display_name: profile.display_name.slice(0, maxRealName),
        }
      : profile,
  };
}

function nameOf({ id, name }: PlannedUser): string {
  return `${name.slice(0, maxHandle)} (${id})`;
}

/** The channel without its days, as it can be kept. */
export function fitChannel(channel: PlannedChannel, problems: NamedProblem[]): PlannedChannel {
  const { name, topic, purpose, members, pins, previousNames } = channel;
  const fitted = {
    ...channel,
    topic: { ...topic, value: topic.value.slice(0, maxChannelText) },
    purpose: { ...purpose, value: purpose.value.slice(0, maxChannelText) },
    members: members.slice(0, maxMembers),
    pins: pins.slice(0, maxPins),
    previousNames: previousNames.slice(0, maxPreviousNames).map((past) => past.slice(0, maxHandle)),
    days: [],
  };
  const isCut =
    fitted.topic.value !== topic.value ||
    fitted.purpose.value !== purpose.value ||
    members.length > maxMembers ||
    pins.length > maxPins ||
    previousNames.length > maxPreviousNames;
  if (isCut) {
    const detail = 'Its topic, purpose, members, pins or former names are very many or long, and were cut short.';
    problems.push({ code: 'cut_short', where: name, detail });
  }
  return fitted;
}
