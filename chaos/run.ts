import { setTimeout as wait } from 'node:timers/promises';
import { startServer, type TestServer } from '../e2e/harness/server.ts';
import { Random } from '../scripts/slack-export/random.ts';
import { replayDeadLetters } from './check/audit.ts';
import { checkScene, type Scene } from './check/check.ts';
import { checkMemory, memoryOf } from './check/memory.ts';
import { Questions } from './check/questions.ts';
import { Performance } from './play/perform.ts';
import type { Round } from './play/plan.ts';
import { Ledger } from './record/ledger.ts';
import type { Violation } from './record/violation.ts';
import { Witness } from './record/witness.ts';
import { gather } from './stage/cast.ts';
import { TroubledProxy } from './stage/proxy.ts';
import { noTrouble } from './stage/trouble.ts';
import { noFaults } from './worker/faults.ts';

export interface RunOptions {
  seed: number;
  /** The built project; see stage/tree.ts. */
  root: string;
  /** For the server; see stage/setting.ts. */
  environment: Record<string, string>;
  people: number;
  rounds: readonly Round[];
  onRound?: (line: string) => void;
}

export interface RunResult {
  violations: Violation[];
  ledger: Ledger;
  kills: number;
  sent: number;
  letters: number;
}

/** Plays a plan against a server of its own, and checks after each round. It ends with the first round that fails. */
export async function playRun({
  seed,
  root,
  environment,
  people,
  rounds,
  onRound = () => {},
}: RunOptions): Promise<RunResult> {
  const server = await startServer({ root, env: environment });
  const ledger = new Ledger();
  const witness = new Witness(ledger);
  const proxy = await TroubledProxy.to(server.url, new Random(seed ^ 0x5bd1e995));
  const goodProxy = await TroubledProxy.to(server.url, new Random(seed));
  const cast = await gather(server, proxy.url, { ledger, witness }, people);
  const scene: Scene = { cast, ledger, witness, proxy, questions: new Questions(server.url), url: goodProxy.url };
  const performance = new Performance(cast, ledger);
  const memory: number[] = [];
  let kills = 0;
  let letters = 0;
  let violations: Violation[] = [];
  try {
    for (const [i, round] of rounds.entries()) {
      const begin = ledger.now();
      await playRound(scene, server, performance, round);
      const played = ledger.now();
      kills += round.kills.length;
      const isLast = i === rounds.length - 1;
      if (isLast) letters = await replayDeadLetters(scene.questions, cast.workspaceId);
      violations = await checkScene(scene, { withAudit: isLast });
      if (round.kills.length > 0) memory.length = 0;
      memory.push(memoryOf(server.processGroup()));
      violations.push(...checkMemory(memory));
      const [play, check] = [played - begin, ledger.now() - played];
      onRound(
        `round ${i + 1} of ${rounds.length}: ${ledger.sent.size} messages, ${play} ms, checked in ${check} ms, ${Math.round((memory.at(-1) ?? 0) / 1_000_000)} MB`,
      );
      if (violations.length > 0) break;
    }
  } finally {
    for (const player of cast.players) player.close();
    proxy.close();
    goodProxy.close();
    // What failed may have failed between a kill and a start.
    await server.kill().catch(() => undefined);
  }
  return { violations, ledger, kills, sent: ledger.sent.size, letters };
}

/** What a round has in it happens at its time, and the round is over when all of it was begun and the server is up. */
async function playRound(scene: Scene, server: TestServer, performance: Performance, round: Round): Promise<void> {
  const { cast, proxy, questions, ledger } = scene;
  const begin = Date.now();
  const at = (time: number) => wait(Math.max(0, begin + time - Date.now()));
  proxy.trouble = round.trouble;
  await questions.setFaults(round.faults[0] ?? noFaults);
  const steps = round.steps.map(async (step) => {
    await at(step.at);
    performance.do(step);
  });
  const breaks = round.breaks.map(async (time) => {
    await at(time);
    ledger.note('all sockets break');
    proxy.breakSockets();
  });
  const killing = async () => {
    for (const [i, time] of round.kills.entries()) {
      await at(time);
      ledger.note('kill -9');
      proxy.noteLife(false);
      await server.kill();
      await server.start();
      proxy.noteLife(true);
      await questions.setFaults(round.faults[i + 1] ?? noFaults);
      ledger.note('the server is up again');
    }
  };
  await Promise.all([...steps, ...breaks, killing()]);
  proxy.trouble = noTrouble;
  await questions.setFaults(noFaults);
  for (const player of cast.players) player.wakeUp();
}
