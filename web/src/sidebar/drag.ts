import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter';
import type { SessionState } from '../../../client/session/session-state.ts';
import { sidebarSections, type SidebarSection } from '../../../client/session/sidebar-sections.ts';
import { mayHold, type Place, placeAt } from './place.ts';

interface Dragging {
  getState: () => SessionState;
  place: (channel: string, place: Place) => void;
  order: (sections: string[]) => void;
}

/** What is dragged. */
type Dragged = { channel: string } | { section: string };

/** Where it would go, and how the page says so. */
interface Goal {
  drop: () => void;
  element: HTMLElement;
  edge: 'before' | 'after' | 'into';
}

/**
 * Dragging in the sidebar. Rows come and go, so none is registered but the one under the pressed pointer, and the whole
 * list is one target. Marks are attributes that React does not know, so that moving renders nothing. Returns what ends it.
 */
export function attachDragging(list: HTMLElement, dragging: Dragging): () => void {
  let release = () => {};
  let marked: HTMLElement | null = null;
  const mark = (goal: Goal | null) => {
    if (marked && marked !== goal?.element) delete marked.dataset.drop;
    marked = goal?.element ?? null;
    if (goal) goal.element.dataset.drop = goal.edge;
  };

  const press = (event: PointerEvent) => {
    release();
    const handle =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row], [data-drop-head]') : null;
    if (!handle || event.pointerType === 'touch' || event.button !== 0) return;
    const { row, dropHead } = handle.dataset;
    const dragged = row !== undefined ? { channel: row } : dropHead !== undefined ? { section: dropHead } : null;
    if (!dragged) return;
    release = draggable({
      element: handle,
      getInitialData: () => dragged,
      onDragStart: () => handle.setAttribute('data-dragged', ''),
      onDrop: () => handle.removeAttribute('data-dragged'),
    });
  };
  list.addEventListener('pointerdown', press);

  const stop = dropTargetForElements({
    element: list,
    onDrag: ({ source, location }) => mark(goalOf(readDragged(source.data), location.current.input, dragging)),
    onDragLeave: () => mark(null),
    onDrop: ({ source, location }) => {
      mark(null);
      goalOf(readDragged(source.data), location.current.input, dragging)?.drop();
    },
  });
  return () => {
    list.removeEventListener('pointerdown', press);
    release();
    stop();
  };
}

function readDragged(data: Record<string | symbol, unknown>): Dragged | null {
  if (typeof data['channel'] === 'string') return { channel: data['channel'] };
  return typeof data['section'] === 'string' ? { section: data['section'] } : null;
}

interface Point {
  clientX: number;
  clientY: number;
}

function goalOf(dragged: Dragged | null, point: Point, dragging: Dragging): Goal | null {
  const under = document.elementFromPoint(point.clientX, point.clientY);
  const whole = under?.closest<HTMLElement>('[data-drop-section]');
  const shown = sidebarSections(dragging.getState()).find(({ section }) => section.id === whole?.dataset.dropSection);
  if (!under || !whole || !shown || !dragged) return null;
  if ('section' in dragged) return goalOfSection(dragged.section, shown, whole, point, dragging);
  return goalOfChannel(dragged.channel, shown, under, whole, point, dragging);
}

function goalOfSection(
  id: string,
  shown: SidebarSection,
  whole: HTMLElement,
  point: Point,
  dragging: Dragging,
): Goal | null {
  if (shown.section.id === id) return null;
  const isBelow = isInLowerHalf(whole, point);
  const ids = dragging.getState().sections.map(({ id: each }) => each);
  const others = ids.filter((each) => each !== id);
  others.splice(others.indexOf(shown.section.id) + (isBelow ? 1 : 0), 0, id);
  return { element: whole, edge: isBelow ? 'after' : 'before', drop: () => dragging.order(others) };
}

function goalOfChannel(
  id: string,
  shown: SidebarSection,
  under: Element,
  whole: HTMLElement,
  point: Point,
  dragging: Dragging,
): Goal | null {
  const channel = dragging.getState().channels.get(id);
  if (!channel || !mayHold(shown.kind, channel)) return null;
  const row = under.closest<HTMLElement>('[data-row]');
  const over = row?.dataset.row;
  if (!row || over === undefined) {
    return { element: whole, edge: 'into', drop: () => dragging.place(id, { section: shown.section.id }) };
  }
  if (over === id) return null;
  const others = shown.channels.filter((each) => each.id !== id);
  const isBelow = isInLowerHalf(row, point);
  const place = placeAt(shown, id, others.findIndex((each) => each.id === over) + (isBelow ? 1 : 0));
  const drop = () => dragging.place(id, place);
  // Among sorted ones there is no place to show: it goes into the section as a whole.
  const isSorted = place.before === undefined && shown.kind !== 'custom';
  return isSorted ? { element: whole, edge: 'into', drop } : { element: row, edge: isBelow ? 'after' : 'before', drop };
}

function isInLowerHalf(element: HTMLElement, { clientY }: Point): boolean {
  const { top, height } = element.getBoundingClientRect();
  return clientY > top + height / 2;
}
