import { type MouseEvent, useSyncExternalStore } from 'react';
import { createStore } from '../../../client/store.ts';
import { parseRoute, pathOf, type Route } from './route.ts';

const current = createStore(readRoute());

window.addEventListener('popstate', () => current.set(readRoute()));

function readRoute(): Route {
  return parseRoute(location.pathname, location.search);
}

export function useRoute(): Route {
  return useSyncExternalStore(current.subscribe, current.get);
}

/** Goes there; with `replace` without a way back to here. */
export function navigate(route: Route, options: { replace?: boolean } = {}): void {
  const path = pathOf(route);
  const isHere = path === location.pathname + location.search;
  if (options.replace || isHere) history.replaceState(null, '', path);
  else history.pushState(null, '', path);
  current.set(route);
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
