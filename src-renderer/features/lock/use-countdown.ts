import { useSyncExternalStore } from 'react';

function everyFifthOfASecond(tick: () => void): () => void {
  const timer = setInterval(tick, 200);
  return () => clearInterval(timer);
}

/** Whole seconds that are left until a moment on the clock of `performance.now()`, counted down live; 0 behind it. */
export function useCountdown(until: number): number {
  return useSyncExternalStore(everyFifthOfASecond, () => Math.max(0, Math.ceil((until - performance.now()) / 1000)));
}
