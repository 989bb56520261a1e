/** Where the person was last, so that the app opens there, and the palette offers it first. */
const workspaceKey = 'edgeways.last-workspace';
const channelsKey = (workspaceId: string) => `edgeways.recent-channels.${workspaceId}`;
const mostChannels = 30;

export function rememberWorkspace(workspaceId: string): void {
  write(workspaceKey, workspaceId);
}

export function rememberChannel(workspaceId: string, channelId: string): void {
  const others = recentChannels(workspaceId).filter((id) => id !== channelId);
  write(channelsKey(workspaceId), [channelId, ...others].slice(0, mostChannels).join(' '));
}

/** The app does not open there again by itself. */
export function forgetChannel(workspaceId: string, channelId: string): void {
  const others = recentChannels(workspaceId).filter((id) => id !== channelId);
  write(channelsKey(workspaceId), others.join(' '));
}

export function lastWorkspace(): string | null {
  return read(workspaceKey);
}

/** The channels that were open, the latest first. */
export function recentChannels(workspaceId: string): readonly string[] {
  return read(channelsKey(workspaceId))?.split(' ') ?? [];
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Without storage the app opens at the general channel.
  }
}
