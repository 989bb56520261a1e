export interface TipPlace {
  left: number;
  top: number;
  side: 'above' | 'below';
}

/** Above its element unless there is no room; never closer to the window's edges than half of a short tip. */
export function placeTip(
  anchor: { left: number; right: number; top: number; bottom: number },
  windowWidth: number,
): TipPlace {
  const side = anchor.top > 44 ? 'above' : 'below';
  const middle = (anchor.left + anchor.right) / 2;
  return {
    left: Math.min(Math.max(middle, 60), Math.max(60, windowWidth - 60)),
    top: side === 'above' ? anchor.top - 6 : anchor.bottom + 6,
    side,
  };
}
