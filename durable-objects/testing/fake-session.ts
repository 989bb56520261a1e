import type { ActivityItem } from '../../shared/activity.ts';
import type { SidebarChannel } from '../../shared/channel.ts';
import type { FollowedThread } from '../../shared/followed-thread.ts';
import type { ChannelNews } from '../session/session-rpc.ts';

/** A person's session, as far as one channel tells it anything: the rules by which it takes what it hears. */
export class FakeSession {
  entry: SidebarChannel | null = null;
  readonly threads = new Map<string, FollowedThread>();
  readonly activity = new Map<string, ActivityItem>();
  keywords: readonly string[] = [];
  isActive = true;
  /** Of each message that calls whoever is there, whether the person was. */
  readonly wasThere = new Map<string, boolean>();
  readonly #threadSeqs = new Map<string, number>();
  #uncalled: readonly string[] = [];
  #seq = 0;
  #gone = 0;

  hear(news: ChannelNews): void {
    if (news.seq < this.#gone) return;
    for (const ts of news.here) if (!this.wasThere.has(ts)) this.wasThere.set(ts, this.isActive);
    const counts = news.here.filter((ts) => this.wasThere.get(ts)).length;
    if (news.seq >= this.#seq) {
      this.entry = news.entry && { ...news.entry, mention_count: news.entry.mention_count + counts };
      const before = this.#uncalled;
      this.#uncalled = news.uncalled.filter((id) => news.seq > this.#seq || before.includes(id));
      this.#seq = news.seq;
      if (!news.entry) {
        this.#gone = news.seq;
        this.threads.clear();
        this.#threadSeqs.clear();
      }
    }
    if (!this.entry) return;
    for (const thread of news.threads) this.#hearThread(thread.thread_ts, news.seq, thread);
    for (const root of news.unfollowed) this.#hearThread(root, news.seq, null);
    for (const item of news.activity) if (!this.#isMissed(news, item)) this.activity.set(item.id, item);
    for (const id of this.#uncalled) this.activity.delete(id);
  }

  #isMissed({ here }: ChannelNews, { kind, ts = '' }: ActivityItem): boolean {
    return kind === 'everybody' && here.includes(ts) && this.wasThere.get(ts) === false;
  }

  #hearThread(root: string, seq: number, thread: FollowedThread | null): void {
    if (seq < (this.#threadSeqs.get(root) ?? 0)) return;
    this.#threadSeqs.set(root, seq);
    if (thread) this.threads.set(root, thread);
    else this.threads.delete(root);
  }
}
