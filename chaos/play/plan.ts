import { Random } from '../../scripts/slack-export/random.ts';
import { noTrouble, type Trouble } from '../stage/trouble.ts';
import { noFaults, type Faults } from '../worker/faults.ts';

/** What people do, and how often. */
const acts = {
  send: 30,
  reply: 16,
  broadcast: 4,
  call: 6,
  edit: 10,
  remove: 5,
  react: 8,
  unreact: 4,
  pin: 2,
  unpin: 1,
  read: 14,
  unread: 2,
  readThread: 5,
  openThread: 5,
  closeThread: 2,
  follow: 2,
  unfollow: 2,
  show: 8,
  hide: 4,
  older: 3,
  jump: 2,
  latest: 2,
  topic: 2,
  draft: 2,
  typing: 3,
  joinOrLeave: 4,
  invite: 6,
  kick: 6,
  reload: 1,
};
export type Act = keyof typeof acts;

/** One thing that somebody does; `pick` chooses among the messages, or people, that there are then. */
export interface Step {
  /** After the beginning of the round. Milliseconds. */
  at: number;
  act: Act;
  who: number;
  where: number;
  pick: number;
}

export interface Round {
  steps: readonly Step[];
  /** When the server is killed. */
  kills: readonly number[];
  /** When all sockets break. */
  breaks: readonly number[];
  trouble: Trouble;
  /** The first from the beginning, each of the others after a kill. */
  faults: readonly Faults[];
}

export interface PlanSize {
  people: number;
  places: number;
  rounds: number;
  killsPerRound: number;
  stepsPerRound: number;
  /** Milliseconds. */
  roundLength: number;
}

/** All that is going to be done in a run, made from its seed alone. */
export function makePlan(seed: number, size: PlanSize): Round[] {
  const random = new Random(seed);
  return Array.from({ length: size.rounds }, () => makeRound(random, size));
}

function makeRound(random: Random, { people, places, killsPerRound, stepsPerRound, roundLength }: PlanSize): Round {
  const moment = () => random.below(roundLength);
  const steps = Array.from({ length: stepsPerRound }, () => ({
    at: moment(),
    act: pickAct(random),
    who: random.below(people),
    where: random.below(places),
    pick: random.below(1_000_000),
  }));
  return {
    steps: steps.sort((a, b) => a.at - b.at),
    kills: Array.from({ length: killsPerRound }, moment).sort((a, b) => a - b),
    breaks: random.chance(0.5) ? [moment()] : [],
    trouble: makeTrouble(random),
    faults: Array.from({ length: killsPerRound + 1 }, () => makeFaults(random)),
  };
}

/** Each act as often as it is wanted. */
const deck = Object.entries(acts).flatMap(([act, weight]) => Array.from({ length: weight }, () => act));

function pickAct(random: Random): Act {
  const act = random.pick(deck);
  if (!isAct(act)) throw new Error(`there is no ${act}`);
  return act;
}

function isAct(name: string): name is Act {
  return name in acts;
}

/** Each kind of trouble in about half of the rounds, so that each is also seen without the others. */
function makeTrouble(random: Random): Trouble {
  const some = (most: number) => (random.chance(0.5) ? most * random.fraction() : 0);
  return {
    ...noTrouble,
    delay: some(0.5),
    duplicate: some(0.3),
    lateCopy: some(0.3),
    loseRequest: some(0.15),
    loseAnswer: some(0.15),
    cut: some(0.6),
  };
}

/** By how much clocks are wrong: from a moment to an hour, either way. Milliseconds. */
const skews = [50, 1_000, 30_000, 600_000, 3_600_000];

function makeFaults(random: Random): Faults {
  const some = (most: number) => (random.chance(0.5) ? most * random.fraction() : 0);
  return {
    ...noFaults,
    skew: random.chance(0.5) ? random.pick(skews) * (random.chance(0.5) ? 1 : -1) : 0,
    alarmTwice: some(0.5),
    alarmFails: some(0.3),
    consumerFails: some(0.3),
    consumerDies: some(0.3),
    consumerTwice: some(0.5),
    queueFails: some(0.4),
    sessionFails: some(0.3),
    poison: random.chance(0.3) ? random.below(20) : null,
  };
}
