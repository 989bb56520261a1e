import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import type { SessionServerFrame } from '../../shared/protocol/session-socket.ts';
import type { Keeper } from '../session/person.ts';

let count = 0;

/** Somebody's database with nothing in it, a clock that a test sets, and what was pushed to their devices. */
export type TestKeeper = Keeper & {
  clock: number;
  isThere: boolean;
  readonly pushed: SessionServerFrame[];
  /** When the alarm is asked for. */
  readonly rings: number[];
  /** What was pushed since this was asked before. */
  takePushed(): SessionServerFrame[];
};

/** Runs against the database of a new person's session, with no object in the way. */
export async function withKeeper(work: (keeper: TestKeeper) => Promise<void> | void): Promise<void> {
  const stub = env.SESSION.getByName(`T0KEEPER:U${(count += 1)}`);
  await runInDurableObject(stub, async (_object, { storage }) => {
    const pushed: SessionServerFrame[] = [];
    const rings: number[] = [];
    const keeper: TestKeeper = {
      sql: storage.sql,
      clock: 1_700_000_000_000,
      isThere: false,
      isActive: () => keeper.isThere,
      now: () => keeper.clock,
      push: (frame) => void pushed.push(frame),
      ringBy: (time) => void rings.push(time),
      pushed,
      rings,
      takePushed: () => pushed.splice(0),
    };
    await work(keeper);
  });
}
