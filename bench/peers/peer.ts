import type { Room } from '../rooms/room.ts';
import type { Running } from '../servers/program.ts';

/** Another server that passes on to all what one says. */
export interface Peer {
  name: string;
  /** What it does with a message, in a few words. */
  does: string;
  /** False where `npm run bench:peers` has not brought it. */
  isInstalled(): boolean;
  start(): Promise<Running>;
  room(server: Running): Room;
}
