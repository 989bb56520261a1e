import { setTimeout as wait } from 'node:timers/promises';
import type { Ledger } from '../record/ledger.ts';
import type { Violation } from '../record/violation.ts';
import type { Witness } from '../record/witness.ts';
import type { TroubledProxy } from '../stage/proxy.ts';
import type { Cast } from '../stage/cast.ts';
import type { Truth } from '../worker/answers.ts';
import { checkAudit } from './audit.ts';
import { compareWithFresh } from './clients.ts';
import { checkHistory } from './history.ts';
import type { Questions } from './questions.ts';
import { checkUnread } from './recount.ts';

export interface Scene {
  cast: Cast;
  ledger: Ledger;
  witness: Witness;
  proxy: TroubledProxy;
  questions: Questions;
  /** The server, past the bad network. */
  url: string;
}

/** How long clients, sessions and the audit log may take to catch up once nothing goes wrong any more. Milliseconds. */
const patience = 45_000;
const interval = 250;
/** On a busy machine a look takes long: nobody is late before they were looked at so often. */
const looksAtLeast = 8;

/** After the trouble is over and everything was tried: what holds at any time, and what has to hold in the end. */
export async function checkScene(scene: Scene, { withAudit }: { withAudit: boolean }): Promise<Violation[]> {
  await settle(scene);
  const violations = await eventually(findChecks(scene, withAudit), () => readTruths(scene));
  return [...violations, ...(await checkSafety(scene))];
}

type Truths = ReadonlyMap<string, Truth>;
type Check = (truths: Truths) => Promise<Violation[]>;

/** What may be different for a moment: each client with its session, and the audit log of each channel. */
function findChecks({ cast, questions, url }: Scene, withAudit: boolean): Check[] {
  const players = cast.players.map((player) => async (truths: Truths) => {
    const { session, violations } = await compareWithFresh(player, url);
    return [...violations, ...checkUnread(player.id, session, cast.places, truths)];
  });
  if (!withAudit) return players;
  const audits = cast.places.map((place) => async (truths: Truths) => {
    const truth = truths.get(place.id);
    return truth ? checkAudit(questions, cast.workspaceId, place, truth) : [];
  });
  return [...players, ...audits];
}

async function checkSafety(scene: Scene): Promise<Violation[]> {
  const { cast, ledger, witness, proxy } = scene;
  await noteOutcomes(scene);
  const truths = await readTruths(scene);
  const errors = proxy.errors.map(({ path, status, body }): Violation => ({
    rule: 'answers',
    what: `${path} was answered ${status} ${body}`,
  }));
  const histories = cast.places.flatMap(({ id }) => {
    const truth = truths.get(id);
    return truth ? checkHistory(id, truth, ledger, witness) : [];
  });
  return [...histories, ...witness.violations, ...errors];
}

async function readTruths({ cast, questions }: Scene): Promise<Map<string, Truth>> {
  const read = cast.places.map(
    async ({ id }) => [id, await questions.truth(cast.workspaceId, id, cast.owner.id)] as const,
  );
  return new Map(await Promise.all(read));
}

/** Waits until everything that was asked for is answered, and what waits to be sent is sent, or a while has passed. */
async function settle({ cast }: Scene): Promise<void> {
  const isBusy = async () => {
    const queues = await Promise.all(cast.players.map(({ queue }) => queue.load()));
    return (
      cast.players.some(({ underWay }) => underWay.size > 0) || queues.flat().some(({ error }) => error === undefined)
    );
  };
  const end = Date.now() + patience;
  while (Date.now() < end && (await isBusy())) {
    for (const player of cast.players) player.wakeUp();
    await wait(interval);
  }
}

/** What the client library says of what it was given to send: a message that it has let go is with the server. */
async function noteOutcomes({ cast, ledger }: Scene): Promise<void> {
  const queues = await Promise.all(cast.players.map(({ queue }) => queue.load()));
  const left = new Map(queues.flat().map((message) => [message.id, message]));
  for (const sent of ledger.sent.values()) {
    if (sent.way !== 'queue' || sent.outcome !== 'open') continue;
    const waiting = left.get(sent.id);
    if (waiting === undefined) sent.outcome = 'done';
    else if (waiting.error !== undefined) {
      sent.outcome = 'refused';
      sent.error = waiting.error;
    }
  }
}

/** Asks again what was different, until nothing is or a while has passed. */
async function eventually(checks: readonly Check[], readTruths: () => Promise<Truths>): Promise<Violation[]> {
  const end = Date.now() + patience;
  let open = checks;
  for (let looks = 1; ; looks += 1) {
    const truths = await readTruths();
    const found = await Promise.all(open.map(async (check) => ({ check, violations: await check(truths) })));
    const failed = found.filter(({ violations }) => violations.length > 0);
    if (failed.length === 0 || (Date.now() > end && looks >= looksAtLeast))
      return failed.flatMap(({ violations }) => violations);
    open = failed.map(({ check }) => check);
    await wait(interval);
  }
}
