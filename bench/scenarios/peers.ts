import { inTurn, type Subject } from '../measure/rounds.ts';
import { perUnit, watch } from '../measure/window.ts';
import { nats } from '../peers/nats.ts';
import type { Peer } from '../peers/peer.ts';
import { socketIo, ws } from '../peers/socket-peers.ts';
import { fill } from '../rooms/crowd.ts';
import { edgewaysRoom } from '../rooms/edgeways-room.ts';
import type { Room } from '../rooms/room.ts';
import type { Running } from '../servers/program.ts';
import { withServers } from '../servers/with-servers.ts';
import type { Scenario } from './scenario.ts';

const size = 500;
const senders = 16;
const inFlight = 8;
const rounds = 2;
const peers: readonly Peer[] = [socketIo, ws, nats];

export const amongPeers: Scenario = {
  name: 'peers',
  title: 'Other servers',
  how: `${size} sockets, of which ${senders} have ${inFlight} messages under way each, as above. Ours stores each message before it is delivered; ${peers
    .map(({ name, does }) => `${name}: ${does}`)
    .join('; ')}.`,
  async run() {
    const present = peers.filter((peer) => peer.isInstalled());
    for (const { name } of peers.filter((peer) => !peer.isInstalled()))
      console.log(`Without ${name}: npm run bench:peers`);
    return withServers(async ({ edgeways, owner, newChannel }) => {
      const running: Running[] = [];
      try {
        const rooms = [edgewaysRoom(edgeways, owner, await newChannel())];
        for (const peer of present) {
          const server = await peer.start();
          running.push(server);
          rooms.push(peer.room(server));
        }
        const subjects: Subject[] = [];
        for (const room of rooms) subjects.push(await saturating(room));
        const figures = await inTurn(subjects, rounds);
        const ours = figures['Edgeways']?.['perSecond']?.median ?? NaN;
        const theirs = figures['socket.io']?.['perSecond']?.median;
        const ratio = ours / (theirs ?? NaN);
        return {
          measures: {
            perSecond: { title: 'messages delivered', unit: '/s' },
            cpuMicros: { title: 'CPU of the server for one', unit: 'µs', digits: 2 },
          },
          cases: [{ name: `${size} sockets`, figures }],
          targets:
            theirs === undefined
              ? []
              : [
                  {
                    what: 'ahead of a socket.io room, which stores nothing',
                    found: `${ratio.toFixed(2)} ×`,
                    isMet: ratio > 1,
                  },
                ],
        };
      } finally {
        for (const server of running) await server.stop();
      }
    });
  },
};

async function saturating(room: Room): Promise<Subject> {
  const crowd = await fill(room, size, { talkers: senders });
  return {
    name: room.name,
    async measure() {
      for (const talker of crowd.talkers) talker.start(inFlight);
      const window = await watch(room.processes, crowd.delivered, { warmUp: 1_000, length: 2_000 });
      for (const talker of crowd.talkers) talker.stop();
      await crowd.quiet();
      return perUnit(window);
    },
  };
}
