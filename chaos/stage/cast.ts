import { inParallel } from '../../shared/in-parallel.ts';
import type { TestServer } from '../../e2e/harness/server.ts';
import { Player, type Watchers } from './player.ts';

/** A conversation in which things happen. */
export interface Place {
  id: string;
  kind: 'public' | 'private' | 'direct';
}

/** The people of a run, the first of whom owns the workspace, and where they talk. */
export interface Cast {
  workspaceId: string;
  players: readonly Player[];
  owner: Player;
  places: readonly Place[];
}

/** How many of each kind of channel there are, and how many people are in each private one at first. */
const publicChannels = 3;
const privateChannels = 2;
export const placeCount = publicChannels + privateChannels + 1;
const peopleInPrivate = 8;
/** The last of the cast can open no sockets, and poll. */
const pollers = 2;

/** Signs `size` people up and gives them channels. They reach the server by `url`. */
export async function gather(server: TestServer, url: string, watchers: Watchers, size: number): Promise<Cast> {
  const players = Array.from(
    { length: size },
    (_, i) => new Player(`p${i}`, url, watchers, i < size - Math.min(pollers, size - 2)),
  );
  const [owner, ...others] = players;
  if (owner === undefined) throw new Error('a run needs people');
  const proof = await prove(server, owner);
  await owner.auth.createWorkspace({ proof, workspaceName: 'Chaos', displayName: owner.name });
  await inParallel(others, 5, async (player) => {
    const { link } = await owner.auth.invite({ emails: [], role: 'member' });
    const invitation = link?.split('/join/')[1] ?? '';
    await player.auth.join({ proof: await prove(server, player), invitation, displayName: player.name });
  });
  const places = await createPlaces(owner, others);
  await inParallel(others, 5, async (player) => {
    for (const { id, kind } of places) if (kind === 'public') await player.workspace.join(id);
  });
  return { workspaceId: owner.workspace.id, players, owner, places };
}

async function createPlaces(owner: Player, others: readonly Player[]): Promise<Place[]> {
  const places: Place[] = [];
  for (let i = 0; i < publicChannels; i += 1) {
    places.push({ id: (await owner.workspace.createChannel(`public-${i}`)).id, kind: 'public' });
  }
  for (let i = 0; i < privateChannels; i += 1) {
    const { id } = await owner.workspace.createChannel(`private-${i}`, { isPrivate: true });
    const members = others.slice(i * 2, i * 2 + peopleInPrivate).map((player) => player.id);
    await owner.workspace.invite(id, members);
    places.push({ id, kind: 'private' });
  }
  const users = others
    .slice(0, 3)
    .map((player) => player.id)
    .join(',');
  const { channel } = await owner.workspace.api.conversations.open({ users });
  places.push({ id: channel.id, kind: 'direct' });
  return places;
}

async function prove(server: TestServer, player: Player): Promise<string> {
  const email = `${player.name}@example.com`;
  await player.auth.requestCode(email);
  const { proof } = await player.auth.verify(email, await server.codeFor(email));
  return proof;
}
