import type { Settings } from '../../../src-shared/contract/app.ts';
import { useModel } from '../../shell/model-context.tsx';

/** Changes a part of the settings, and says so where that does not work. */
export function useChangeSettings(): (part: Partial<Settings>) => Promise<void> {
  const { session, showProblem } = useModel();
  return async (part) => {
    const error = await session.changeSettings(part);
    if (error !== null) showProblem(error);
  };
}
