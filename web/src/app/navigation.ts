import { type MouseEvent, useSyncExternalStore } from 'react';
import { createStore } from '../../../client/store.ts';
import { parseRoute, pathOf, type Route } from './route.ts';

const current = createStore(readRoute());

window.addEventListener('popstate', () => current.set(readRoute()));

function readRoute(): Route {
  return parseRoute(location.pathname, location.search);
}

export const currentRoute = current.get;

export function useRoute(): Route {
  return useSyncExternalStore(current.subscribe, current.get);
}

/** Goes there; with `replace` without a way back to here. */
export function navigate(route: Route, options: { replace?: boolean } = {}): void {
  const path = pathOf(route);
  const here = location.pathname + location.search;
  if (options.replace || path === here) history.replaceState(history.state, '', path);
  else history.pushState({ from: here }, '', path);
  current.set(route);
}

/** Goes to the place that this one lies over: back through the history when it was come from there, so that it does not grow. */
export function goUp(route: Route): void {
  if (cameFrom() === pathOf(route)) history.back();
  else navigate(route, { replace: true });
}

/** Leaves a conversation for the list that it was chosen from, whichever that was, or else for this one. */
export function leaveConversation(list: Route): void {
  const from = cameFrom();
  if (from !== null && parseRoute(from).kind === 'page') history.back();
  else goUp(list);
}

/** The path of the place before this one in the history, unless this one was the first. */
function cameFrom(): string | null {
  const state: unknown = history.state;
  return typeof state === 'object' && state !== null && 'from' in state && typeof state.from === 'string'
    ? state.from
    : null;
}

/** The attributes of a link within the app: a plain click stays in the page, every other is the browser's. */
export function linkTo(route: Route) {
  return {
    href: pathOf(route),
    onClick: (event: MouseEvent) => {
      if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      navigate(route);
    },
  };
}
