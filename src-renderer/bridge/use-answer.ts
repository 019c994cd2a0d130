import { useEffect, useState } from 'react';
import type { CallInputOf, Channel, EventOf, OutputOf } from '../../src-shared/contract/index.ts';
import { useModel } from '../shell/model-context.tsx';

type Domain = EventOf<'data.changed'>['domains'][number];

/**
 * The answer to a question that only one place of the page asks, asked again whenever data of a `domain` change; null until the first answer. While another
 * question of the same channel is on its way, the last answer stays. It ends with the component, and so with the lock.
 */
export function useAnswer<C extends Channel>(
  channel: C,
  input: CallInputOf<C>,
  domain: Domain | readonly Domain[],
): OutputOf<C> | null {
  const { client, firstFrame, showProblem } = useModel();
  const asked = JSON.stringify(input);
  const [answer, setAnswer] = useState<OutputOf<C> | null>(() => firstFrame.answered(channel, asked));
  const watched = [domain].flat().join(' ');
  useEffect(() => {
    let isGone = false;
    // Answers may overtake each other: the last question counts.
    let turn = 0;
    const ask = async (): Promise<void> => {
      const mine = (turn += 1);
      const result = await client.invoke(channel, JSON.parse(asked) as CallInputOf<C>);
      if (isGone || mine !== turn) return;
      if (result.ok) setAnswer(result.value);
      else showProblem(result.error);
    };
    void ask();
    const stop = client.on('data.changed', ({ domains }) => {
      if (domains.some((changed) => watched.split(' ').includes(changed))) void ask();
    });
    return () => {
      isGone = true;
      stop();
    };
  }, [client, showProblem, channel, asked, watched]);
  return answer;
}
