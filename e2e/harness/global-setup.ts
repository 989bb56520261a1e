import { buildWhatIsStale } from '../../scripts/one-machine/builds.ts';
import { createRunFolder, removeRunFolder } from './run-folder.ts';

/**
 * vitest's global setup: builds once, so that no server has to, and leaves no process and no temporary folder when the
 * tests have ended, however they did.
 */
export default async function setUp(): Promise<() => void> {
  await buildWhatIsStale();
  const folder = createRunFolder();
  return () => removeRunFolder(folder);
}
