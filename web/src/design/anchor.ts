/** Where something stands that floats: at an element, or at a point of the window. */
export type Anchor = Element | { getBoundingClientRect: () => DOMRect };

export function anchorAt(x: number, y: number): Anchor {
  return { getBoundingClientRect: () => new DOMRect(x, y, 0, 0) };
}
