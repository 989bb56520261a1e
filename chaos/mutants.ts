import type { PlanSize } from './play/plan.ts';
import { makePlan } from './play/plan.ts';
import type { Rule } from './record/violation.ts';
import { playRun } from './run.ts';
import { createTrees, environmentOf, type Setting } from './stage/setting.ts';
import type { Faults } from './worker/faults.ts';
import type { Patch } from './stage/tree.ts';

/** A mistake that somebody could make in the product, and the promise that it breaks. */
interface Mutant {
  name: string;
  breaks: readonly Rule[];
  setting: Setting;
  /** What goes wrong all the time, where the mistake shows only then. */
  faults?: Partial<Faults>;
  /** Where a plan has to be other than the others. */
  size?: Partial<PlanSize>;
  patches: readonly Patch[];
}

const oneMachine: Setting = { queues: 'memory', isCrowd: false };
const cloudflare: Setting = { queues: 'durable', isCrowd: false };
const objects = 'durable-objects/channel';

export const mutants: readonly Mutant[] = [
  {
    name: 'acknowledges before the write',
    breaks: ['kept'],
    setting: oneMachine,
    patches: [
      {
        file: `${objects}/sockets/sends.ts`,
        from: '    await this.#commit.add(incoming);',
        to: `    sendFrame(incoming.socket, { type: 'ack', client_msg_id: incoming.frame.client_msg_id, ts: '1.000000' });
    await new Promise((resolve) => setTimeout(resolve, 400));
    await this.#commit.add(incoming);`,
      },
    ],
  },
  {
    name: 'moves the cursor before the publish',
    breaks: ['audit'],
    setting: cloudflare,
    faults: { queueFails: 0.5, poison: null },
    patches: [
      {
        file: `${objects}/log/outbox.ts`,
        from: '    if (!isEmpty) await queue.sendBatch(batch.messages);\n',
        to: `    setCursor(channel.sql, pipeline, { published: batch.last, settled: batch.last });
    if (!isEmpty) await queue.sendBatch(batch.messages);\n`,
      },
    ],
  },
  {
    name: 'settles before the consumer has stored',
    breaks: ['audit'],
    setting: oneMachine,
    faults: { consumerFails: 0.3, poison: null },
    patches: [
      {
        file: 'workers/consumers/audit.ts',
        from: '    const lost: LoggedEvent[] = [];\n',
        to: "    const lost: LoggedEvent[] = [];\n    await settle(env, 'audit', events);\n    await new Promise((resolve) => setTimeout(resolve, 300));\n",
      },
    ],
  },
  {
    name: 'knows no repeats',
    breaks: ['kept'],
    setting: oneMachine,
    patches: [
      {
        file: `${objects}/messages/post.ts`,
        from: 'draft.clientMsgId === undefined ? null : getByClientId(channel, viewer.userId, draft.clientMsgId)',
        to: 'draft.clientMsgId === viewer.userId ? getByClientId(channel, viewer.userId, draft.clientMsgId) : null',
      },
      {
        file: `${objects}/migrations.ts`,
        from: 'CREATE UNIQUE INDEX messages_by_client_id',
        to: 'CREATE INDEX messages_by_client_id',
      },
    ],
  },
  {
    name: 'resumes one event too late',
    breaks: ['agree'],
    setting: oneMachine,
    patches: [
      {
        file: `${objects}/log/log.ts`,
        from: `  const missed = eventsAfter(channel.sql, seq, maxResume);
  return missed.length === channel.seq - seq ? missed : null;`,
        to: '  return eventsAfter(channel.sql, seq + 1, maxResume);',
      },
    ],
  },
  {
    name: 'takes a session for told before it was',
    breaks: ['unread'],
    setting: oneMachine,
    faults: { sessionFails: 0.4 },
    patches: [
      {
        file: `${objects}/upkeep.ts`,
        from: `    const { keywords } = await inTime(sessionOf(this.#env, this.#channel.row.workspace, userId).hear(news));
    setKeywords(this.#channel, userId, keywords);
    if (rememberTold(this.#channel, userId, receipt, 'call')) this.#sessions.add([userId]);`,
        to: `    const isMore = rememberTold(this.#channel, userId, receipt, 'call');
    await inTime(sessionOf(this.#env, this.#channel.row.workspace, userId).hear(news)).catch(() => undefined);
    if (isMore) this.#sessions.add([userId]);`,
      },
    ],
  },
  {
    name: 'takes what was told for how things stand',
    breaks: ['unread'],
    setting: oneMachine,
    patches: [
      {
        file: `${objects}/telling/news.ts`,
        from: 'const isTrue = isNewest && stateOfEntry(entry) === receipt.entry;',
        to: 'const isTrue = isNewest && receipt.entry !== stateOfEntry({ ...entry, id: userId });',
      },
    ],
  },
  {
    name: 'goes on pushing to somebody who was removed',
    breaks: ['removed'],
    setting: oneMachine,
    // A kill breaks the socket too.
    size: { killsPerRound: 0, stepsPerRound: 700 },
    patches: [
      {
        file: `${objects}/channel-base.ts`,
        from: '      await this.evict({ user: userId }, closeCodes.noAccess);\n',
        to: '',
      },
    ],
  },
  {
    name: 'trusts the clock for the order of messages',
    breaks: ['order', 'answers', 'durable', 'kept'],
    setting: oneMachine,
    patches: [
      {
        file: `${objects}/context.ts`,
        from: 'last = Math.max(last + 1, now() * 1000);',
        to: 'last = now() * 1000 + (last + 1) % 1000;',
      },
    ],
  },
  {
    name: 'forgets whom an edit calls',
    breaks: ['unread'],
    setting: oneMachine,
    patches: [{ file: `${objects}/messages/edit.ts`, from: '  doRecall(channel, row, edited, calls, at);\n', to: '' }],
  },
];

const usualSize: PlanSize = {
  people: 8,
  places: 6,
  rounds: 2,
  killsPerRound: 2,
  stepsPerRound: 250,
  roundLength: 6_000,
};
const firstSeed = 1_000;
const triesAtMost = 4;

/** Plays each mutant until a rule catches it; false when one was not caught by the rule that it breaks. */
export async function tryMutants(only: string, print: (line: string) => void): Promise<boolean> {
  let areAllCaught = true;
  print('| mutant | breaks | caught by | seed |\n| --- | --- | --- | --- |');
  for (const mutant of mutants.filter(({ name }) => name.includes(only))) {
    const { caught, seed } = await tryMutant(mutant);
    const isCaught = mutant.breaks.some((rule) => caught.includes(rule));
    areAllCaught &&= isCaught;
    print(
      `| ${mutant.name} | ${mutant.breaks.join(', ')} | ${isCaught ? caught.join(', ') : `NOT (${caught.join(', ')})`} | ${seed} |`,
    );
  }
  return areAllCaught;
}

async function tryMutant({
  breaks,
  setting,
  faults: always,
  size,
  patches,
}: Mutant): Promise<{ caught: Rule[]; seed: number }> {
  const root = await createTrees(patches)(setting);
  let caught: Rule[] = [];
  let seed = firstSeed;
  for (; seed < firstSeed + triesAtMost; seed += 1) {
    const rounds = makePlan(seed, { ...usualSize, ...size }).map((round) => ({
      ...round,
      faults: round.faults.map((faults) => ({ ...faults, ...always })),
    }));
    const { violations } = await playRun({
      seed,
      root,
      environment: environmentOf(setting),
      people: usualSize.people,
      rounds,
    });
    caught = [...new Set(violations.map(({ rule }) => rule))];
    if (breaks.some((rule) => caught.includes(rule))) break;
  }
  return { caught, seed };
}
