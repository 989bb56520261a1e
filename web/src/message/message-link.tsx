import type { ReactNode } from 'react';
import { linkTo } from '../app/navigation.ts';
import { routeOfLink } from '../app/own-link.ts';
import { useWorkspace } from '../app/workspace-context.ts';

/** A link in a message. What is in the app stays in this page; all else is opened beside it. */
export function MessageLink({ url, children }: { url: string; children: ReactNode }) {
  const route = routeOfLink(url, location.origin, useWorkspace().id);
  if (route !== null) return <a {...linkTo(route)}>{children}</a>;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  );
}
