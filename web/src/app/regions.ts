/**
 * The parts of the window in their order, and what has the focus in each: of several the first that is there. `F6` goes from
 * one to the next.
 */
const regions: readonly { within: string; focus: readonly string[] }[] = [
  { within: 'nav[data-region]', focus: ['[aria-current]', '[data-step]'] },
  { within: 'main section > header', focus: ['button, a'] },
  { within: 'main section [role="log"]', focus: ['[tabindex="0"]'] },
  { within: 'main section', focus: ['[contenteditable="true"]', 'textarea'] },
  { within: 'main aside [role="log"]', focus: ['[tabindex="0"]'] },
  { within: 'main aside', focus: ['[contenteditable="true"]', 'textarea'] },
];

/** Moves the focus to the next part of the window that is there, or the one before. */
export function focusRegion(step: 1 | -1): boolean {
  const places = regions.flatMap(({ within, focus }) => {
    const region = document.querySelector(within);
    const target = region && focus.flatMap((selector) => findVisible(region, selector) ?? [])[0];
    return region && target ? [{ region, target }] : [];
  });
  // The last one that has the focus in it: a composer lies within a section that has a list and a header too.
  const from = places.findLastIndex(({ region, target }) =>
    target.isContentEditable ? target.contains(document.activeElement) : region.contains(document.activeElement),
  );
  const start = from < 0 && step < 0 ? 0 : from;
  const next = places[(start + step + places.length) % places.length];
  next?.target.focus();
  return next !== undefined;
}

function findVisible(region: Element, selector: string): HTMLElement | null {
  for (const element of region.querySelectorAll<HTMLElement>(selector))
    if (element.offsetParent !== null) return element;
  return null;
}
