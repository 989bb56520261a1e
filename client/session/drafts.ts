import { Draft } from '../../shared/draft.ts';
import type { SessionClientFrame } from '../../shared/protocol/session-socket.ts';
import type { Clock } from '../clock.ts';
import { createPause } from '../pause.ts';
import type { ListableStorage } from '../sending/local-queue-storage.ts';
import { reduceSession } from './reduce-session.ts';
import { draftKey, type SessionState } from './session-state.ts';
import type { Store } from '../store.ts';

/** What a person has written and not sent, in every composer. `session.drafts` has the same, to list and to subscribe to. */
export interface Drafts {
  /** Empty when there is none. */
  get(channel: string, rootTs: string | null): string;
  /** Takes what is in a composer now; an empty text takes the draft away. */
  set(channel: string, rootTs: string | null, text: string): void;
  /** Hands over at once what waits for a pause: to be called when the page is hidden or closed. */
  flush(): void;
}

export interface DraftSync extends Drafts {
  /** A draft that the session has. */
  hear(draft: Draft): void;
  /** A boot has taken the place of the session's state: what the server does not have yet is put back and sent. */
  onBoot(): void;
  onDown(): void;
  /** Puts what the server may not have over what the device remembers of the session. */
  show(): void;
  stop(): void;
}

export interface DraftsOptions {
  session: Store<SessionState>;
  clock: Clock;
  /** False when there is no connection. */
  send(frame: SessionClientFrame): boolean;
  /** Keeps what the server does not have yet over a reload. */
  storage: ListableStorage | null;
  workspaceId: string;
}

/** After the last key, and after the first at the latest. Milliseconds. */
const pauses = { pause: 1_000, longest: 5_000 };
/** A connection that is still there so long after a draft was sent has delivered it. Milliseconds. */
const surelyArrived = 10_000;

export function createDrafts({ session, clock, send, storage, workspaceId }: DraftsOptions): DraftSync {
  const prefix = draftPrefix(workspaceId);
  /** What the server may not have: until it says so. */
  const unconfirmed = new Map<string, Draft>(storage ? stored(storage, prefix) : []);
  /** Not sent over this connection yet. */
  const unsent = new Set<string>();
  const pause = createPause(clock, pauses, flush);
  /** Counts connections. */
  let connections = 0;

  showAll();

  function showAll() {
    for (const draft of unconfirmed.values()) show(draft);
  }

  function show(draft: Draft) {
    session.update((state) => reduceSession(state, { type: 'draft', draft }));
  }

  function lastChange(key: string): number {
    const { drafts, droppedDrafts } = session.get();
    return drafts.get(key)?.updated ?? droppedDrafts.get(key) ?? 0;
  }

  function flush() {
    pause.cancel();
    for (const key of unsent) {
      const draft = unconfirmed.get(key);
      if (draft !== undefined && !send({ type: 'draft', draft })) return;
      unsent.delete(key);
      if (draft !== undefined) confirmLater(key, draft);
    }
  }

  function confirmLater(key: string, draft: Draft) {
    const connection = connections;
    clock.after(surelyArrived, () => {
      if (connections === connection && unconfirmed.get(key) === draft) confirm(key);
    });
  }

  function confirm(key: string) {
    if (!unconfirmed.delete(key)) return;
    unsent.delete(key);
    storage?.removeItem(prefix + key);
  }

  return {
    get: (channel, rootTs) => session.get().drafts.get(draftKey(channel, rootTs))?.text ?? '',
    set(channel, rootTs, text) {
      const key = draftKey(channel, rootTs);
      if ((session.get().drafts.get(key)?.text ?? '') === text) return;
      // Later than what it takes the place of, even where another device's clock is ahead.
      const updated = Math.max(clock.now(), lastChange(key) + 1);
      const draft: Draft = { channel, ...(rootTs !== null && { thread_ts: rootTs }), text, updated };
      unconfirmed.set(key, draft);
      unsent.add(key);
      if (storage) store(storage, prefix + key, draft);
      show(draft);
      pause.wait();
    },
    flush,
    hear(draft) {
      const key = draftKey(draft.channel, draft.thread_ts);
      const mine = unconfirmed.get(key);
      // What the session has not heard of is newer. All else is as it says, even where this device's clock was ahead.
      if (mine !== undefined && draft.updated < mine.updated) return;
      confirm(key);
      show({ ...draft, updated: Math.max(draft.updated, lastChange(key)) });
    },
    onBoot() {
      for (const [key, mine] of unconfirmed) {
        const theirs = session.get().drafts.get(key);
        const isSame = (theirs?.text ?? '') === mine.text;
        const isThere = isSame || (theirs !== undefined && theirs.updated >= mine.updated);
        if (isThere) confirm(key);
        else {
          show(mine);
          unsent.add(key);
        }
      }
      flush();
    },
    show: showAll,
    onDown() {
      connections += 1;
    },
    stop() {
      flush();
    },
  };
}

const draftPrefix = (workspaceId: string) => `edgeways.draft.2.${workspaceId}.`;

/** Forgets what this device kept of a workspace's drafts. */
export function forgetDrafts(storage: ListableStorage, workspaceId: string): void {
  for (const key of keysOf(storage, draftPrefix(workspaceId))) storage.removeItem(key);
}

function stored(storage: ListableStorage, prefix: string): [string, Draft][] {
  const entries: [string, Draft][] = [];
  for (const key of keysOf(storage, prefix)) {
    const draft = read(storage.getItem(key));
    if (draft !== null) entries.push([key.slice(prefix.length), draft]);
  }
  return entries;
}

function keysOf(storage: ListableStorage, prefix: string): string[] {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index));
  return keys.filter((key) => key !== null).filter((key) => key.startsWith(prefix));
}

function store(storage: ListableStorage, key: string, draft: Draft): void {
  try {
    storage.setItem(key, JSON.stringify(draft));
  } catch {
    // No room: the draft lasts as long as the page, or until the session has it.
  }
}

function read(text: string | null): Draft | null {
  try {
    return Draft.parse(JSON.parse(text ?? ''));
  } catch {
    return null;
  }
}
