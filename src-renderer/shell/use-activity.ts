import { useEffect } from 'react';
import { useModel } from './model-context.tsx';

/** The least time between two reports, in milliseconds. */
const REPORT_EVERY = 5000;

/** Tells the app that somebody is here: the idle lock counts from there. */
export function useActivity(): void {
  const { client } = useModel();
  useEffect(() => {
    let last = -Infinity;
    const report = (): void => {
      const now = performance.now();
      if (now - last < REPORT_EVERY) return;
      last = now;
      void client.invoke('app.activity', {});
    };
    const events = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
    for (const event of events) window.addEventListener(event, report, { passive: true, capture: true });
    return () => {
      for (const event of events) window.removeEventListener(event, report, { capture: true });
    };
  }, [client]);
}
