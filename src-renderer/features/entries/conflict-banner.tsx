import { useEffect, useState } from 'react';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { Button } from '../../components/button.tsx';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { useLanguage } from '../../intl/language.ts';
import { useModel } from '../../shell/model-context.tsx';
import { copyText } from '../../components/copy-text.ts';
import styles from './conflict-banner.module.css';

type Wording = OutputOf<'entries.conflicts'>['wordings'][number];

interface ConflictProps {
  readonly id: string;
  readonly day: string;
}

function ConflictDialog({ id, day, onClose }: ConflictProps & { readonly onClose: () => void }) {
  const { client, entries, notices, showProblem } = useModel();
  const { say, locale } = useLanguage();
  const [wordings, setWordings] = useState<readonly Wording[]>([]);
  useEffect(() => {
    let isHere = true;
    void client.invoke('entries.conflicts', { id }).then((result) => {
      if (isHere && result.ok) setWordings(result.value.wordings);
    });
    return () => {
      isHere = false;
    };
  }, [client, id]);
  const [wording] = wordings;

  async function settle({ version }: Wording): Promise<void> {
    const result = await client.invoke('entries.settle-conflict', { id, version });
    if (!result.ok) {
      showProblem(result.error);
      return;
    }
    await entries.reload();
    const left = wordings.filter((each) => each.version !== version);
    setWordings(left);
    if (left.length === 0) onClose();
  }

  async function use(chosen: Wording): Promise<void> {
    entries.edit(id, day, { body: chosen.body });
    // What is shown now stays in the history, like every text before it.
    if (await entries.autosave.flush(id)) await settle(chosen);
  }

  return (
    <Dialog title={say('conflict.title')} onClose={onClose} width="wide">
      {wording !== undefined && (
        <>
          <p className={styles['from']}>
            {say(wording.device === null ? 'conflict.fromUnknown' : 'conflict.from', {
              device: wording.device,
              when: new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(
                new Date(wording.writtenAt),
              ),
            })}
          </p>
          <textarea
            className={styles['wording']}
            readOnly
            aria-label={say('conflict.title')}
            value={wording.body}
            rows={10}
          />
          <DialogActions>
            <Button
              kind="quiet"
              onClick={() =>
                void copyText(wording.body).then((copied) => {
                  if (copied) notices.announce(say('conflict.copied'));
                })
              }
            >
              {say('conflict.copy')}
            </Button>
            <Button onClick={() => void use(wording)}>{say('conflict.use')}</Button>
            <Button kind="main" autoFocus onClick={() => void settle(wording)}>
              {say('conflict.keep')}
            </Button>
          </DialogActions>
        </>
      )}
    </Dialog>
  );
}

/** Says that the same words were changed on two devices, and leads to those that lost. */
export function ConflictBanner({ id, day }: ConflictProps) {
  const { say } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={styles['banner']} role="note" data-testid="conflict">
      <p>{say('conflict.text')}</p>
      <Button kind="quiet" onClick={() => setOpen(true)}>
        {say('conflict.show')}
      </Button>
      {isOpen && <ConflictDialog id={id} day={day} onClose={() => setOpen(false)} />}
    </div>
  );
}
