import { join } from 'node:path';
import { getRunFolder } from '../../e2e/harness/run-folder.ts';
import { buildTree, type Patch } from './tree.ts';

/** How the server of a run is set up: the seed decides, so that a few runs go through all of it. */
export interface Setting {
  /** `durable`: queues that outlive the process, as on Cloudflare; `memory`: those of one machine. */
  queues: 'memory' | 'durable';
  /** A few people are many: they are told through the queue, in rounds, and their sockets go to relays. */
  isCrowd: boolean;
}

export function settingOf(seed: number): Setting {
  return { queues: seed % 2 === 0 ? 'durable' : 'memory', isCrowd: seed % 4 >= 2 };
}

const crowdPatches: readonly Patch[] = [
  {
    file: 'durable-objects/channel/unread/to-tell.ts',
    from: 'export const fewPeople = 200;',
    to: 'export const fewPeople = 5;',
  },
];

/** The built project for a setting, by a promise of its own for each so that each is built once. */
export function createTrees(patches: readonly Patch[] = []): (setting: Setting) => Promise<string> {
  const trees = new Map<boolean, Promise<string>>();
  return ({ isCrowd }) => {
    const tree = trees.get(isCrowd) ?? buildTree([...patches, ...(isCrowd ? crowdPatches : [])]);
    trees.set(isCrowd, tree);
    return tree;
  };
}

/** What the server is told by its environment. */
export function environmentOf({ queues, isCrowd }: Setting): Record<string, string> {
  return {
    POSTS_PER_SECOND: '1000',
    CHAOS_QUEUES: queues,
    // A server is started after every kill.
    NODE_COMPILE_CACHE: join(getRunFolder(), 'compiled'),
    ...(isCrowd && { SOCKETS_PER_OBJECT: '4' }),
  };
}
