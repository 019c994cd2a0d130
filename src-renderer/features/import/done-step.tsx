import { Button } from '../../components/button.tsx';
import { DialogActions } from '../../components/dialog.tsx';
import { useLanguage } from '../../intl/language.ts';
import { useModel } from '../../shell/model-context.tsx';
import styles from './import-dialog.module.css';
import type { Stage } from './import-store.ts';
import { Outcome } from './outcome.tsx';
import { thingsIn } from './things.ts';

interface DoneStepProps {
  readonly stage: Stage & { readonly type: 'done' };
  readonly onClose: () => void;
}

export function DoneStep({ stage, onClose }: DoneStepProps) {
  const { imports, target } = useModel();
  const language = useLanguage();
  const { say } = language;
  const { id, added, alreadyThere } = stage.report;
  const addedThings = thingsIn(added, language);
  const earlierThings = thingsIn(alreadyThere, language);
  return (
    <>
      <div role="status" className={styles['report']}>
        <p className={styles['headline']}>
          {addedThings === '' ? say('import.allThere') : say('import.added', { things: addedThings })}
        </p>
        {addedThings !== '' && earlierThings !== '' && <p>{say('import.alreadyThere', { things: earlierThings })}</p>}
      </div>
      <Outcome problems={stage.report} />
      <DialogActions>
        {id !== null && (
          <Button
            kind="quiet"
            className={styles['undo'] ?? ''}
            onClick={() => {
              imports.startAgain();
              target.open({ type: 'take-back', importId: id, added, isAsked: true });
            }}
          >
            {say('import.undo')}
          </Button>
        )}
        <Button kind="quiet" onClick={() => imports.startAgain()}>
          {say('import.another')}
        </Button>
        <Button kind="main" autoFocus onClick={onClose}>
          {say('dialog.done')}
        </Button>
      </DialogActions>
    </>
  );
}
