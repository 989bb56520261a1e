import type { Draft } from '../../shared/draft.ts';
import type { BootFrame, SessionServerFrame } from '../../shared/protocol/session-socket.ts';
import type { SavedMessage } from '../../shared/saved.ts';
import { draftKey, savedKey, threadKey, type SessionState } from './session-state.ts';
import { withoutKey } from '../without-key.ts';

/** The session after a frame of its socket. Applying a frame twice is harmless. What did not change keeps its identity. */
export function reduceSession(state: SessionState, frame: SessionServerFrame): SessionState {
  if (frame.type === 'boot') return fromBoot(frame);
  const change = changeOf(state, frame);
  return isChange(state, change) ? { ...state, ...change } : state;
}

function isChange<S extends object>(state: S, change: Partial<S>): boolean {
  for (const field in change) if (change[field] !== state[field]) return true;
  return false;
}

function changeOf(state: SessionState, frame: Exclude<SessionServerFrame, BootFrame>): Partial<SessionState> {
  switch (frame.type) {
    case 'channel':
      return { channels: new Map(state.channels).set(frame.channel.id, frame.channel) };
    case 'channel_gone':
      return { channels: withoutKey(state.channels, frame.channel) };
    case 'preferences':
      return { preferences: frame.preferences };
    case 'channel_preferences':
      return {
        channelPreferences: new Map(state.channelPreferences).set(frame.channel, frame.preferences),
      };
    case 'sections':
      return { sections: frame.sections };
    case 'thread': {
      const { thread } = frame;
      const key = threadKey(thread.channel, thread.thread_ts);
      if (!thread.has_unread) return { unreadThreads: withoutKey(state.unreadThreads, key) };
      return { unreadThreads: new Map(state.unreadThreads).set(key, thread) };
    }
    case 'thread_gone':
      return { unreadThreads: withoutKey(state.unreadThreads, threadKey(frame.channel, frame.thread_ts)) };
    case 'activity':
      return { unreadActivity: frame.unread, hasNewActivity: frame.has_new };
    case 'draft':
      return withDraft(state, frame.draft);
    case 'saved':
      return { saved: bySavedKey(frame.saved) };
    case 'dnd':
      return { dnd: frame.dnd, dndSchedule: frame.schedule };
    case 'own_presence':
      return { ownPresence: frame.presence };
    case 'notice':
    case 'presence':
    case 'user':
    case 'stale':
    case 'error':
      return {};
  }
}

function fromBoot(frame: BootFrame): SessionState {
  return {
    workspace: frame.workspace,
    self: frame.self,
    channels: new Map(frame.channels.map((channel) => [channel.id, channel])),
    preferences: frame.preferences,
    channelPreferences: new Map(Object.entries(frame.channel_preferences)),
    sections: frame.sections,
    unreadThreads: new Map(frame.unread_threads.map((thread) => [threadKey(thread.channel, thread.thread_ts), thread])),
    unreadActivity: frame.unread_activity,
    hasNewActivity: frame.has_new_activity,
    drafts: new Map(frame.drafts.map((draft) => [draftKey(draft.channel, draft.thread_ts), draft])),
    droppedDrafts: new Map(),
    saved: bySavedKey(frame.saved),
    dnd: frame.dnd,
    dndSchedule: frame.dnd_schedule,
    ownPresence: frame.presence,
  };
}

/** Of two drafts for one composer the later counts, and one that is taken away counts too. */
function withDraft(state: SessionState, draft: Draft): Partial<SessionState> {
  const { drafts, droppedDrafts } = state;
  const key = draftKey(draft.channel, draft.thread_ts);
  const known = drafts.get(key)?.updated ?? droppedDrafts.get(key) ?? -1;
  if (draft.updated < known) return {};
  if (draft.text === '')
    return { drafts: withoutKey(drafts, key), droppedDrafts: new Map(droppedDrafts).set(key, draft.updated) };
  return { drafts: new Map(drafts).set(key, draft), droppedDrafts: withoutKey(droppedDrafts, key) };
}

function bySavedKey(saved: readonly SavedMessage[]): ReadonlyMap<string, SavedMessage> {
  return new Map(saved.map((message) => [savedKey(message.channel, message.ts), message]));
}
