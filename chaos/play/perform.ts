import { ApiError, QueueFullError, type ChannelHandle } from '../../client/index.ts';
import type { Message } from '../../shared/message.ts';
import type { Ledger, Outcome } from '../record/ledger.ts';
import type { Cast, Place } from '../stage/cast.ts';
import type { Player } from '../stage/player.ts';
import type { Step } from './plan.ts';

/** Does what a plan says, as far as it can be done where things stand, and notes it. */
export class Performance {
  readonly #cast: Cast;
  readonly #ledger: Ledger;
  /** Of each channel, the last change of who is in it: one at a time, so that it is known who is. */
  readonly #doors = new Map<string, Promise<unknown>>();

  constructor(cast: Cast, ledger: Ledger) {
    this.#cast = cast;
    this.#ledger = ledger;
  }

  do(step: Step): void {
    const { players, places } = this.#cast;
    const player = players[step.who % players.length];
    const place = places[step.where % places.length];
    if (!player || !place) return;
    if (step.act === 'reload') return player.reload();
    if (step.act === 'invite' || step.act === 'kick' || step.act === 'joinOrLeave') {
      return this.#passDoor(step, player, place);
    }
    if (step.act === 'hide') return player.leaveChannel(place.id);
    const channel = player.handle(place.id);
    if (step.act === 'show') return;
    this.#inChannel(step, player, channel);
  }

  #inChannel({ act, pick }: Step, player: Player, channel: ChannelHandle): void {
    const state = channel.store.get();
    const messages = state.messages.toArray();
    const some = messages[messages.length - 1 - (pick % Math.min(12, messages.length || 1))];
    const own = messages.filter(({ user, client_msg_id: id }) => user === player.id && id !== undefined).slice(-8);
    const mine = own[pick % Math.max(1, own.length)];
    const root = some?.thread_ts ?? some?.ts;
    const name = pick % 2 === 0 ? 'wave' : 'tada';
    switch (act) {
      case 'send':
        return this.#send(player, channel, pick, {});
      case 'reply':
        return root === undefined ? undefined : this.#send(player, channel, pick, { threadTs: root });
      case 'broadcast':
        return root === undefined ? undefined : this.#send(player, channel, pick, { threadTs: root, broadcast: true });
      case 'call':
        return this.#track(player, this.#call(player, channel.id, pick));
      case 'edit':
        return mine && this.#edit(player, channel, mine, pick);
      case 'remove':
        return mine && this.#remove(player, channel, mine);
      case 'react':
      case 'unreact':
        return some && this.#react(player, channel, some, name, act === 'react');
      case 'pin':
        return some && this.#track(player, channel.pin(some.ts));
      case 'unpin':
        return some && this.#track(player, channel.unpin(some.ts));
      case 'read':
        return channel.markAllRead();
      case 'unread':
        return some && channel.markUnread(some.ts);
      case 'readThread':
        return root === undefined ? undefined : channel.markThreadRead(root, some?.latest_reply ?? root);
      case 'openThread':
        return root === undefined ? undefined : this.#track(player, channel.openThread(root));
      case 'closeThread':
        return [...state.threads.keys()].slice(0, 1).forEach((open) => channel.closeThread(open));
      case 'follow':
      case 'unfollow':
        return root === undefined ? undefined : this.#track(player, channel.followThread(root, act === 'follow'));
      case 'older':
        return this.#track(player, channel.loadOlder());
      case 'jump':
        return messages[0] && this.#track(player, channel.jumpTo(messages[0].ts));
      case 'latest':
        return channel.jumpToLatest();
      case 'topic':
        return this.#track(player, player.workspace.setTopic(channel.id, `topic ${pick}`));
      case 'draft':
        return player.workspace.drafts.set(channel.id, null, pick % 3 === 0 ? '' : `draft ${pick}`);
      case 'typing':
        return channel.typing();
      default:
        return undefined;
    }
  }

  #send(
    player: Player,
    channel: ChannelHandle,
    pick: number,
    options: { threadTs?: string; broadcast?: boolean },
  ): void {
    const text = this.#text(channel.id, pick);
    try {
      const id = channel.send(text, options);
      const { threadTs = null } = options;
      this.#ledger.send({ id, user: player.id, channel: channel.id, text, threadTs, way: 'queue' });
    } catch (error) {
      if (!(error instanceof QueueFullError)) throw error;
    }
  }

  /** By the API, again and again under the same id until there is an answer: as a program does it. */
  async #call(player: Player, channel: string, pick: number): Promise<void> {
    const text = this.#text(channel, pick);
    const sent = this.#ledger.send({
      id: `call-${pick}-${this.#ledger.sent.size}`,
      user: player.id,
      channel,
      text,
      threadTs: null,
      way: 'call',
    });
    for (let attempt = 0; attempt < 20; attempt += 1) {
      const answer = await player
        .call('chat.postMessage', { channel, text, client_msg_id: sent.id })
        .catch(() => undefined);
      if (answer?.['ok'] === true) {
        sent.outcome = 'done';
        this.#ledger.note(`call answered`, { channel, about: sent.id });
        return;
      }
      if (answer !== undefined && answer['error'] !== 'ratelimited') {
        sent.outcome = 'refused';
        sent.error = String(answer['error']);
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    sent.outcome = 'unknown';
  }

  #edit(player: Player, channel: ChannelHandle, message: Message, pick: number): void {
    const edit = { text: this.#text(channel.id, pick), outcome: 'open' as Outcome };
    this.#ledger.sent.get(message.client_msg_id ?? '')?.edits.push(edit);
    this.#follow(player, channel, message, channel.edit(message.ts, edit.text), `changes it to ${edit.text}`, edit);
  }

  #remove(player: Player, channel: ChannelHandle, message: Message): void {
    const deletion = { outcome: 'open' as Outcome };
    this.#ledger.sent.get(message.client_msg_id ?? '')?.deletions.push(deletion);
    this.#follow(player, channel, message, channel.remove(message.ts), 'deletes it', deletion);
  }

  #react(player: Player, channel: ChannelHandle, message: Message, name: string, isOn: boolean): void {
    const { ts } = message;
    const change = { isOn, outcome: 'open' as Outcome };
    this.#ledger.reaction(channel.id, ts, player.id, name).changes.push(change);
    const done = isOn ? channel.react(ts, name) : channel.unreact(ts, name);
    this.#follow(player, channel, message, done, `${isOn ? 'reacts with' : 'takes back'} ${name}`, change);
  }

  /** Who is in a channel: the owner lets people into private ones and puts them out; everybody comes and goes elsewhere. */
  #passDoor({ act, pick }: Step, player: Player, { id, kind }: Place): void {
    const { owner, players } = this.#cast;
    const whom = players[pick % players.length] ?? player;
    if (kind === 'direct' || player === owner || whom === owner) return;
    const isPrivate = kind === 'private';
    if (act === 'joinOrLeave') {
      if (isPrivate) return;
      const isIn = player.workspace.session.get().channels.has(id);
      const pass = () => (isIn ? player.workspace.leave(id) : player.workspace.join(id));
      return this.#turn(id, player, `${player.id} ${isIn ? 'leaves' : 'joins'}`, pass);
    }
    if (!isPrivate) return;
    const kicks = act === 'kick';
    this.#turn(id, owner, `${whom.id} is ${kicks ? 'removed' : 'invited'}`, async () => {
      if (!kicks) {
        this.#ledger.admitting(id, whom.id);
        return owner.workspace.invite(id, [whom.id]);
      }
      await owner.workspace.kick(id, whom.id);
      this.#ledger.removed(id, whom.id);
    });
  }

  #turn(channel: string, by: Player, what: string, pass: () => Promise<unknown>): void {
    const turn = (this.#doors.get(channel) ?? Promise.resolve()).then(async () => {
      this.#ledger.note(what, { channel });
      await pass().then(
        () => this.#ledger.note(`${what}: done`, { channel }),
        (error: unknown) => this.#ledger.note(`${what}: ${codeOf(error)}`, { channel }),
      );
    });
    this.#doors.set(channel, turn);
    this.#track(by, turn);
  }

  #follow(
    player: Player,
    { id: channel }: ChannelHandle,
    { client_msg_id: id, ts }: Message,
    done: Promise<unknown>,
    what: string,
    asked: { outcome: Outcome },
  ): void {
    const about = id ?? ts;
    this.#ledger.note(`${player.id} ${what}`, { channel, about });
    const finish = (outcome: Outcome, why: string) => {
      asked.outcome = outcome;
      this.#ledger.note(`${player.id} ${what}: ${why}`, { channel, about });
    };
    const settled = done.then(
      () => finish('done', 'done'),
      (error: unknown) => finish(isUnknown(error) ? 'unknown' : 'refused', codeOf(error)),
    );
    this.#track(player, settled);
  }

  /** Refusals are part of the play. */
  #track(player: Player, done: Promise<unknown>): void {
    const settled = done.catch((error: unknown) => {
      if (!(error instanceof ApiError)) throw error;
    });
    player.underWay.add(settled);
    void settled.finally(() => player.underWay.delete(settled));
  }

  #text(channel: string, pick: number): string {
    const { players } = this.#cast;
    const named = players[pick % players.length];
    const mention = pick % 5 === 0 && named ? ` <@${named.id}>` : '';
    const all = pick % 31 === 0 ? ' <!channel>' : '';
    return `said ${this.#ledger.mark(channel)}${mention}${all}`;
  }
}

/** No answer came, so it may be done or not. */
function isUnknown(error: unknown): boolean {
  return error instanceof ApiError && ['network', 'bad_answer', 'internal_error'].includes(error.code);
}

function codeOf(error: unknown): string {
  return error instanceof ApiError ? error.code : String(error);
}
