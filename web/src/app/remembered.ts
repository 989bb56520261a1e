/** Where the person was last, so that the app opens there. */
const workspaceKey = 'edgeways.last-workspace';
const channelKey = (workspaceId: string) => `edgeways.last-channel.${workspaceId}`;

export function rememberWorkspace(workspaceId: string): void {
  write(workspaceKey, workspaceId);
}

export function rememberChannel(workspaceId: string, channelId: string): void {
  write(channelKey(workspaceId), channelId);
}

export function lastWorkspace(): string | null {
  return read(workspaceKey);
}

export function lastChannel(workspaceId: string): string | null {
  return read(channelKey(workspaceId));
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
