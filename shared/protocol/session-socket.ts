import { z } from 'zod';
import { SidebarChannel } from '../channel.ts';
import { Role } from '../user.ts';
import { WorkspaceSummary } from '../workspace.ts';
import { ProtocolError } from './sockets.ts';

/**
 * The socket to a person's session, open as long as the client is: `GET /sockets/session?ticket=…&protocol=1`. The
 * first frame is `boot` and has everything that the sidebar shows; after it, changes. Clients send nothing but pings.
 */
const Boot = z.object({
  type: z.literal('boot'),
  protocol: z.number().int(),
  workspace: WorkspaceSummary,
  self: z.object({ id: z.string(), role: Role }),
  channels: z.array(SidebarChannel),
});

/** The channel is now like this: joined, renamed, archived, read, or marked by a new message. */
const ChannelUpsert = z.object({ type: z.literal('channel'), channel: SidebarChannel });

/** The person is no longer in the channel. */
const ChannelGone = z.object({ type: z.literal('channel_gone'), channel: z.string() });

export const SessionServerFrame = z.discriminatedUnion('type', [Boot, ChannelUpsert, ChannelGone, ProtocolError]);
export type SessionServerFrame = z.infer<typeof SessionServerFrame>;
export type BootFrame = z.infer<typeof Boot>;
