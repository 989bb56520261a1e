import { Server, type ConnectionContext, type WSMessage } from 'partyserver';
import { splitObjectName } from '../../shared/ids.ts';
import type { SessionServerFrame } from '../../shared/protocol/session-socket.ts';
import { closeCodes, pingText, pongText } from '../../shared/protocol/sockets.ts';
import { AlarmClock } from '../storage/alarm-clock.ts';
import { readArrival } from '../storage/arrival.ts';
import { frameRate } from '../storage/frame-rate.ts';
import { Limiter } from '../storage/limiter.ts';
import { migrate } from '../storage/migrate.ts';
import { takeTicket } from '../storage/tickets.ts';
import { bootJson } from './boot.ts';
import { isSignedOut } from './devices.ts';
import { Duties } from './duties.ts';
import { readFrame, takeFrame } from './frames.ts';
import { fetchIdentity } from './identity.ts';
import { sessionMigrations } from './migrations.ts';
import { deviceCame, deviceLeft } from './note-presence.ts';
import { RecentFrames } from './recent-frames.ts';
import type { Attachment, DeviceSocket, Person } from './person.ts';
import { PresenceMemory } from './presence-memory.ts';
import { ownPresenceOf } from './presence.ts';
import { sendText, sendTo } from './send-to.ts';
import { tellWatcher } from './watchers.ts';
import { noteZone } from './zone.ts';

/** How long after the alarm it rings again, at the earliest. Milliseconds. */
const pause = 1_000;

type Outbound = { frame: SessionServerFrame; from: DeviceSocket | null };

/**
 * What carries a person's session: its storage, the sockets of their devices, its alarm, and the synchronous stretch
 * (`change`) in which everything is done, after which what it pushed leaves for the devices. What can be asked of a session
 * is in `session.ts`.
 */
export abstract class SessionBase extends Server<Env> {
  static override options = { hibernate: true };

  protected readonly person: Person;
  protected readonly duties: Duties;
  protected readonly recent = new RecentFrames();
  protected readonly frameLimiter = new Limiter(frameRate);
  readonly #alarmClock: AlarmClock;
  /** What the stretch under way has pushed; null outside one. */
  #outbound: Outbound[] | null = null;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair(pingText, pongText));
    migrate(ctx.storage, sessionMigrations);
    this.#alarmClock = new AlarmClock(ctx.storage);
    const { workspaceId, id: userId } = splitObjectName(this.name);
    this.person = {
      env,
      workspaceId,
      userId,
      sql: ctx.storage.sql,
      now: () => Date.now(),
      change: (work) => this.change(work),
      push: (frame, from = null) => this.#push({ frame, from }),
      sockets: () => [...this.getConnections<Attachment>()].filter((socket) => socket.state !== null),
      isActive: () => ownPresenceOf(this.person).presence === 'active',
      ringBy: (time) => this.#alarmClock.ringBy(time),
      heardAt: (socket) =>
        Math.max(socket.state?.heardAt ?? 0, ctx.getWebSocketAutoResponseTimestamp(socket)?.getTime() ?? 0),
      presence: new PresenceMemory((watcher) => tellWatcher(this.person, watcher)),
    };
    this.duties = new Duties(this.person);
    // The clock does not know for when the alarm is set, and must not put it off.
    this.#ringForNext(0);
  }

  override async onAlarm() {
    this.#alarmClock.rang();
    await this.duties.runAll();
    this.#ringForNext(Date.now() + pause);
  }

  // Sockets

  override async onConnect(socket: DeviceSocket, context: ConnectionContext) {
    const arrival = readArrival(context);
    if ('close' in arrival) return socket.close(arrival.close);
    const { sql, workspaceId, userId } = this.person;
    if (!takeTicket(sql, arrival.ticket, arrival.ticketExpires, Date.now())) return socket.close(closeCodes.badTicket);
    const { identity, zone } = await fetchIdentity(this.env, workspaceId, userId);
    if (isSignedOut(sql, arrival.session)) return socket.close(closeCodes.signedOut);
    this.change(() => noteZone(this.person, zone));
    const { session } = arrival;
    socket.setState({ session, offended: false, heardAt: Date.now(), isActive: true, watching: [], watchedAt: 0 });
    sendText(socket, bootJson(this.person, identity));
    this.change(() => deviceCame(this.person, socket));
  }

  /** The first frame that is not of the protocol, or too much, is answered, the second closes. */
  override onMessage(socket: DeviceSocket, message: WSMessage) {
    // Before it has booted, a device has nothing to talk about.
    const read = socket.state
      ? readFrame(message, this.frameLimiter.take(socket.id, Date.now()))
      : { error: 'malformed_frame' as const };
    if (socket.state && 'frame' in read) {
      const device = { session: socket.state.session, socket };
      return this.change(() => takeFrame(this.person, device, read.frame));
    }
    if ('error' in read) sendTo(socket, { type: 'error', error: read.error });
    if (!socket.state || socket.state.offended) this.dismiss(socket, closeCodes.malformed);
    else socket.setState({ ...socket.state, offended: true });
  }

  override onClose(socket: DeviceSocket) {
    if (socket.state) this.change(() => deviceLeft(this.person, socket));
  }

  /** Closes a socket for good: a client may go on sending after its close frame, and is not heard. */
  protected dismiss(socket: DeviceSocket, code: number): void {
    this.onClose(socket);
    socket.setState(null);
    socket.close(code);
  }

  override onError(socket: DeviceSocket) {
    this.onClose(socket);
  }

  // How everything is done

  protected change<T>(work: () => T): T {
    if (this.#outbound) return work();
    const outbound: Outbound[] = [];
    this.#outbound = outbound;
    let answer: T;
    try {
      answer = this.ctx.storage.transactionSync(work);
    } catch (error) {
      // An alarm that the stretch set went with what it wrote, and the clock is not to believe that it is set.
      this.#alarmClock.rang();
      this.#ringForNext(0);
      throw error;
    } finally {
      this.#outbound = null;
    }
    for (const out of outbound) this.#push(out);
    return answer;
  }

  #push(out: Outbound): void {
    if (this.#outbound) {
      this.#outbound.push(out);
      return;
    }
    const { frame, from } = out;
    this.recent.add(frame, Date.now());
    const text = JSON.stringify(frame);
    for (const socket of this.person.sockets()) if (socket.id !== from?.id) sendText(socket, text);
  }

  #ringForNext(earliest: number): void {
    const next = this.duties.next();
    if (next !== null) this.#alarmClock.ringBy(Math.max(next, earliest));
  }
}
