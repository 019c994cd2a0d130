import { useEffect, useRef } from 'react';
import { useRoute } from './model-context.tsx';

/** Runs when the room that is on screen is chosen once more. */
export function useAskedAgain(run: () => void): void {
  const turn = useRoute((route) => route.turn);
  const seen = useRef(turn);
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
    if (seen.current === turn) return;
    seen.current = turn;
    latest.current();
  });
}
