import type { Answer } from '../method.ts';

/** Says of a list what it lacks: the channels that did not answer, whose entries are there the next time. Ours; nothing when all did. */
export function incomplete(unreachable: ReadonlySet<string>): Answer {
  return unreachable.size === 0 ? {} : { unreachable: [...unreachable] };
}
