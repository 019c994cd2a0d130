import { useEffect, useRef } from 'react';
import { pageDirection } from '../../../intl/direction.ts';

/** Pixels of a wheel that counts in lines. */
const LINE = 16;

/**
 * Sideways turns of a wheel or a trackpad, or a wheel with Shift, as days: positive to later ones. Told once a frame, however many come. They scroll nothing else,
 * and do not go back in the history of a browser.
 */
export function useDayWheel(target: HTMLElement | null, column: number, onDays: (days: number) => void): void {
  const latest = useRef({ column, onDays });
  useEffect(() => {
    latest.current = { column, onDays };
  });
  useEffect(() => {
    if (target === null) return undefined;
    let pixels = 0;
    let frame = 0;
    const tell = (): void => {
      frame = 0;
      const days = Math.trunc(pixels / latest.current.column);
      if (days === 0) return;
      pixels -= days * latest.current.column;
      latest.current.onDays(days);
    };
    const onWheel = (event: WheelEvent): void => {
      if (event.ctrlKey) return;
      // With Shift a wheel that turns towards one leads on, whichever way the lines run.
      const along = pageDirection() === 'rtl' ? -event.deltaX : event.deltaX;
      const sideways = event.deltaX === 0 && event.shiftKey ? event.deltaY : along;
      if (Math.abs(sideways) <= Math.abs(event.shiftKey ? 0 : event.deltaY)) return;
      event.preventDefault();
      pixels += sideways * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE : 1);
      if (frame === 0) frame = requestAnimationFrame(tell);
    };
    // React listens to the wheel passively, which cannot keep it.
    target.addEventListener('wheel', onWheel, { passive: false });
    return () => {
      target.removeEventListener('wheel', onWheel);
      cancelAnimationFrame(frame);
    };
  }, [target]);
}
