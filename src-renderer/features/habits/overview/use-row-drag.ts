import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';

export interface RowDrag {
  readonly id: string;
  /** The row it would come to stand before. */
  readonly index: number;
}

interface RowDragOptions {
  /** Holds the rows; an element with `data-handle` in a row takes it along. */
  readonly rows: RefObject<HTMLElement | null>;
  /** Pixels from the top of the rows to each row's upper edge, and to the end. */
  readonly edges: readonly number[];
  readonly isOn: boolean;
  readonly onDrop: (id: string, index: number) => void;
}

/** Pixels from the window's edge where the page begins to move, and how far it moves a frame. */
const EDGE = 56;
const STEP = 10;

function indexAt(y: number, edges: readonly number[]): number {
  let nearest = 0;
  for (const [index, edge] of edges.entries()) {
    if (Math.abs(edge - y) < Math.abs((edges[nearest] ?? 0) - y)) nearest = index;
  }
  return nearest;
}

/** Drags rows by their handles. Escape lets everything be as it was. */
export function useRowDrag({ rows, edges, isOn, onDrop }: RowDragOptions): RowDrag | null {
  const [drag, setDrag] = useState<RowDrag | null>(null);
  const latest = useRef({ edges, onDrop });
  useEffect(() => {
    latest.current = { edges, onDrop };
  });
  useEffect(() => {
    const element = rows.current;
    if (element === null || !isOn) return undefined;
    const page = element.closest('main');
    let now: { readonly id: string; index: number; readonly pointer: number } | null = null;
    let pointerY = 0;
    let frame = 0;

    const place = (): void => {
      if (now === null) return;
      const index = indexAt(pointerY - element.getBoundingClientRect().top, latest.current.edges);
      if (index === now.index) return;
      now.index = index;
      setDrag({ id: now.id, index });
    };
    const scroll = (): void => {
      if (now === null || page === null) return;
      const { top, bottom } = page.getBoundingClientRect();
      if (pointerY < top + 2 * EDGE) page.scrollTop -= STEP;
      else if (pointerY > bottom - EDGE) page.scrollTop += STEP;
      place();
      frame = requestAnimationFrame(scroll);
    };
    const end = (): void => {
      now = null;
      cancelAnimationFrame(frame);
      setDrag(null);
    };
    const onPointerDown = (event: PointerEvent): void => {
      const handle = event.target instanceof Element ? event.target.closest('[data-handle]') : null;
      const id = handle?.closest<HTMLElement>('[data-row]')?.dataset['row'];
      if (id === undefined || event.button !== 0) return;
      // Nothing is selected on the way, and the focus stays where it is.
      event.preventDefault();
      pointerY = event.clientY;
      now = { id, index: -1, pointer: event.pointerId };
      element.setPointerCapture(event.pointerId);
      place();
      frame = requestAnimationFrame(scroll);
    };
    const onPointerMove = (event: PointerEvent): void => {
      if (now?.pointer !== event.pointerId) return;
      pointerY = event.clientY;
      place();
    };
    const onPointerUp = (event: PointerEvent): void => {
      if (now?.pointer !== event.pointerId) return;
      const { id, index } = now;
      end();
      latest.current.onDrop(id, index);
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (now === null || event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      end();
    };
    element.addEventListener('pointerdown', onPointerDown);
    element.addEventListener('pointermove', onPointerMove);
    element.addEventListener('pointerup', onPointerUp);
    element.addEventListener('pointercancel', end);
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => {
      element.removeEventListener('pointerdown', onPointerDown);
      element.removeEventListener('pointermove', onPointerMove);
      element.removeEventListener('pointerup', onPointerUp);
      element.removeEventListener('pointercancel', end);
      window.removeEventListener('keydown', onKeyDown, { capture: true });
      end();
    };
  }, [rows, isOn]);
  return drag;
}
