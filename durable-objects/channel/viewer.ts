import { isAdministrator, type Role } from '../../shared/user.ts';
import { defaultPolicies, type WorkspacePolicies } from '../../shared/workspace.ts';
import type { Viewer } from './context.ts';

type Known = { userId: string; role: Role; policies: WorkspacePolicies | null };

/** Somebody as channels know them, with what the workspace's policies (null: none were set) leave to them. */
export function viewerOf({ userId, role, policies }: Known): Viewer {
  const { call_everybody, large_channel } = policies ?? defaultPolicies;
  if (call_everybody === 'everyone' || isAdministrator(role)) return { userId, role };
  return { userId, role, mayCallEverybody: false, largeChannel: large_channel };
}
