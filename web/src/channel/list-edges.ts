/** What the Tab key would stop at in a row, were it in the page by itself. */
const stops = 'a[href], button, input, select, textarea, summary, audio, video, [contenteditable="true"], [tabindex]';

/**
 * Whether the next Tab leaves the row for what comes after it; backwards it does so from the row itself. The elements in a
 * row are reached from it; those in the other rows would make hundreds of stops.
 */
export function leavesRow(row: HTMLElement, from: Element, isBackwards: boolean): boolean {
  if (isBackwards) return from === row;
  const inside = [...row.querySelectorAll<HTMLElement>(stops)].filter(isStop);
  return inside.length === 0 || inside.at(-1) === from;
}

function isStop(element: HTMLElement): boolean {
  return (
    element.tabIndex >= 0 && !element.matches(':disabled') && element.checkVisibility({ visibilityProperty: true })
  );
}
