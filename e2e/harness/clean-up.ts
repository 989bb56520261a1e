import { createRunFolder, removeRunFolder } from './run-folder.ts';

/** vitest's global setup: no process and no temporary folder is left when the tests have ended, however they did. */
export default function setUp(): () => void {
  const folder = createRunFolder();
  return () => removeRunFolder(folder);
}
