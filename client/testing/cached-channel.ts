import type { CachedChannel } from '../offline/offline-cache.ts';
import { FakeChannel } from './fake-channel.ts';

/** A channel as a device remembers it, with these messages. */
export function cachedChannel(id: string, shownAt: number, texts: readonly string[] = []): CachedChannel {
  const channel = new FakeChannel(id, id.toLowerCase(), ['U1', 'U2']);
  for (const text of texts) channel.post({ user: 'U2', text });
  return {
    id,
    shownAt,
    epoch: channel.epoch,
    seq: channel.seq,
    info: channel.info,
    isMember: true,
    lastRead: '0000000000.000000',
    bookmarks: [],
    messages: channel.listed(),
    hasOlder: false,
  };
}
