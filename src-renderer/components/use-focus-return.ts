import { useEffect, useState } from 'react';
import type { RefObject } from 'react';

/** What each open dialog was opened from: a dialog that takes the place of another returns to where the first was opened. */
const openers = new WeakMap<Element, Element | null>();

function present(): Element | null {
  const active = document.activeElement;
  // A menu closes with the choice; its button stays. Looked for first: what a menu lies in calls itself a dialog.
  const menu = active?.closest('[role=menu]') ?? null;
  const place = menu === null ? active : document.getElementById(menu.getAttribute('aria-labelledby') ?? '');
  const dialog = place?.closest('[role=dialog]') ?? null;
  return dialog === null ? place : (openers.get(dialog) ?? null);
}

/** Gives the focus to the heading of the page, for want of a better place. */
export function focusPage(): void {
  document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
}

/**
 * When a dialog closes, the focus goes back to what opened it, or to the page where that is gone. React Aria does the plain case
 * itself, and leaves the focus on the body in the others.
 */
export function useFocusReturn(dialog: RefObject<HTMLElement | null>): void {
  // While the first render runs, nothing inside has the focus yet.
  const [opener] = useState(present);
  useEffect(() => {
    const element = dialog.current;
    if (element !== null) openers.set(element, opener);
    return () => {
      // React Aria waits for the next frame, and asked for it before this.
      requestAnimationFrame(() => {
        if (document.activeElement !== null && document.activeElement !== document.body) return;
        if (opener instanceof HTMLElement && opener !== document.body && opener.isConnected) opener.focus();
        else focusPage();
      });
    };
  }, [dialog, opener]);
}
