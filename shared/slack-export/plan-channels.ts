import { z } from 'zod';
import { unsetText, type ChannelKind } from '../channel.ts';
import { ChannelId, UserId } from '../ids.ts';
import { Ts } from '../timestamps.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { PlannedChannel, PlannedPin } from './plan.ts';
import { quote, type Problem } from './problems.ts';

const text = z.string().catch('');
const flag = z.boolean().catch(false);
/** Old exports write times as strings. */
const seconds = z.coerce.number().int().nonnegative().catch(0);
const list = z.array(z.unknown()).catch([]);

const RawText = z.looseObject({ value: text, creator: text, last_set: seconds }).catch({ ...unsetText });

/** An entry of channels.json, groups.json, dms.json or mpims.json. */
const RawChannel = z.looseObject({
  id: ChannelId,
  name: text,
  created: seconds,
  creator: text,
  is_archived: flag,
  is_general: flag,
  members: list,
  previous_names: list,
  topic: RawText,
  purpose: RawText,
  pins: list,
});

/** A message's pin has its `ts` as its id; files were pinned once, too. */
const RawPin = z.looseObject({ id: Ts, type: z.literal('C'), user: text, created: seconds });

/** The conversations of one list file, each once; `known` gathers their ids over all list files. */
export function planChannels(
  where: string,
  kind: ChannelKind,
  entries: readonly unknown[],
  known: Set<string>,
  problems: Problem[],
): PlannedChannel[] {
  const channels: PlannedChannel[] = [];
  for (const [index, raw] of entries.entries()) {
    const parsed = RawChannel.safeParse(raw);
    if (!parsed.success || (parsed.data.name === '' && kind !== 'im')) {
      problems.push({ code: 'bad_channel', where, detail: `Entry ${index} is not a channel with an id and a name.` });
    } else if (known.has(parsed.data.id)) {
      const detail = `${quote(parsed.data.id)} is there twice; the more private one, or else the first, counts.`;
      problems.push({ code: 'duplicate_channel', where, detail });
    } else {
      known.add(parsed.data.id);
      channels.push(planChannel(where, kind, parsed.data, problems));
    }
  }
  return channels;
}

function planChannel(
  where: string,
  kind: ChannelKind,
  raw: z.infer<typeof RawChannel>,
  problems: Problem[],
): PlannedChannel {
  const { value: topic, creator: topicCreator, last_set: topicSet } = raw.topic;
  const { value: purpose, creator: purposeCreator, last_set: purposeSet } = raw.purpose;
  return {
    id: raw.id,
    name: raw.name,
    kind,
    isGeneral: raw.is_general && kind === 'public',
    isArchived: raw.is_archived,
    creator: raw.creator,
    created: raw.created,
    topic: { value: topic, creator: topicCreator, last_set: topicSet },
    purpose: { value: purpose, creator: purposeCreator, last_set: purposeSet },
    members: planMembers(where, raw, problems),
    previousNames: raw.previous_names.filter((name) => typeof name === 'string'),
    pins: planPins(where, raw, problems),
    isUnlisted: false,
    days: [],
  };
}

function planMembers(where: string, raw: z.infer<typeof RawChannel>, problems: Problem[]): string[] {
  const members = new Set<string>();
  for (const member of raw.members) {
    const id = UserId.safeParse(member);
    if (id.success) members.add(id.data);
    else
      problems.push({
        code: 'bad_user',
        where,
        detail: `A member of ${quote(raw.id)} has no id, but ${quote(member)}.`,
      });
  }
  return [...members];
}

function planPins(where: string, raw: z.infer<typeof RawChannel>, problems: Problem[]): PlannedPin[] {
  return raw.pins.flatMap((entry) => {
    const pin = RawPin.safeParse(entry);
    if (pin.success) return [{ ts: pin.data.id, user: pin.data.user, created: pin.data.created }];
    problems.push({ code: 'bad_pin', where, detail: `A pin of ${quote(raw.id)} is not of a message.` });
    return [];
  });
}

/** A channel of which the export has the messages and nothing else; see `isUnlisted`. The same folder, the same id. */
export function planUnlistedChannel(folder: string, known: ReadonlySet<string>): PlannedChannel {
  const isId = ChannelId.safeParse(folder).success && !known.has(folder);
  return {
    id: isId ? folder : `CX${fingerprintOf(folder).toUpperCase()}`,
    name: folder,
    kind: 'private',
    isGeneral: false,
    isArchived: false,
    creator: '',
    created: 0,
    topic: unsetText,
    purpose: unsetText,
    members: [],
    previousNames: [],
    pins: [],
    isUnlisted: true,
    days: [],
  };
}
