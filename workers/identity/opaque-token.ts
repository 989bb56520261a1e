import { base64url } from 'jose';
import { WorkspaceId } from '../../shared/ids.ts';

/**
 * Tokens that are looked up rather than verified: `<workspace id>-<secret>`, so that they say where to look. Only their
 * SHA-256 is stored; the secret has 192 random bits, so it needs no salt.
 */
export function newOpaqueToken(workspaceId: string): string {
  return `${workspaceId}-${base64url.encode(crypto.getRandomValues(new Uint8Array(24)))}`;
}

/** The workspace that the token names; null when it is not of this form. */
export function getTokenWorkspace(token: string): string | null {
  const workspaceId = WorkspaceId.safeParse(token.slice(0, Math.max(0, token.indexOf('-'))));
  return workspaceId.success ? workspaceId.data : null;
}

export async function hashToken(token: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token));
  return base64url.encode(new Uint8Array(hash));
}
