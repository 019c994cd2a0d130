import type { Pause } from '../../../../src-shared/contract/habits.ts';
import type { AppError } from '../../../../src-shared/result.ts';
import type { Wording } from '../../../intl/language.ts';
import type { Model } from '../../../shell/model.ts';
import { offerUndo } from '../undo-offer.ts';
import { endedBefore } from './pause-ranges.ts';

type Tools = Pick<Model, 'client' | 'notices' | 'showProblem'>;

/** Puts pauses from one state into another: null, one that is not there. @returns what went wrong */
async function put({ client }: Tools, from: Pause | null, to: Pause | null): Promise<AppError | null> {
  if (to === null && from === null) return null;
  const result =
    to === null
      ? await client.invoke('habits.remove-pause', { id: from!.id })
      : await client.invoke('habits.write-pause', to);
  return result.ok ? null : result.error;
}

/** Makes, changes or removes a pause, says so and offers to take it back. @returns what went wrong */
export async function changePause(
  tools: Tools,
  before: Pause | null,
  after: Pause | null,
  told: Wording,
): Promise<AppError | null> {
  const error = await put(tools, before, after);
  if (error !== null) return error;
  // One offer for all of them, the latest: three would cover the list that they are about.
  offerUndo(tools.notices, 'pauses', told, {
    label: (spoken) => spoken.say('entry.undo'),
    perform: () =>
      void put(tools, after, before).then((problem) => {
        if (problem !== null) tools.showProblem(problem);
      }),
  });
  return null;
}

/** Its habits are due again from `today` on. */
export async function endPause(tools: Tools, pause: Pause, today: string): Promise<void> {
  const error = await changePause(tools, pause, endedBefore(pause, today), (spoken) => spoken.say('pause.endedNotice'));
  if (error !== null) tools.showProblem(error);
}
