import { useState } from 'react';
import type { KeyboardEvent, MouseEvent } from 'react';
import type { Point } from './choice-menu.tsx';
import { pageDirection } from '../intl/direction.ts';

export interface ContextMenuState<T> {
  /** What the menu is about; null: it is closed. */
  readonly open: { readonly subject: T; readonly at: Point } | null;
  close(): void;
  readonly onContextMenu: (event: MouseEvent) => void;
  /** Answers whether the key was one that opens the menu. */
  readonly onKeyDown: (event: KeyboardEvent) => boolean;
}

/** Pixels. What is higher is no row but all that has the focus: a menu under it would be far away. */
const ROW_AT_MOST = 240;

function isMenuKey(event: KeyboardEvent): boolean {
  return event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);
}

/**
 * A menu by the other button of the mouse, by Shift+F10 and by the menu key. `find` says what an element is about; null: nothing, and
 * the system's own menu comes, if it has one there.
 */
export function useContextMenu<T>(find: (target: Element) => T | null): ContextMenuState<T> {
  const [open, setOpen] = useState<ContextMenuState<T>['open']>(null);

  function show(target: EventTarget, at: (element: Element) => Point): boolean {
    const subject = target instanceof Element ? find(target) : null;
    if (subject === null) return false;
    // A key is followed by the event of the mouse, which knows less of the place.
    setOpen((before) => before ?? { subject, at: at(target as Element) });
    return true;
  }

  return {
    open,
    close: () => setOpen(null),
    onContextMenu(event) {
      const { clientX: left, clientY: top } = event;
      if (show(event.target, () => ({ left, top }))) event.preventDefault();
    },
    onKeyDown(event) {
      if (!isMenuKey(event)) return false;
      const isShown = show(event.target, (element) => {
        const { left, right, top, height } = element.getBoundingClientRect();
        return {
          left: pageDirection() === 'rtl' ? right - 16 : left + 16,
          top: top + (height < ROW_AT_MOST ? height : 32),
        };
      });
      if (isShown) event.preventDefault();
      return isShown;
    },
  };
}
