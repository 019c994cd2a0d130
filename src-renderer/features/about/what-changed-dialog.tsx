import { Button } from '../../components/button.tsx';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { useLanguage } from '../../intl/language.ts';
import styles from './about.module.css';
import { MarkdownText } from './markdown-text.tsx';

/** After an update: what the changelog says about it. */
export function WhatChangedDialog({
  version,
  notes,
  onClose,
}: {
  readonly version: string;
  readonly notes: string;
  readonly onClose: () => void;
}) {
  const { say } = useLanguage();
  return (
    <Dialog title={say('updates.isNow', { version })} onClose={onClose} width="wide">
      {/* As the list of versions has them, whose language is not ours to choose. */}
      <div className={styles['notes']} lang="en">
        <MarkdownText markdown={notes} />
      </div>
      <DialogActions>
        <Button kind="main" autoFocus onClick={onClose}>
          {say('dialog.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
