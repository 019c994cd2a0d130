import { useEffect, useEffectEvent, useState } from 'react';
import type { ForgetLook } from '../../../src-shared/contract/vault.ts';
import type { AppError } from '../../../src-shared/result.ts';
import centred from '../../components/centred.module.css';
import { Dialog } from '../../components/dialog.tsx';
import { Field } from '../../components/field.tsx';
import { useLanguage } from '../../intl/language.ts';
import { useModel, useSession } from '../../shell/model-context.tsx';
import { AskPassphrase } from './ask-passphrase.tsx';
import { backupsHere, isSafeElsewhere, placesElsewhere } from './forget-words.ts';
import styles from './security.module.css';

/** Removes the vault from this computer. Refuses nothing, but says what would be lost, and then wants a word typed. */
export function ForgetDevice({ onClose }: { readonly onClose: () => void }) {
  const { client, showProblem } = useModel();
  const language = useLanguage();
  const { say } = language;
  const zone = useSession((state) => state.today?.zone ?? 'UTC');
  const [look, setLook] = useState<ForgetLook | null>(null);
  const [removeBackups, setRemoveBackups] = useState(false);
  const [word, setWord] = useState('');
  const [busy, setBusy] = useState(false);

  const giveUp = useEffectEvent((error: AppError) => {
    onClose();
    showProblem(error);
  });
  // Asked once: what is shown does not change under the reader's eyes.
  useEffect(() => {
    let isGone = false;
    void client.invoke('vault.forget-look', {}).then((result) => {
      if (isGone) return;
      if (result.ok) setLook(result.value);
      else giveUp(result.error);
    });
    return () => {
      isGone = true;
    };
  }, [client]);

  async function forget(passphrase: string): Promise<AppError | null> {
    // From its first moment on there is no vault, and nothing of this page: the first screen says what came of it (forgotten-notice.tsx).
    const result = await client.invoke('vault.forget', { passphrase, removeBackups });
    return result.ok ? null : result.error;
  }

  if (look === null) return null;
  const isSafe = isSafeElsewhere(look);
  const wanted = say('forget.word');
  return (
    <Dialog title={say('forget.title')} onClose={busy ? () => {} : onClose} dismissable={false} width="wide">
      <AskPassphrase
        action="forget.confirm"
        working="forget.working"
        kind="danger"
        incomplete={!isSafe && word.trim().toUpperCase() !== wanted}
        focusField={false}
        ask={forget}
        onCancel={onClose}
        onBusy={setBusy}
      >
        <p>{say('forget.text', { folder: look.folder })}</p>
        <ul className={styles['places']}>
          {[...placesElsewhere(look, language, zone), backupsHere(look, language, zone)].map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        {isSafe ? (
          <p className={centred['notice']}>{say('forget.safe')}</p>
        ) : (
          <p className={centred['problem']}>{say('forget.unsafe', { count: look.records })}</p>
        )}
        {look.backups > 0 && (
          <label className={styles['check']}>
            <input
              type="checkbox"
              checked={removeBackups}
              onChange={(event) => setRemoveBackups(event.target.checked)}
            />
            {say('forget.removeBackups')}
          </label>
        )}
        {!isSafe && (
          <Field
            label={say('forget.typeWord', { word: wanted })}
            value={word}
            maxLength={40}
            autoCapitalize="characters"
            autoComplete="off"
            onChange={(event) => setWord(event.target.value)}
          />
        )}
      </AskPassphrase>
    </Dialog>
  );
}
