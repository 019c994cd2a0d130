import type { Pause } from '../../../../src-shared/contract/habits.ts';
import type { AppError } from '../../../../src-shared/result.ts';
import type { Say } from '../../../intl/language.ts';
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
  say: Say,
  before: Pause | null,
  after: Pause | null,
  told: string,
): Promise<AppError | null> {
  const error = await put(tools, before, after);
  if (error !== null) return error;
  // One offer for all of them, the latest: three would cover the list that they are about.
  offerUndo(tools.notices, 'pauses', told, {
    label: say('entry.undo'),
    perform: () =>
      void put(tools, after, before).then((problem) => {
        if (problem !== null) tools.showProblem(problem);
      }),
  });
  return null;
}

/** Its habits are due again from `today` on. */
export async function endPause(tools: Tools, say: Say, pause: Pause, today: string): Promise<void> {
  const error = await changePause(tools, say, pause, endedBefore(pause, today), say('pause.endedNotice'));
  if (error !== null) tools.showProblem(error);
}
