import type { AuditRpc } from './audit-rpc.ts';

/** The audit log of one workspace. */
export function auditOf(env: Env, workspaceId: string): AuditRpc {
  return env.AUDIT.getByName(workspaceId);
}
