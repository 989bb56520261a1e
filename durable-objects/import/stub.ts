import type { ImportRpc } from './import-rpc.ts';

/** The import's object, by workspace and import. */
export function importOf(env: Env, workspaceId: string, importId: string): ImportRpc {
  return env.IMPORT.getByName(`${workspaceId}:${importId}`);
}
