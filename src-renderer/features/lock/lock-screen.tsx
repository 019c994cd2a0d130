import { MonitorCheck, PenLine } from 'lucide-react';
import { useShortcut } from '../../actions/use-shortcut.ts';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import type { VaultState } from '../../../src-shared/contract/vault.ts';
import type { AppError } from '../../../src-shared/result.ts';
import { Art } from '../../components/art/art.tsx';
import { BrandMark } from '../../components/brand-mark.tsx';
import { Button } from '../../components/button.tsx';
import centred from '../../components/centred.module.css';
import { SecretField } from '../../components/secret-field.tsx';
import { CaptureDialog } from '../capture/capture-dialog.tsx';
import type { MessageId } from '../../intl/en.ts';
import { useLanguage } from '../../intl/language.ts';
import { useModel, useSession } from '../../shell/model-context.tsx';
import { LanguageMenu } from '../settings/language-menu.tsx';
import { useAskHow } from '../protection/ask-how.ts';
import styles from './lock-screen.module.css';
import { useCountdown } from './use-countdown.ts';
import { useKeychain } from './use-keychain.ts';
import { WaitingLine } from './waiting-line.tsx';

type Method = 'passphrase' | 'recovery-key';

/** Of the reasons for which a vault is locked; the others are those of the first screen. */
const REASONS: Readonly<Partial<Record<NonNullable<VaultState['reason']>, MessageId>>> = {
  start: 'lock.reason.start',
  person: 'lock.reason.person',
  idle: 'lock.reason.idle',
  suspend: 'lock.reason.suspend',
  'screen-lock': 'lock.reason.screenLock',
  'storage-stopped': 'lock.reason.storageStopped',
  restored: 'lock.reason.restored',
};

/** What went wrong, in the words of this screen; the rest has its own sentence. */
function problemText(
  error: AppError,
  method: Method,
  say: ReturnType<typeof useLanguage>['say'],
  sayError: ReturnType<typeof useLanguage>['sayError'],
): string {
  if (error.code !== 'wrong-secret') return sayError(error);
  return say(method === 'passphrase' ? 'lock.wrongPassphrase' : 'lock.wrongRecoveryKey');
}

export function LockScreen({ vault }: { readonly vault: VaultState }) {
  const { unlock, entries, route } = useModel();
  const { say, sayError } = useLanguage();
  const askHow = useAskHow();
  const [method, setMethod] = useState<Method>('passphrase');
  const [secret, setSecret] = useState('');
  const [error, setError] = useState<AppError | null>(null);
  const [busy, setBusy] = useState(false);
  const unlockAt = useSession((state) => state.unlockAt);
  const seconds = useCountdown(unlockAt);
  // Enter while no try is taken: this one try is made when the wait is over.
  const [queued, setQueued] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const [isCapturing, setIsCapturing] = useState(false);
  useShortcut('capture', () => setIsCapturing(true));
  // The menu bar asks for it as in the open vault. What is typed into it is this screen's from then on: the vault may be locked once more, which forgets what was open.
  useEffect(
    () =>
      route.subscribe(({ overlay }) => {
        if (overlay?.type !== 'capture') return;
        route.setState({ overlay: null });
        setIsCapturing(true);
      }),
    [route],
  );
  const keepsDraft = entries.autosave.hasUnsaved();
  const keychain = useKeychain();
  const byKeychain = keychain.canOpen && method === 'passphrase';
  const keychainFirst = byKeychain && secret === '';

  async function open(): Promise<void> {
    setQueued(false);
    setBusy(true);
    setError(null);
    const result = await unlock(method, secret);
    if (result.ok) return;
    setBusy(false);
    setError(result.error);
    if (result.error.code === 'wrong-secret') setSecret('');
    field.current?.focus();
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (secret === '' || busy) return;
    if (seconds > 0) setQueued(true);
    else void open();
  }

  const openQueued = useEffectEvent(() => void open());
  useEffect(() => {
    if (!queued) return undefined;
    const timer = setTimeout(() => openQueued(), unlockAt - performance.now());
    return () => clearTimeout(timer);
  }, [queued, unlockAt]);

  function choose(next: Method): void {
    setMethod(next);
    setQueued(false);
    setSecret('');
    setError(null);
  }

  return (
    <main className={centred['page']}>
      <div className={centred['column']}>
        <div className={centred['brand']}>
          <BrandMark />
          {say('app.name')}
        </div>
        <div className={styles['motif']}>
          <Art scene="gate" />
        </div>
        <h1>{say('lock.title')}</h1>
        <p className={centred['lead']}>
          {say((vault.reason === null ? undefined : REASONS[vault.reason]) ?? 'lock.reason.start')}
        </p>
        {keepsDraft && <p className={centred['notice']}>{say('lock.keepsDraft')}</p>}
        <WaitingLine />
        <form className={centred['form']} onSubmit={submit}>
          <SecretField
            key={method}
            ref={field}
            autoComplete={method === 'passphrase' ? 'current-password' : 'off'}
            label={say(method === 'passphrase' ? 'lock.passphrase' : 'lock.recoveryKey')}
            hint={
              method === 'recovery-key' ? (
                say('lock.recoveryKeyHint')
              ) : (
                <>
                  <div role="status">{keychain.problem}</div>
                  {byKeychain && keychain.problem === null && say('keychain.enter')}
                </>
              )
            }
            value={secret}
            maxLength={1024}
            autoFocus
            // The keychain has more to say, and moves nothing with it.
            reserve={byKeychain || keychain.problem !== null ? 3 : 2}
            problem={error === null ? null : problemText(error, method, say, sayError)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.repeat || secret !== '' || !byKeychain) return;
              event.preventDefault();
              void keychain.open();
            }}
            onChange={(event) => {
              setSecret(event.target.value);
              // What is being changed is not what was sent off.
              setQueued(false);
              if (event.target.value !== '') setError(null);
            }}
          />
          <div className={centred['row']}>
            {byKeychain && (
              <Button
                kind={keychainFirst ? 'main' : 'plain'}
                className={styles['keychain'] ?? ''}
                aria-disabled={keychain.isAsking || undefined}
                onClick={() => void keychain.open()}
              >
                <MonitorCheck />
                {say(keychain.isAsking ? 'keychain.unlocking' : 'keychain.unlock')}
              </Button>
            )}
            <Button
              kind={keychainFirst ? 'plain' : 'main'}
              type="submit"
              className={styles['unlock'] ?? ''}
              aria-disabled={busy || secret === '' || queued || undefined}
            >
              {seconds > 0
                ? say(queued ? 'lock.queued' : 'lock.wait', { seconds })
                : say(busy ? 'lock.working' : 'lock.unlock')}
            </Button>
          </div>
          <div className={styles['quiet']}>
            <Button kind="quiet" onClick={() => choose(method === 'passphrase' ? 'recovery-key' : 'passphrase')}>
              {say(method === 'passphrase' ? 'lock.useRecoveryKey' : 'lock.usePassphrase')}
            </Button>
          </div>
        </form>
        <footer className={`${styles['quiet']} ${styles['footer']}`}>
          <Button kind="quiet" onClick={() => setIsCapturing(true)}>
            <PenLine />
            {say('capture.title')}
          </Button>
          <Button kind="quiet" onClick={askHow}>
            {say('protection.how')}
          </Button>
        </footer>
      </div>
      <LanguageMenu />
      {isCapturing && <CaptureDialog onClose={() => setIsCapturing(false)} />}
    </main>
  );
}
