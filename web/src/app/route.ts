/** The places that a URL can name. */
export type Route =
  | { kind: 'home' }
  /** Sign in, or with `isAdding` to one more workspace. */
  | { kind: 'sign-in' }
  | { kind: 'join'; token: string }
  /** What `chat.getPermalink` gives; it does not say which workspace. */
  | { kind: 'permalink'; channelId: string; ts: string; threadTs: string | null }
  /** The workspace without a channel: on a phone the list of channels. */
  | { kind: 'workspace'; workspaceId: string }
  | { kind: 'channel'; workspaceId: string; channelId: string; ts: string | null; threadTs: string | null }
  /** `section` is a part of a page that has parts: the settings. `query` is what a directory is searched for. */
  | { kind: 'page'; workspaceId: string; page: WorkspacePage; section?: SettingsSection; query?: string }
  | { kind: 'unknown' };

/** What can take the conversation's place. */
export const workspacePages = [
  'threads',
  'activity',
  'drafts',
  'saved',
  'direct',
  'browse',
  'people',
  'groups',
  'emoji',
  'settings',
  'import',
] as const;
export type WorkspacePage = (typeof workspacePages)[number];

export const settingsSections = ['profile', 'notifications', 'appearance', 'language', 'devices', 'workspace'] as const;
export type SettingsSection = (typeof settingsSections)[number];

const workspaceId = /^T[A-Z0-9]{2,20}$/;
const channelId = /^[CGD][A-Z0-9]{2,20}$/;
const ts = /^\d{1,10}\.\d{6}$/;
const permalinkTs = /^p(\d{1,10})(\d{6})$/;

/** The route of a path and its query. */
export function parseRoute(path: string, query = ''): Route {
  const [first = '', second = '', third = '', ...rest] = path.split('/').filter(Boolean).map(decode);
  if (rest.length > 0) return { kind: 'unknown' };
  const asked = new URLSearchParams(query);
  const threadTs = getTs(asked.get('thread_ts'));
  if (first === '') return { kind: 'home' };
  if (first === 'sign-in' && second === '') return { kind: 'sign-in' };
  if (first === 'join' && second !== '' && third === '') return { kind: 'join', token: second };
  if (first === 'archives') return parsePermalink(second, third, threadTs);
  if (!workspaceId.test(first)) return { kind: 'unknown' };
  if (second === '') return { kind: 'workspace', workspaceId: first };
  if (isPage(second)) return parsePage(first, second, third, asked.get('q'));
  if (!channelId.test(second) || (third !== '' && !ts.test(third))) return { kind: 'unknown' };
  return { kind: 'channel', workspaceId: first, channelId: second, ts: third || null, threadTs };
}

/** The path, with the query, that names the route. */
export function pathOf(route: Route): string {
  switch (route.kind) {
    case 'home':
    case 'unknown':
      return '/';
    case 'sign-in':
      return '/sign-in';
    case 'join':
      return `/join/${encodeURIComponent(route.token)}`;
    case 'permalink':
      return permalinkPath(route.channelId, route.ts, route.threadTs);
    case 'workspace':
      return `/${route.workspaceId}`;
    case 'page': {
      const query = route.query ? `?${new URLSearchParams({ q: route.query })}` : '';
      const section = route.section === undefined ? '' : `/${route.section}`;
      return `/${route.workspaceId}/${route.page}${section}${query}`;
    }
    case 'channel': {
      const message = route.ts === null ? '' : `/${route.ts}`;
      const thread = route.threadTs === null ? '' : `?thread_ts=${route.threadTs}`;
      return `/${route.workspaceId}/${route.channelId}${message}${thread}`;
    }
  }
}

/** A message's permalink, in the form of `chat.getPermalink`. */
export function permalinkPath(channel: string, messageTs: string, threadTs: string | null): string {
  const thread = threadTs === null ? '' : `?thread_ts=${threadTs}&cid=${channel}`;
  return `/archives/${channel}/p${messageTs.replace('.', '')}${thread}`;
}

/** Permalinks do not say which workspace: what one leads to in this one. */
export function placeOfPermalink(
  { channelId, ts, threadTs }: Extract<Route, { kind: 'permalink' }>,
  workspaceId: string,
): Extract<Route, { kind: 'channel' }> {
  return { kind: 'channel', workspaceId, channelId, ts, threadTs };
}

function parsePermalink(channel: string, message: string, threadTs: string | null): Route {
  const [, seconds, micros] = permalinkTs.exec(message) ?? [];
  if (!channelId.test(channel) || seconds === undefined || micros === undefined) return { kind: 'unknown' };
  return { kind: 'permalink', channelId: channel, ts: `${seconds}.${micros}`, threadTs };
}

function parsePage(workspace: string, page: WorkspacePage, part: string, query: string | null): Route {
  if (part === '') return { kind: 'page', workspaceId: workspace, page, ...(query && { query }) };
  const section = settingsSections.find((known) => known === part);
  if (page !== 'settings' || section === undefined) return { kind: 'unknown' };
  return { kind: 'page', workspaceId: workspace, page, section };
}

function isPage(name: string): name is WorkspacePage {
  return workspacePages.some((page) => page === name);
}

function getTs(value: string | null): string | null {
  return value !== null && ts.test(value) ? value : null;
}

/** A path may hold a broken escape; it names nothing then. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
