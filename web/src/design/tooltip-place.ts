export interface TipPlace {
  left: number;
  top: number;
  side: 'above' | 'below';
}

/** What a tip of two lines takes up with its distance. Pixels. */
const room = 50;

/**
 * On the wanted side of its element unless there is no room; never closer to the window's edges than half of a short tip.
 * Below is for what stands right under the words that it is about.
 */
export function placeTip(
  anchor: { left: number; right: number; top: number; bottom: number },
  window: { width: number; height: number },
  wanted: TipPlace['side'] = 'above',
): TipPlace {
  const hasRoom = { above: anchor.top > room, below: anchor.bottom + room < window.height };
  const other = wanted === 'above' ? 'below' : 'above';
  const side = hasRoom[wanted] || !hasRoom[other] ? wanted : other;
  const middle = (anchor.left + anchor.right) / 2;
  return {
    left: Math.min(Math.max(middle, 60), Math.max(60, window.width - 60)),
    top: side === 'above' ? anchor.top - 6 : anchor.bottom + 6,
    side,
  };
}
