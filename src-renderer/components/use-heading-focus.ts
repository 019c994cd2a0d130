import { useEffect, useRef } from 'react';

/**
 * Gives the focus to the heading of a screen that has just opened, so that keyboard and screen reader begin there.
 * A field that has already taken it keeps it.
 */
export function useHeadingFocus(): React.RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const active = document.activeElement;
    const taken = active instanceof HTMLElement && active.matches('input, textarea, [contenteditable]');
    if (!taken) heading.current?.focus({ preventScroll: true });
  }, []);
  return heading;
}
