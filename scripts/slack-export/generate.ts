import { folderOf, generateChannels, listEntryOf, listFileOf, type GeneratedChannel } from './generate-channels.ts';
import { addFaultyMessages } from './generate-faults.ts';
import { dateOfDay, emptyTruth, generateHistory, record, tsInDay, type History } from './generate-history.ts';
import { generateUsers } from './generate-people.ts';
import { Random } from './random.ts';
import type { Truth } from './truth.ts';
import { writeZip, type ZipFile } from './write-zip.ts';

interface ExportSize {
  seed: number;
  /** At least 5. */
  users: number;
  /** Conversations of all kinds; at least 7 for one of each kind. */
  channels: number;
  days: number;
  /** In each conversation. */
  messagesPerDay: number;
}

/**
 * An export in today's format, with everything in it that an importer has to get right, faults too, and what must come
 * out of it. The same arguments give the same bytes.
 */
export function generateExport(size: ExportSize): { zip: Uint8Array<ArrayBuffer>; files: ZipFile[]; truth: Truth } {
  const random = new Random(size.seed);
  const users = generateUsers(random, size.users);
  const usersById = new Map(users.map((user) => [user.id, user]));
  const channels = generateChannels(random, size.channels, users);
  const histories = channels.map((channel) => ({
    channel,
    history: generateHistory(random, channel, usersById, size.days, size.messagesPerDay),
  }));
  const truth: Truth = {
    users: users.map(({ id, profile, deleted, is_bot: isBot }) => ({
      id,
      deleted,
      isBot,
      email: profile.email?.toLowerCase() ?? null,
    })),
    channels: histories.map(({ history }) => history.truth),
    unknownUsers: [],
    problems: [],
  };
  const files = [
    json('users.json', users),
    ...listFiles(histories, truth),
    json('integration_logs.json', []),
    ...histories.flatMap(({ channel, history }, index) => dayFiles(channel, history, index === 0, truth)),
    ...looseEnds(size.days, truth),
  ];
  truth.problems.push({ code: 'file_not_imported', where: 'integration_logs.json' });
  for (const channel of truth.channels) channel.messages.sort();
  return { zip: writeZip(files), files, truth };
}

function listFiles(histories: readonly { channel: GeneratedChannel; history: History }[], truth: Truth): ZipFile[] {
  const quiet: GeneratedChannel = { id: 'C0GENQUIET', name: 'quiet', kind: 'public', isArchived: false, members: [] };
  truth.channels.push(emptyTruth(quiet));
  truth.problems.push({ code: 'channel_without_messages', where: 'quiet' });
  return Object.entries(listFileOf).map(([kind, file]) => {
    const entries = histories
      .filter(({ channel }) => channel.kind === kind)
      .map(({ channel, history }) => listEntryOf(channel, history.pins));
    return json(file, kind === 'public' ? [...entries, listEntryOf(quiet, [])] : entries);
  });
}

function dayFiles(channel: GeneratedChannel, history: History, withFaults: boolean, truth: Truth): ZipFile[] {
  const folder = folderOf(channel);
  return [...history.days].map(([date, messages]) => {
    const isFaulty = withFaults && date === dateOfDay(0);
    const entries = isFaulty ? addFaultyMessages(history, folder, channel.members[0] ?? '', truth) : messages;
    return json(`${folder}/${date}.json`, entries);
  });
}

/** A day that is not JSON, and a folder that no list names. */
function looseEnds(days: number, truth: Truth): ZipFile[] {
  const broken = `general/${dateOfDay(days)}.json`;
  truth.problems.push({ code: 'broken_json', where: broken });

  const message = { type: 'message', user: 'U0GEN00000', text: 'still here', ts: tsInDay(0, 0.5, 1) };
  const folder = 'C0GENLOST';
  const forgotten: GeneratedChannel = { id: folder, name: folder, kind: 'private', isArchived: false, members: [] };
  const lost = { ...emptyTruth(forgotten), isUnlisted: true };
  record(lost, 'text', message);
  truth.channels.push(lost);
  truth.problems.push({ code: 'unlisted_channel', where: folder });
  return [
    { name: broken, data: '[{"type":"message","text":"cut o' },
    json(`${folder}/${dateOfDay(0)}.json`, [message]),
  ];
}

function json(name: string, value: unknown): ZipFile {
  return { name, data: JSON.stringify(value, null, 4) };
}
