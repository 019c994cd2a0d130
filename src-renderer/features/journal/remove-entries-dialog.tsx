import { Button } from '../../components/button.tsx';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { useLanguage } from '../../intl/language.ts';
import { useModel } from '../../shell/model-context.tsx';

interface RemoveEntriesDialogProps {
  readonly ids: readonly string[];
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** One entry goes at once and comes back with Undo; several ask first. */
export function RemoveEntriesDialog({ ids, onDone, onClose }: RemoveEntriesDialogProps) {
  const { removal } = useModel();
  const { say } = useLanguage();
  return (
    <Dialog title={say('removeMany.title', { count: ids.length })} onClose={onClose}>
      <p>{say('removeMany.text')}</p>
      <DialogActions>
        <Button onClick={onClose}>{say('dialog.cancel')}</Button>
        <Button
          kind="main"
          autoFocus
          onClick={() => {
            onClose();
            onDone();
            void removal.removeAll(ids);
          }}
        >
          {say('removeMany.confirm')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
