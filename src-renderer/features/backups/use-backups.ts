import { useEffect, useState } from 'react';
import type { BackupsState } from '../../../src-shared/contract/backups.ts';
import type { WorkProgress } from '../../../src-shared/contract/events.ts';
import { useModel } from '../../shell/model-context.tsx';

/** The backups as they are, asked again whenever they change; null until the first answer. */
export function useBackups(): BackupsState | null {
  const { client, showProblem } = useModel();
  const [state, setState] = useState<BackupsState | null>(null);
  useEffect(() => {
    let isGone = false;
    let turn = 0;
    const ask = async (): Promise<void> => {
      const mine = (turn += 1);
      const result = await client.invoke('backups.state', {});
      if (isGone || mine !== turn) return;
      if (result.ok) setState(result.value);
      else if (result.error.code !== 'vault-locked') showProblem(result.error);
    };
    void ask();
    const stop = client.on('backups.changed', () => void ask());
    return () => {
      isGone = true;
      stop();
    };
  }, [client, showProblem]);
  return state;
}

/** How far long work of one kind is; null while nothing was said of it. */
export function useWorkProgress(work: WorkProgress['work'], isActive: boolean): WorkProgress | null {
  const { client } = useModel();
  const [progress, setProgress] = useState<WorkProgress | null>(null);
  useEffect(() => {
    if (!isActive) return undefined;
    const stop = client.on('work.progress', (said) => {
      if (said.work === work) setProgress(said);
    });
    return () => {
      stop();
      setProgress(null);
    };
  }, [client, work, isActive]);
  return progress;
}
