import { Button } from '../../components/button.tsx';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { useLanguage } from '../../intl/language.ts';

interface ResetDialogProps {
  /** Of commands whose keys are not ours. */
  readonly count: number;
  readonly onReset: () => void;
  readonly onClose: () => void;
}

export function ResetDialog({ count, onReset, onClose }: ResetDialogProps) {
  const { say } = useLanguage();
  return (
    <Dialog title={say('keyboard.resetTitle')} onClose={onClose}>
      <p>{say('keyboard.resetText', { count })}</p>
      <DialogActions>
        <Button onClick={onClose}>{say('keyboard.cancel')}</Button>
        <Button
          kind="main"
          autoFocus
          onClick={() => {
            onClose();
            onReset();
          }}
        >
          {say('keyboard.resetConfirm')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
