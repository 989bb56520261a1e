import type { Settings } from './settings.ts';
import { StartError } from './start-error.ts';

/** Has the server make its demo workspace, unless it has one. Only the machine itself may ask for that. */
export async function prepareDemo({ host, port }: Settings): Promise<void> {
  const name = host === '::1' ? '[::1]' : 'localhost';
  const answer = await fetch(`http://${name}:${port}/auth/demo/prepare`, { method: 'POST' }).catch(() => null);
  if (answer?.ok) return;
  throw new StartError('The demo needs a server that listens on this machine itself: leave HOST as it is.');
}
