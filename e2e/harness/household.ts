import type { Browser } from 'playwright-core';
import { Person } from './person.ts';
import type { TestServer } from './server.ts';

/** Two people at laptops, and the phone of one of them. */
export interface Household {
  ann: Person;
  /** Ann's other device. */
  phone: Person;
  bob: Person;
  /** Ids by name. */
  channels: ReadonlyMap<string, string>;
  annId: string;
  bobId: string;
}

export const phoneSize = { width: 390, height: 844 };

/** Ann's workspace, “Shell House”, in which she and Bob share channels of these names. All three look at the first page. */
export async function openHousehold(
  browser: Browser,
  server: TestServer,
  names: readonly string[],
  prepare: (person: Person) => Promise<void> = async () => {},
): Promise<Household> {
  const ann = await Person.open(browser, server);
  const bob = await Person.open(browser, server);
  const phone = await Person.open(browser, server, server.url, phoneSize);
  for (const person of [ann, bob, phone]) {
    person.page.setDefaultTimeout(15_000);
    await prepare(person);
  }
  await ann.createWorkspace('ann@example.com', 'Shell House', 'Ann Able');
  await bob.join(await ann.invite(), 'bob@example.com', 'Bob Baker');
  const annId = String((await ann.call('auth.test', {}))['user_id']);
  const bobId = String((await bob.call('auth.test', {}))['user_id']);
  const channels = new Map<string, string>();
  for (const name of names) {
    const { channel } = await ann.call('conversations.create', { name });
    if (typeof channel !== 'object' || channel === null || !('id' in channel)) throw new Error('No channel came.');
    channels.set(name, String(channel.id));
    await ann.call('conversations.invite', { channel: channel.id, users: bobId });
  }
  // That somebody joined is news too; nobody has to have read it.
  for (const person of [ann, bob]) await person.call('edgeways.conversations.markAll', {});
  await phone.signIn('ann@example.com', 'Shell House');
  return { ann, phone, bob, channels, annId, bobId };
}
