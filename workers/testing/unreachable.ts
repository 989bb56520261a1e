import { env } from 'cloudflare:workers';
import { vi } from 'vitest';

/** From here on calls of this channel fail, until what is returned is called. */
export function isUnreachable(channelId: string): () => void {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { CHANNEL } = env;
  const getByName = CHANNEL.getByName.bind(CHANNEL);
  const spy = vi.spyOn(CHANNEL, 'getByName').mockImplementation((name, options) => {
    if (name.endsWith(`:${channelId}`)) throw new Error('the object is overloaded');
    return getByName(name, options);
  });
  return () => spy.mockRestore();
}
