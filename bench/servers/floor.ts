import { run, type Running } from './program.ts';

/** The bare object, in a workerd of its own. */
export async function startFloor(): Promise<Running> {
  return run({ command: process.execPath, args: ['bench/floor/start.ts'], ready: /floor is ready/ });
}
