import { Server, type Connection, type ConnectionContext } from 'partyserver';
import type { SidebarChannel } from '../../shared/channel.ts';
import { splitObjectName } from '../../shared/ids.ts';
import type { BootFrame, SessionServerFrame } from '../../shared/protocol/session-socket.ts';
import { closeCodes, pingText, pongText, protocolVersion } from '../../shared/protocol/sockets.ts';
import { channelOf } from '../channel/stub.ts';
import { readArrival } from '../storage/arrival.ts';
import { migrate } from '../storage/migrate.ts';
import { takeTicket } from '../storage/tickets.ts';
import { admitDevice, forgetViewing, isSignedOut, signOutDevices, viewingOf } from './devices.ts';
import { fetchIdentity } from './identity.ts';
import { sessionMigrations } from './migrations.ts';
import type { SessionRpc } from './session-rpc.ts';
import { channelsJson, setChannel } from './sidebar.ts';

/** Which device it is, once it has booted, and whether it has talked out of turn. */
type Attachment = { session: string; offended: boolean };
type DeviceSocket = Connection<Attachment>;

/**
 * One person in one workspace: what their sidebar shows, and their devices. Channels tell it how they look to this
 * person; it asks none of them, so that a device boots with one message whatever the number of channels.
 */
export class SessionObject extends Server<Env> implements SessionRpc {
  static override options = { hibernate: true };

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair(pingText, pongText));
    migrate(ctx.storage, sessionMigrations);
  }

  async putChannel(channel: SidebarChannel, seq: number) {
    if (setChannel(this.ctx.storage.sql, channel.id, seq, channel)) this.#push({ type: 'channel', channel });
  }

  async removeChannel(channelId: string, seq: number) {
    if (setChannel(this.ctx.storage.sql, channelId, seq, null))
      this.#push({ type: 'channel_gone', channel: channelId });
  }

  async admit({ session, channel }: { session: string; channel: string }) {
    return admitDevice(this.ctx.storage.sql, session, channel);
  }

  /** A channel that cannot be reached fails the call; it is asked again when the call is repeated. */
  async signOut(sessionIds: readonly string[]) {
    const { sql } = this.ctx.storage;
    signOutDevices(sql, sessionIds, Date.now());
    for (const socket of this.getConnections<Attachment>()) {
      if (socket.state && sessionIds.includes(socket.state.session)) socket.close(closeCodes.signedOut);
    }
    const { workspaceId } = splitObjectName(this.name);
    await Promise.all(
      viewingOf(sql, sessionIds).map(async (viewing) => {
        await channelOf(this.env, workspaceId, viewing.channel).evictSession(viewing.session);
        forgetViewing(sql, viewing);
      }),
    );
  }

  override async onConnect(socket: DeviceSocket, context: ConnectionContext) {
    const arrival = readArrival(context);
    if ('close' in arrival) return socket.close(arrival.close);
    const { sql } = this.ctx.storage;
    if (!takeTicket(sql, arrival.ticket, arrival.ticketExpires, Date.now())) return socket.close(closeCodes.badTicket);
    const { workspaceId, id } = splitObjectName(this.name);
    const identity = await fetchIdentity(this.env, workspaceId, id);
    if (isSignedOut(sql, arrival.session)) return socket.close(closeCodes.signedOut);
    const boot: Omit<BootFrame, 'channels'> = { type: 'boot', protocol: protocolVersion, ...identity };
    socket.send(`${JSON.stringify(boot).slice(0, -1)},"channels":${channelsJson(sql)}}`);
    socket.setState({ session: arrival.session, offended: false });
  }

  /** Clients have nothing to say here but pings, which the runtime answers. */
  override onMessage(socket: DeviceSocket) {
    send(socket, { type: 'error', error: 'malformed_frame' });
    if (!socket.state || socket.state.offended) socket.close(closeCodes.malformed);
    else socket.setState({ ...socket.state, offended: true });
  }

  /** To every device that has booted. */
  #push(frame: SessionServerFrame): void {
    const text = JSON.stringify(frame);
    for (const socket of this.getConnections<Attachment>()) if (socket.state) socket.send(text);
  }
}

function send(socket: DeviceSocket, frame: SessionServerFrame): void {
  socket.send(JSON.stringify(frame));
}
