import { useEffect, useState } from 'react';
import { BrandMark } from '../../components/brand-mark.tsx';
import centred from '../../components/centred.module.css';
import { useLanguage } from '../../intl/language.ts';
import { useModel, useSession } from '../../shell/model-context.tsx';
import { OpenBackupStep } from '../backups/open-backup-step.tsx';
import { LanguageMenu } from '../settings/language-menu.tsx';
import { useOpenedFile } from '../import/use-opened-file.ts';
import { BeginStep } from './begin-step.tsx';
import { JoinStep } from './join-step.tsx';
import styles from './onboarding.module.css';
import { PassphraseStep, type PassphraseDraft } from './passphrase-step.tsx';
import { RecoveryKeyStep } from './recovery-key-step.tsx';

function Progress({ step }: { readonly step: 1 | 2 | 3 }) {
  const { say } = useLanguage();
  return (
    <p className={styles['progress']}>
      <span>{say('onboarding.step', { step })}</span>
      <span className={styles['marks']} aria-hidden="true">
        {[1, 2, 3].map((mark) => (
          <i key={mark} data-state={mark < step ? 'done' : mark === step ? 'here' : 'ahead'} />
        ))}
      </span>
    </p>
  );
}

const NOTHING_TYPED: PassphraseDraft = { passphrase: '', again: '' };

/** The first three steps. The recovery key lives here only, until two of its groups have been typed back. */
export function Onboarding() {
  const { say } = useLanguage();
  const { client, session, applyVault } = useModel();
  const isOpen = useSession((state) => state.vault?.state === 'unlocked');
  //  The vault that is begun, and the passphrase that it was begun with.
  const [begun, setBegun] = useState<{ readonly recoveryKey: string; readonly passphrase: string } | null>(null);
  const [isKeyShown, setIsKeyShown] = useState(false);
  const [draft, setDraft] = useState(NOTHING_TYPED);
  const [place, setPlace] = useState({ url: '', token: '' });
  //  The vault is there already: on a server, or in a backup.
  const [comesFrom, setComesFrom] = useState<'server' | 'backup' | null>(null);
  // The app says that the vault is open before the call that fetched it is answered.
  const isJoined = comesFrom !== null && isOpen;
  useEffect(() => {
    if (isJoined) session.endOnboarding();
  }, [isJoined, session]);
  const step = isOpen ? 3 : begun !== null && isKeyShown ? 2 : 1;
  // Whoever opens a backup with an app that has no vault wants that vault.
  const isBackupGiven = useOpenedFile('backup') !== null;
  useEffect(() => {
    // Behind this drawing: it is another screen.
    if (isBackupGiven && step === 1) queueMicrotask(() => setComesFrom((present) => present ?? 'backup'));
  }, [isBackupGiven, step]);
  return (
    <main className={centred['page']}>
      <div
        className={`${centred['column']} ${step !== 1 ? centred['wide'] : comesFrom === null ? styles['beside'] : ''}`}
      >
        <div className={styles['top']}>
          <div className={centred['brand']}>
            <BrandMark />
            {say('app.name')}
          </div>
          {comesFrom === null && <Progress step={step} />}
        </div>
        {step === 1 && comesFrom === 'server' && (
          <JoinStep place={place} onPlace={setPlace} onBack={() => setComesFrom(null)} onJoined={applyVault} />
        )}
        {step === 1 && comesFrom === 'backup' && <OpenBackupStep onBack={() => setComesFrom(null)} />}
        {step === 1 && comesFrom === null && (
          <PassphraseStep
            draft={draft}
            onDraft={setDraft}
            onJoin={() => setComesFrom('server')}
            onOpenBackup={() => setComesFrom('backup')}
            create={async (passphrase) => {
              // Whoever only looked back has the same key to write down: the one on the paper stays right.
              if (begun?.passphrase !== passphrase) {
                const result = await client.invoke('vault.create', { passphrase });
                if (!result.ok) return result.error;
                setBegun({ recoveryKey: result.value.recoveryKey, passphrase });
              }
              setIsKeyShown(true);
              return null;
            }}
          />
        )}
        {step === 2 && begun !== null && (
          <RecoveryKeyStep
            recoveryKey={begun.recoveryKey}
            onBack={() => setIsKeyShown(false)}
            confirm={async () => {
              const result = await client.invoke('vault.confirm-recovery-key', { recoveryKey: begun.recoveryKey });
              if (!result.ok) return result.error;
              setBegun(null);
              setDraft(NOTHING_TYPED);
              applyVault(result.value);
              return null;
            }}
          />
        )}
        {step === 3 && comesFrom === null && <BeginStep onDone={session.endOnboarding} />}
      </div>
      {step === 1 && <LanguageMenu />}
    </main>
  );
}
