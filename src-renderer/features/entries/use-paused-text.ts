import { useEffect, useState } from 'react';
import { useModel } from '../../shell/model-context.tsx';
import { shownText } from './entries-store.ts';

/** Milliseconds without a key before a long text is looked at as a whole. */
const PAUSE = 400;
/** Characters up to which that costs nothing that could be felt. */
const SHORT = 4000;

/**
 * The text of an entry for what is said about it as a whole (its words, its tags): a short one as it is, a long one as it stood when the hand last paused. To
 * walk through 20,000 words with every key would cost more than the key itself.
 */
export function usePausedText(id: string): string {
  const { store } = useModel().entries;
  const [text, setText] = useState(() => shownText(store.getState().byId[id], store.getState().drafts[id]));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let seen: string | null = null;
    const follow = (): void => {
      const { byId, drafts } = store.getState();
      const now = shownText(byId[id], drafts[id]);
      if (now === seen) return;
      seen = now;
      clearTimeout(timer);
      if (now.length <= SHORT) setText(now);
      else timer = setTimeout(() => setText(now), PAUSE);
    };
    follow();
    const stop = store.subscribe(follow);
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [id, store]);
  return text;
}
