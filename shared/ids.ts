import { z } from 'zod';

/**
 * Ids look like Slack's: one letter that says the kind, then upper-case letters and digits. Ids of imported things are
 * kept, so the length is a range. Ids are unique within a workspace; only a workspace's own id is unique everywhere.
 */
const idPattern = (letters: string) => new RegExp(`^[${letters}][A-Z0-9]{2,20}$`);

export const WorkspaceId = z.string().regex(idPattern('T'));
export const UserId = z.string().regex(idPattern('UW'));
/** C: channel, G: group DM or (imported) private channel, D: direct message. */
export const ChannelId = z.string().regex(idPattern('CGD'));

/** Slack's own voice, which no list names and nobody is: it speaks for deleted messages. */
export const slackbotId = 'USLACKBOT';

/**
 * What ids are made for here: workspaces, people, channels, direct messages, group messages, imports, user groups,
 * bookmarks, reminders, scheduled messages, sections of a sidebar.
 */
export type IdKind = 'T' | 'U' | 'C' | 'D' | 'G' | 'I' | 'S' | 'Bk' | 'Rm' | 'Q' | 'L';

/** Crockford's base 32, in which no two signs look alike. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A new random id: the kind's letters and ten signs, 50 random bits. */
export function newId(kind: IdKind): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  let id: string = kind;
  for (const byte of bytes) id += alphabet[byte & 31];
  return id;
}

/** The name of the object that is the authority for one channel; carries the tenant. */
export function channelObjectName(workspaceId: string, channelId: string): string {
  return `${workspaceId}:${channelId}`;
}

/** The name of an object that holds sockets of a channel beside the channel's own; numbers begin at one. */
export function relayObjectName(workspaceId: string, channelId: string, number: number): string {
  return `${channelObjectName(workspaceId, channelId)}:${number}`;
}

/** What a relay's name says. */
export function splitRelayName(name: string): { workspaceId: string; channelId: string; number: number } {
  const { workspaceId, id } = splitObjectName(name);
  const [channelId = '', number = ''] = id.split(':');
  return { workspaceId, channelId, number: Number(number) };
}

/** The name of the object that holds one person's sidebar and devices; carries the tenant. */
export function sessionObjectName(workspaceId: string, userId: string): string {
  return `${workspaceId}:${userId}`;
}

/** The two ids in an object's name. Names are only ever made by the functions above. */
export function splitObjectName(name: string): { workspaceId: string; id: string } {
  const colon = name.indexOf(':');
  return { workspaceId: name.slice(0, colon), id: name.slice(colon + 1) };
}
