import { useEffect, useState } from 'react';
import type { RefObject } from 'react';

/** Of what has the focus, more than half lies under the region. */
function hides(region: Element, focused: Element): boolean {
  const choice = focused.matches('input[type=radio], input[type=checkbox]') ? focused.closest('label') : null;
  const over = region.getBoundingClientRect();
  const box = (choice ?? focused).getBoundingClientRect();
  const width = Math.min(over.right, box.right) - Math.max(over.left, box.left);
  const height = Math.min(over.bottom, box.bottom) - Math.max(over.top, box.top);
  return width > 0 && height > 0 && 2 * width * height > box.width * box.height;
}

/**
 * For what floats over the page without being asked for: it never lies over what has the focus (WCAG 2.2, 2.4.11).
 * @param count of what the region holds now
 * @returns whether it has to be at the other end of the window than its usual one
 */
export function useClearOfFocus(region: RefObject<HTMLElement | null>, count: number): boolean {
  const [isAway, setAway] = useState(false);
  // What comes next begins at its usual end.
  if (isAway && count === 0) setAway(false);
  useEffect(() => {
    if (count === 0) return undefined;
    let frame = 0;
    const look = (): void => {
      const focused = document.activeElement;
      const place = region.current;
      if (place === null || focused === null || focused === document.body || place.contains(focused)) return;
      if (hides(place, focused)) setAway((away) => !away);
    };
    // Behind the scrolling that a focus brings with it.
    const lookSoon = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(look);
    };
    lookSoon();
    document.addEventListener('focusin', lookSoon);
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener('focusin', lookSoon);
    };
  }, [count, region]);
  return isAway;
}
