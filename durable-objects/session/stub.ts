import { sessionObjectName } from '../../shared/ids.ts';
import type { SessionRpc } from './session-rpc.ts';

/** The object of one person in one workspace. */
export function sessionOf(env: Env, workspaceId: string, userId: string): SessionRpc {
  return env.SESSION.getByName(sessionObjectName(workspaceId, userId));
}
