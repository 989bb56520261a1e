import type { UnreadTotals } from '../../../client/session/sidebar-sections.ts';

/** Shows what is unread on the tab's icon, and on that of the installed app. */
export function showBadge({ mentions, hasUnread }: UnreadTotals): void {
  setFavicon(mentions > 0 ? draw(mentions) : hasUnread ? '/favicon-unread.svg' : '/favicon.svg');
  const app: Partial<Pick<Navigator, 'setAppBadge' | 'clearAppBadge'>> = navigator;
  // Refused where the app is not installed, and then there is no icon either.
  if (mentions > 0) app.setAppBadge?.(mentions).catch(() => undefined);
  else app.clearAppBadge?.().catch(() => undefined);
}

function setFavicon(href: string): void {
  document.querySelector('link[rel="icon"]')?.setAttribute('href', href);
}

/** Pixels; browsers make it smaller. */
const size = 64;

/** Our mark with a number on it: the SVG that the file has, so that the two cannot differ, cannot hold one that changes. */
function draw(count: number): string {
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  const context = canvas.getContext('2d');
  if (!context) return '/favicon-unread.svg';
  context.fillStyle = '#0d6e5f';
  context.beginPath();
  context.roundRect(0, 0, size, size, 16);
  context.fill();
  context.strokeStyle = '#ffffff';
  context.lineCap = 'round';
  context.lineWidth = 6.8;
  for (const [y, until] of [
    [19, 48],
    [32, 36],
    [45, 29],
  ] as const) {
    context.beginPath();
    context.moveTo(16, y);
    context.lineTo(until, y);
    context.stroke();
  }
  const text = count > 99 ? '99' : String(count);
  const radius = 19;
  context.fillStyle = '#c2361b';
  context.beginPath();
  context.roundRect(size - radius * 2 - (text.length > 1 ? 6 : 0), size - radius * 2, size, radius * 2, radius);
  context.fill();
  context.fillStyle = '#ffffff';
  context.font = `700 ${text.length > 1 ? 28 : 32}px system-ui, sans-serif`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(text, size - radius - (text.length > 1 ? 3 : 0), size - radius + 1);
  return canvas.toDataURL('image/png');
}
