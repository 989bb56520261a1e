import { isPassing } from '../../../client/api/api-error.ts';
import type { Auth, Identity } from '../../../client/auth/auth.ts';
import { createStore, type ReadableStore } from '../../../client/store.ts';
import type { Workspace } from '../../../client/workspace.ts';
import { sentenceFor } from './error-sentences.ts';
import { appText } from './text.ts';

/** Where this page stands with the server. */
export type Phase =
  | { kind: 'idle' }
  | { kind: 'resuming'; workspaceId: string }
  /** `notice` says why, when it was not asked for. */
  | { kind: 'signed-out'; notice: string | null }
  /** Signed in as far as we know, but the server does not answer. */
  | { kind: 'unreachable'; workspaceId: string; error: string }
  | { kind: 'open'; identity: Identity; workspace: Workspace };

export interface Session {
  phase: ReadableStore<Phase>;
  /** Opens a workspace that this device is signed in to. */
  resume: (workspaceId: string) => void;
  /** Opens the workspace that was just signed in to. */
  enter: (identity: Identity) => void;
  signOut: (options?: { everywhere?: boolean }) => Promise<void>;
}

/** One workspace is open at a time; another one closes it. */
export function createSession(auth: Auth, open: (identity: Identity) => Workspace): Session {
  const phase = createStore<Phase>({ kind: 'idle' });

  const leave = (next: Phase) => {
    const current = phase.get();
    if (current.kind === 'open') current.workspace.close();
    phase.set(next);
  };
  const enter = ({ workspace, user }: Identity) => {
    const identity = { workspace, user };
    leave({ kind: 'open', identity, workspace: open(identity) });
  };

  auth.onSignedOut((workspaceId, reason) => {
    const current = phase.get();
    if (current.kind !== 'open' || current.workspace.id !== workspaceId) return;
    leave({
      kind: 'signed-out',
      notice: reason === 'signed_out' ? null : appText().signedOut,
    });
  });

  return {
    phase,
    enter,
    resume(workspaceId) {
      // What this device remembers is shown at once. Whether it is still signed in turns out with the first call.
      const known = auth.restore(workspaceId);
      if (known) return enter(known);
      const resuming: Phase = { kind: 'resuming', workspaceId };
      leave(resuming);
      auth.refresh(workspaceId).then(
        (signedIn) => phase.get() === resuming && enter(signedIn),
        (error: unknown) => {
          if (phase.get() !== resuming) return;
          const mayWorkLater = isPassing(error);
          phase.set(
            mayWorkLater
              ? { kind: 'unreachable', workspaceId, error: sentenceFor(error) }
              : { kind: 'signed-out', notice: null },
          );
        },
      );
    },
    async signOut(options) {
      await auth.signOut(options);
      leave({ kind: 'signed-out', notice: null });
    },
  };
}
