import { useEffect, useState } from 'react';
import type { PlaceWait } from '../../../src-shared/contract/desktop.ts';
import centred from '../../components/centred.module.css';
import { useLanguage } from '../../intl/language.ts';
import { useModel } from '../../shell/model-context.tsx';
import { useWaitingFile } from '../import/use-opened-file.ts';
import styles from './waiting-line.module.css';

/** Whether a link that was followed waits for the unlock. It does not wait for ever. */
function usePlaceWaits(): boolean {
  const { client } = useModel();
  const [waits, setWaits] = useState(false);
  useEffect(() => {
    let end: ReturnType<typeof setTimeout> | undefined;
    let isTold = false;
    const take = ({ msLeft }: PlaceWait): void => {
      clearTimeout(end);
      setWaits(msLeft !== null);
      if (msLeft !== null) end = setTimeout(() => setWaits(false), msLeft);
    };
    const stop = client.on('desktop.place-wait-changed', (wait) => {
      isTold = true;
      take(wait);
    });
    let isGone = false;
    void client.invoke('desktop.place-wait', {}).then((result) => {
      if (result.ok && !isGone && !isTold) take(result.value);
    });
    return () => {
      isGone = true;
      clearTimeout(end);
      stop();
    };
  }, [client]);
  return waits;
}

/** What was opened with the app and waits for the unlock. Neither name nor place is said: whoever sees a locked screen need not know it. */
export function WaitingLine() {
  const { say } = useLanguage();
  const file = useWaitingFile();
  const placeWaits = usePlaceWaits();
  return (
    <div aria-live="polite" className={styles['waiting']}>
      {file !== null && (
        <p className={centred['notice']}>{say(file.kind === 'backup' ? 'lock.waitsBackup' : 'lock.waitsArchive')}</p>
      )}
      {placeWaits && <p className={centred['notice']}>{say('lock.waitsPlace')}</p>}
    </div>
  );
}
