import { Paperclip } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Attachment } from '../../../src-shared/contract/attachments.ts';
import type { AppError } from '../../../src-shared/result.ts';
import { Button } from '../../components/button.tsx';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { fileSize } from '../../intl/sizes.ts';
import { useLanguage } from '../../intl/language.ts';
import { useModel } from '../../shell/model-context.tsx';
import styles from './attachments.module.css';
import { saveCopy } from './save-copy.ts';

/** What a file is, and the way out of the vault for it. Nothing is opened from here: that would put it on the disk unasked. */
export function FileDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const model = useModel();
  const { client, notices, showProblem } = model;
  const { say, sayError, locale } = useLanguage();
  const [file, setFile] = useState<Attachment | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [isSaving, setSaving] = useState(false);

  useEffect(() => {
    let isGone = false;
    void client.invoke('attachments.get', { id }).then((found) => {
      if (isGone) return;
      if (found.ok) setFile(found.value.attachment);
      else setError(found.error);
    });
    return () => {
      isGone = true;
    };
  }, [client, id]);

  async function save(wanted: Attachment): Promise<void> {
    setSaving(true);
    const result = await saveCopy(model, wanted.id);
    setSaving(false);
    if (!result.ok) {
      showProblem(result.error);
    } else if (result.value.isSaved) {
      onClose();
      notices.show({ tone: 'plain', text: (spoken) => spoken.say('file.saved', { name: wanted.name }), action: null });
    }
  }

  return (
    <Dialog title={say('file.title')} onClose={onClose}>
      {error !== null && <p role="alert">{error.code === 'not-found' ? say('photo.missing') : sayError(error)}</p>}
      {file !== null && (
        <>
          <p className={styles['file']}>
            <Paperclip aria-hidden="true" />
            <span>
              <b>{file.name}</b>
              <small>{say('file.size', { type: file.type || 'none', size: fileSize(locale, file.size) })}</small>
            </span>
          </p>
          <p className={styles['plain']}>{say('file.plain')}</p>
          <DialogActions>
            <Button onClick={onClose}>{say('dialog.close')}</Button>
            <Button kind="main" disabled={isSaving} onClick={() => void save(file)}>
              {say(isSaving ? 'file.saving' : 'file.save')}
            </Button>
          </DialogActions>
        </>
      )}
    </Dialog>
  );
}
