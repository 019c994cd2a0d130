import { useEffect, useState } from 'react';
import { useSession } from '../../shell/model-context.tsx';

const EVERY_MS = 20_000;

/** Milliseconds since the epoch by the app's clock, renewed often enough for "2 min ago". */
export function useNow(): number {
  const lead = useSession((state) => state.clockLead);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return now + lead;
}
