import type { ChannelKind } from '../../shared/channel.ts';
import type { RawUser } from './generate-people.ts';
import type { Random } from './random.ts';

export interface GeneratedChannel {
  id: string;
  name: string;
  kind: ChannelKind;
  isArchived: boolean;
  members: string[];
}

const words = ['release', 'design', 'lunch', 'incidents', 'hiring', 'résumés', 'リリース', 'books', 'garden', 'radio'];

/**
 * `count` conversations: #general; then, turn by turn, public channels, private ones, group and direct messages. One of the
 * public channels is archived, as is one of the private ones.
 */
export function generateChannels(random: Random, count: number, users: readonly RawUser[]): GeneratedChannel[] {
  const kinds: ChannelKind[] = ['public', 'private', 'im', 'public', 'mpim', 'private'];
  const everybody = users.map(({ id }) => id);
  return Array.from({ length: count }, (_, index) => {
    const kind = index === 0 ? 'public' : (kinds[(index - 1) % kinds.length] ?? 'public');
    const digits = String(index).padStart(5, '0');
    if (kind === 'im') return direct(random, `D0GEN${digits}`, everybody);
    if (kind === 'mpim') return group(random, `G0GEN${digits}`, index, users);
    return {
      id: `C0GEN${digits}`,
      name: index === 0 ? 'general' : `${random.pick(words)}-${index}`,
      kind,
      isArchived: index === 4 || index === 6,
      members: index === 0 ? everybody : random.some(everybody, Math.ceil(everybody.length / 2)),
    };
  });
}

function direct(random: Random, id: string, everybody: readonly string[]): GeneratedChannel {
  return { id, name: '', kind: 'im', isArchived: false, members: random.some(everybody, 2) };
}

function group(random: Random, id: string, index: number, users: readonly RawUser[]): GeneratedChannel {
  const members = random.some(users, 4);
  const name = `mpdm-${members.map((user) => user.name).join('--')}-${index}`;
  return { id, name, kind: 'mpim', isArchived: false, members: members.map((user) => user.id) };
}

/** The channel as its list file has it. */
export function listEntryOf(channel: GeneratedChannel, pins: readonly { ts: string; user: string }[]): object {
  const { id, name, kind, isArchived, members } = channel;
  const created = 1_690_000_000;
  const pinEntries = pins.map(({ ts, user }) => ({ id: ts, type: 'C', created, user, owner: user }));
  const pinned = pins.length > 0 ? { pins: pinEntries } : {};
  if (kind === 'im') return { id, created, members, ...pinned };
  const creator = members[0] ?? '';
  return {
    id,
    name,
    created,
    creator,
    is_archived: isArchived,
    ...(kind === 'public' ? { is_general: name === 'general' } : {}),
    members,
    ...pinned,
    topic: { value: `All about ${name}`, creator, last_set: created },
    purpose: { value: '', creator: '', last_set: 0 },
  };
}

export const listFileOf = {
  public: 'channels.json',
  private: 'groups.json',
  im: 'dms.json',
  mpim: 'mpims.json',
} as const satisfies Record<ChannelKind, string>;

export function folderOf({ kind, id, name }: GeneratedChannel): string {
  return kind === 'im' ? id : name;
}
