import type { SidebarChannel } from '../shared/channel.ts';
import type { BootFrame, SessionServerFrame } from '../shared/protocol/session-socket.ts';

/** What the sidebar shows. Null and empty until the first boot. */
export interface SessionState {
  readonly workspace: BootFrame['workspace'] | null;
  readonly self: BootFrame['self'] | null;
  /** The channels that the person is in, by id. */
  readonly channels: ReadonlyMap<string, SidebarChannel>;
}

export const emptySessionState: SessionState = { workspace: null, self: null, channels: new Map() };

/** The session after a frame of its socket. Applying a frame twice is harmless. */
export function reduceSession(state: SessionState, frame: SessionServerFrame): SessionState {
  switch (frame.type) {
    case 'boot':
      return {
        workspace: frame.workspace,
        self: frame.self,
        channels: new Map(frame.channels.map((channel) => [channel.id, channel])),
      };
    case 'channel':
      return { ...state, channels: new Map(state.channels).set(frame.channel.id, frame.channel) };
    case 'channel_gone': {
      if (!state.channels.has(frame.channel)) return state;
      const channels = new Map(state.channels);
      channels.delete(frame.channel);
      return { ...state, channels };
    }
    case 'error':
      return state;
  }
}

const sorted = new WeakMap<ReadonlyMap<string, SidebarChannel>, readonly SidebarChannel[]>();

/** The channels by name; the same array as long as none changed. */
export function sidebarChannels(state: SessionState): readonly SidebarChannel[] {
  let list = sorted.get(state.channels);
  if (list === undefined) {
    list = [...state.channels.values()].sort((a, b) => a.name.localeCompare(b.name));
    sorted.set(state.channels, list);
  }
  return list;
}
