import { isDirect, type ChannelKind } from '../../shared/channel.ts';
import { ChannelEvent, isPosted } from '../../shared/events.ts';
import { microsToTs, tsToMicros } from '../../shared/timestamps.ts';
import { doCallGroups, pendingGroups } from '../channel/unread/call-groups.ts';
import { openChannel, reloadChannel, type Channel, type Viewer } from '../channel/context.ts';
import { doCreate } from '../channel/create.ts';
import { doDelete, doEdit } from '../channel/messages/edit.ts';
import { setKeywords } from '../channel/unread/keywords.ts';
import type { PersonsNews } from '../channel/telling/queued-news.ts';
import { doInvite, doJoin, doKick, doLeave } from '../channel/members/membership.ts';
import { doPost } from '../channel/messages/post.ts';
import { doMark } from '../channel/unread/read-state.ts';
import { doFollow, doMarkThread } from '../channel/unread/thread-state.ts';
import { setTold } from '../channel/telling/told.ts';
import { Delivery, type Fate } from './delivery.ts';
import { FakeSession } from './fake-session.ts';
import { ReadModel, toText, type Content } from './read-model.ts';

export const people = ['U0A', 'U0B', 'U0C', 'U0D', 'U0E', 'U0F'];
export const words = ['deploy', 'on-call'];
export const groupPeople = new Map([
  ['S0AB', ['U0A', 'U0B', 'U0F']],
  ['S0CD', ['U0C', 'U0D']],
]);
/** Creates the channel, and stays in it. */
const boss: Viewer = { userId: 'U0A', role: 'owner' };

/** One thing that `who` does, or that happens; `pick` chooses among the messages that there are. */
export type Step = Fate & { act: Act; who: string; content: Content };

/** What may happen, and how often. */
export const acts = {
  post: 6,
  reply: 8,
  broadcast: 2,
  oops: 1,
  edit: 5,
  remove: 4,
  mark: 6,
  readAll: 1,
  markThread: 5,
  follow: 2,
  unfollow: 2,
  join: 2,
  leave: 1,
  kick: 1,
  keywords: 2,
  comeOrGo: 2,
  lookUp: 4,
  depart: 30,
  arrive: 30,
  enqueue: 8,
  crash: 1,
  rollBack: 1,
};
export type Act = keyof typeof acts;

/** A channel in which people do things, the sessions that hear of it, and the model that is told what they did. */
export class Play {
  readonly model: ReadModel;
  readonly sessions = new Map(people.map((userId) => [userId, new FakeSession()]));
  readonly #storage: DurableObjectStorage;
  readonly #delivery: Delivery;
  #channel: Channel;
  #now = 1_000_000;
  readonly #clock = () => (this.#now += 1);

  /** In tables that are emptied for it. */
  constructor(storage: DurableObjectStorage, kind: ChannelKind) {
    this.#storage = storage;
    const tables = storage.sql.exec<{ name: string }>(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB '_cf*' AND name <> 'migrations'",
    );
    for (const { name } of tables.toArray()) storage.sql.exec(`DELETE FROM "${name}"`);
    const members = people.slice(0, kind === 'im' ? 2 : 4);
    const facts = { id: 'C0MODEL', name: 'model', kind, isGeneral: false, creator: boss.userId, created: 1 };
    doCreate(storage.sql, this.#clock, 'T0', { ...facts, members });
    this.model = new ReadModel(isDirect(kind));
    for (const userId of members) this.model.join(userId);
    this.#delivery = new Delivery(this.sessions, {
      leaves: (news) => this.#checkCalls(news),
      answered: (userId) => this.#learnKeywords(userId),
    });
    this.#channel = this.#open();
  }

  get channel(): Channel {
    return this.#channel;
  }

  perform(step: Step): void {
    const { act, who, pick } = step;
    const messages = this.model.surviving();
    // The newest more often: that is where something is unread.
    const among = pick % 3 === 0 ? messages : messages.slice(-4);
    const some = among[pick % Math.max(1, among.length)];
    this.#act(act, step, { userId: who, role: 'member' }, some ?? null);
    for (const { json } of this.#channel.outbound.splice(0)) this.#learnLine(json);
    this.#delivery.afterEvents(this.#channel);
  }

  /** Everybody is told, without a failure. */
  settle(): void {
    const nothing = { names: [], groups: [], all: false, here: false, words: [], quoted: [] };
    this.perform({ act: 'lookUp', who: boss.userId, pick: 0, content: nothing, isLost: false });
    for (let pick = 0; !this.#delivery.isOver(this.#channel); pick += 1) {
      if (pick > 1000) throw new Error('there is no end to what is to be told');
      this.#delivery.depart(this.#channel, { pick, isLost: false });
      this.#delivery.arrive(this.#channel, { pick: 0, isLost: false });
    }
    setTold(this.#storage.sql, this.#channel.seq);
  }

  #act(act: Act, step: Step, viewer: Viewer, some: { id: number; author: string; thread: number | null } | null): void {
    const { model } = this;
    const channel = this.#channel;
    const { content, pick } = step;
    const who = viewer.userId;
    const root = some?.thread ?? some?.id ?? 0;
    const at = Math.max(0, (some?.id ?? 0) - (pick % 2));
    switch (act) {
      case 'post':
        return this.#post(viewer, content, null, false);
      case 'reply':
      case 'broadcast':
        return this.#post(viewer, content, some && root, act === 'broadcast');
      case 'oops': {
        // Everybody has heard of it when it is taken back.
        this.#post(viewer, content, some && pick % 2 === 0 ? root : null, false);
        this.settle();
        const mine = model.surviving().findLast(({ author }) => author === who);
        if (mine && doDelete(channel, viewer, microsToTs(mine.id)).ok) model.remove(mine.id);
        return;
      }
      case 'edit': {
        const author = { userId: some?.author ?? who, role: 'member' } as const;
        const edit = { ts: microsToTs(some?.id ?? 0), text: toText(content) };
        if (some && doEdit(channel, author, edit).ok) model.edit(some.id, content);
        return;
      }
      case 'remove':
        if (some && doDelete(channel, { ...viewer, role: 'owner' }, microsToTs(some.id)).ok) model.remove(some.id);
        return;
      case 'mark':
        if (doMark(channel, viewer, microsToTs(at)).ok) model.mark(who, at);
        return this.#delivery.afterMark(who);
      case 'readAll':
        for (const userId of model.members.keys()) this.#read(userId);
        return;
      case 'markThread':
        if (doMarkThread(channel, viewer, microsToTs(root), microsToTs(at)).ok) model.markThread(who, root, at);
        return this.#delivery.afterMark(who);
      case 'follow':
      case 'unfollow':
        if (some && doFollow(channel, viewer, microsToTs(some.id), act === 'follow').ok) {
          model.setFollowing(who, root, act === 'follow');
        }
        return this.#delivery.afterMark(who);
      case 'join': {
        const isPrivate = channel.row.kind === 'private';
        const joined = isPrivate ? doInvite(channel, boss, [who]) : doJoin(channel, viewer);
        if (joined.ok && !model.members.has(who)) model.join(who);
        return;
      }
      case 'leave':
        if (who !== boss.userId && doLeave(channel, viewer).ok) model.leave(who);
        return;
      case 'kick':
        if (doKick(channel, boss, who).ok) model.leave(who);
        return;
      case 'keywords':
        this.#session(who).keywords = words.slice(0, pick % 3);
        setKeywords(channel, who, this.#session(who).keywords);
        return this.#learnKeywords(who);
      case 'comeOrGo':
        this.#session(who).isActive = !this.#session(who).isActive;
        return;
      case 'lookUp':
        return this.#lookUp();
      case 'depart':
      case 'arrive':
        return this.#delivery[act](channel, step);
      case 'enqueue':
        return this.#delivery.enqueue(channel);
      case 'crash':
        this.#delivery.crash(channel, step);
        this.#channel = this.#open();
        return;
      case 'rollBack':
        return this.#rollBack(viewer, content);
    }
  }

  #open(): Channel {
    const channel = openChannel(this.#storage.sql, this.#clock);
    if (!channel) throw new Error('not created');
    this.#delivery.begin(channel);
    return channel;
  }

  #post(viewer: Viewer, content: Content, root: number | null, broadcast: boolean): void {
    const threadTs = root === null ? undefined : microsToTs(root);
    const posted = doPost(this.#channel, viewer, { text: toText(content), threadTs, broadcast }, () => 0);
    if (posted.ok !== this.model.members.has(viewer.userId)) throw new Error('members post, and nobody else does');
    if (posted.ok) this.model.post(tsToMicros(posted.ts), viewer.userId, content, root, root === null || broadcast);
  }

  /** Everything, also in threads. */
  #read(userId: string): void {
    const viewer = { userId, role: 'member' } as const;
    const newest = Math.max(0, ...this.model.surviving().map(({ id }) => id));
    doMark(this.#channel, viewer, microsToTs(newest));
    this.model.mark(userId, newest);
    for (const root of this.model.threads(userId).keys()) {
      doMarkThread(this.#channel, viewer, microsToTs(root), microsToTs(newest));
      this.model.markThread(userId, root, newest);
    }
    this.#delivery.afterMark(userId);
  }

  #lookUp(): void {
    const pending = pendingGroups(this.#storage.sql);
    doCallGroups(this.#channel, pending, groupPeople);
    for (const { message, group_id: group } of pending) this.model.lookUp(message, group, groupPeople.get(group) ?? []);
  }

  /** A stretch that fails leaves nothing behind. */
  #rollBack(viewer: Viewer, content: Content): void {
    const failure = new Error('the stretch fails');
    try {
      this.#storage.transactionSync(() => {
        doPost(this.#channel, viewer, { text: toText(content) }, () => 0);
        doLeave(this.#channel, viewer);
        throw failure;
      });
    } catch (error) {
      if (error !== failure) throw error;
    }
    reloadChannel(this.#channel);
  }

  /** Lines that the channel writes of joins and departures are messages too. */
  #learnLine(json: string): void {
    const event = ChannelEvent.parse(JSON.parse(json));
    const isLine = isPosted(event) && /^(channel|group)_/.test(event.subtype ?? '');
    if (isLine && event.user !== undefined) this.model.line(tsToMicros(event.ts), event.user);
  }

  /** Nobody is told of a message that does not call them. */
  #checkCalls({ userId, news }: PersonsNews): void {
    for (const { kind, ts } of news.activity) {
      const isCall = kind === 'mention' || kind === 'group' || kind === 'keyword';
      if (isCall && !this.model.toHear.get(userId)?.has(tsToMicros(ts ?? '')))
        throw new Error(`${ts} calls ${userId} no more`);
    }
  }

  #learnKeywords(userId: string): void {
    if (this.model.members.has(userId)) this.model.keywords.set(userId, this.#session(userId).keywords);
  }

  #session(userId: string): FakeSession {
    const session = this.sessions.get(userId);
    if (!session) throw new Error(`nobody is ${userId}`);
    return session;
  }
}
