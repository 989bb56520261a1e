import { parseRoute, placeOfPermalink, type Route } from './route.ts';

/** Where in the app a link in a message leads, seen from a workspace on this origin; null for links to elsewhere. */
export function routeOfLink(url: string, origin: string, workspaceId: string): Route | null {
  if (!URL.canParse(url)) return null;
  const { origin: host, pathname, search } = new URL(url);
  if (host !== origin) return null;
  const route = parseRoute(pathname, search);
  if (route.kind === 'permalink') return placeOfPermalink(route, workspaceId);
  return 'workspaceId' in route ? route : null;
}
