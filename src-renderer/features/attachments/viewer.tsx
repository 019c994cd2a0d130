import { useEffect, useRef, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { useLanguage } from '../../intl/language.ts';
import { useModel } from '../../shell/model-context.tsx';
import styles from './attachments.module.css';
import { saveCopy } from './save-copy.ts';
import { keyAlongLine } from '../../intl/direction.ts';

interface ViewerProps {
  /** Pictures that can be walked through. */
  readonly ids: readonly string[];
  readonly first: string;
  readonly onClose: () => void;
}

/** One picture as large as the window allows; the arrows lead to its neighbours. */
export function Viewer({ ids, first, onClose }: ViewerProps) {
  const model = useModel();
  const { attachments, notices, showProblem } = model;
  const { say, sayError } = useLanguage();
  const [id, setId] = useState(first);
  const [shown, setShown] = useState<{ readonly id: string; readonly problem: string | null } | null>(null);
  const [isSaving, setSaving] = useState(false);
  const canvas = useRef<HTMLCanvasElement>(null);
  const index = ids.indexOf(id);

  useEffect(() => {
    let isGone = false;
    void attachments.picture(id).then((found) => {
      const bitmap = found.ok ? found.value.bitmap : null;
      if (!isGone && bitmap !== null && canvas.current !== null) {
        canvas.current.width = bitmap.width;
        canvas.current.height = bitmap.height;
        canvas.current.getContext('2d')?.drawImage(bitmap, 0, 0);
      }
      bitmap?.close();
      if (isGone) return;
      const problem = found.ok ? (bitmap === null ? say('photo.notDrawn') : null) : sayError(found.error);
      setShown({ id, problem });
    });
    return () => {
      isGone = true;
    };
  }, [attachments, id, say, sayError]);

  const step = (by: 1 | -1): void => {
    const next = ids[index + by];
    if (next !== undefined) setId(next);
  };
  const save = async (): Promise<void> => {
    setSaving(true);
    const result = await saveCopy(model, id);
    setSaving(false);
    if (!result.ok) {
      showProblem(result.error);
    } else if (result.value.isSaved) {
      onClose();
      notices.show({ tone: 'plain', text: (spoken) => spoken.say('photo.saved'), action: null });
    }
  };
  const problem = shown?.id === id ? shown.problem : null;
  return (
    <Dialog title={say('photo.title')} onClose={onClose} width="wide">
      <div
        role="presentation"
        className={styles['viewer']}
        onKeyDown={(event) => {
          const key = keyAlongLine(event.key);
          if (key === 'ArrowRight') step(1);
          else if (key === 'ArrowLeft') step(-1);
          else return;
          event.preventDefault();
        }}
      >
        <canvas
          ref={canvas}
          role="img"
          aria-label={say('photo.nth', { index: index + 1, count: ids.length })}
          data-state={shown?.id === id && problem === null ? 'shown' : 'loading'}
          hidden={problem !== null}
        />
        {problem !== null && <p role="alert">{problem}</p>}
        <p className={styles['plain']}>{say('file.plain')}</p>
        <DialogActions>
          {ids.length > 1 && (
            <>
              <Button aria-disabled={index <= 0} onClick={() => step(-1)}>
                {say('photo.previous')}
              </Button>
              <Button aria-disabled={index >= ids.length - 1} onClick={() => step(1)}>
                {say('photo.next')}
              </Button>
            </>
          )}
          <Button disabled={isSaving} onClick={() => void save()}>
            {say(isSaving ? 'file.saving' : 'file.save')}
          </Button>
          <Button kind="main" autoFocus onClick={onClose}>
            {say('dialog.close')}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  );
}
