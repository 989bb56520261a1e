import { z } from 'zod';
import type { SignedIn } from '../../shared/protocol/auth.ts';
import { Role } from '../../shared/user.ts';

/** A part of the Web Storage API; `localStorage` is one. */
export interface KeyValueStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const KnownWorkspaces = z.array(
  z
    .object({
      id: z.string(),
      name: z.string(),
      domain: z.string().optional(),
      /** Who the person is there. */
      user: z.object({ id: z.string(), role: Role }).optional(),
    })
    .readonly(),
);
/** Where this device is signed in, as far as it remembers. */
export type KnownWorkspace = z.output<typeof KnownWorkspaces>[number];

const key = 'edgeways.workspaces';

/** The workspaces of this device, the latest first; read from the storage each time, since other tabs write it too. */
export function createKnownWorkspaces(storage: KeyValueStorage) {
  function list(): readonly KnownWorkspace[] {
    try {
      return KnownWorkspaces.parse(JSON.parse(storage.getItem(key) ?? '[]'));
    } catch {
      return [];
    }
  }
  const others = (id: string) => list().filter((workspace) => workspace.id !== id);
  const write = (workspaces: readonly KnownWorkspace[]) => {
    try {
      storage.setItem(key, JSON.stringify(workspaces));
    } catch {
      // No room. After a reload the person is asked where they want to go, and that is all.
    }
  };
  return {
    list,
    add: ({ workspace, user }: Pick<SignedIn, 'workspace' | 'user'>) =>
      write([{ ...workspace, user }, ...others(workspace.id)]),
    /** Who the person is in a workspace; null when it is not known, or not so well. */
    identity(workspaceId: string): Pick<SignedIn, 'workspace' | 'user'> | null {
      const { id, name, domain, user } = list().find((workspace) => workspace.id === workspaceId) ?? {};
      if (id === undefined || name === undefined || domain === undefined || user === undefined) return null;
      return { workspace: { id, name, domain }, user };
    },
    remove: (id: string) => write(others(id)),
  };
}
