import { MonitorCheck } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { KeychainState } from '../../../src-shared/contract/keychain.ts';
import type { AppError } from '../../../src-shared/result.ts';
import { Button } from '../../components/button.tsx';
import centred from '../../components/centred.module.css';
import { Dialog } from '../../components/dialog.tsx';
import type { MessageId } from '../../intl/en.ts';
import { useLanguage } from '../../intl/language.ts';
import { useModel } from '../../shell/model-context.tsx';
import { AskPassphrase } from './ask-passphrase.tsx';
import styles from './security.module.css';

/** Why it cannot be turned on here; null: it can. */
const REASONS: Readonly<Record<KeychainState['host'], MessageId | null>> = {
  available: null,
  unasked: null,
  'plain-text': 'keychain.plainText',
  none: 'keychain.none',
  'no-answer': 'keychain.noAnswer',
  'host-has-none': 'keychain.hostHasNone',
};

const TOPIC = 'keychain';

/** Settings > Lock and keys: whether this computer's keychain may open the vault, too. */
export function KeychainPart() {
  const { client, notices, showProblem } = useModel();
  const { say } = useLanguage();
  const title = useId();
  const [state, setState] = useState<KeychainState | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const on = useRef<HTMLButtonElement>(null);
  const off = useRef<HTMLButtonElement>(null);
  // The button that was pressed is gone: the one in its place takes the focus.
  const movesFocus = useRef(false);
  useEffect(() => {
    if (!movesFocus.current || isAsking) return;
    movesFocus.current = false;
    // Behind the dialog's own way back, which knows of no button that is gone.
    requestAnimationFrame(() => (off.current ?? on.current ?? heading.current)?.focus());
  });

  function changed(to: KeychainState, text: MessageId): void {
    movesFocus.current = true;
    setState(to);
    notices.show({ tone: 'plain', text: (spoken) => spoken.say(text), action: null, topic: TOPIC });
  }

  useEffect(() => {
    let isGone = false;
    void client.invoke('vault.keychain', {}).then((result) => {
      if (result.ok && !isGone) setState(result.value);
    });
    return () => {
      isGone = true;
    };
  }, [client]);

  async function turnOn(passphrase: string): Promise<AppError | null> {
    const result = await client.invoke('vault.keychain-on', { passphrase });
    if (!result.ok) return result.error;
    setIsAsking(false);
    changed(result.value, 'keychain.turnedOn');
    return null;
  }

  async function turnOff(): Promise<void> {
    const result = await client.invoke('vault.keychain-off', {});
    if (result.ok) changed(result.value, 'keychain.turnedOff');
    else showProblem(result.error);
  }

  const reason = state === null ? null : REASONS[state.host];
  return (
    <section className={styles['part']} aria-labelledby={title}>
      <h3 id={title} ref={heading} tabIndex={-1}>
        {say('keychain.title')}
      </h3>
      <p>{say('keychain.text')}</p>
      {state !== null && (
        <>
          {state.problem !== null && (
            <p className={centred['notice']}>
              {say(`keychain.problem.${state.problem}`)} {!state.isOn && reason === null && say('keychain.anew')}
            </p>
          )}
          {reason !== null && <p className={centred['notice']}>{say(reason)}</p>}
          <p className={styles['state']}>{say(state.isOn ? 'keychain.isOn' : 'keychain.isOff')}</p>
          <div className={centred['row']}>
            {(!state.isOn || state.problem !== null) && reason === null && (
              <Button ref={on} onClick={() => setIsAsking(true)}>
                <MonitorCheck />
                {say(state.isOn ? 'keychain.turnOnAnew' : 'keychain.turnOn')}
              </Button>
            )}
            {state.isOn && (
              <Button ref={off} onClick={() => void turnOff()}>
                {say('keychain.turnOff')}
              </Button>
            )}
          </div>
        </>
      )}
      {isAsking && (
        <Dialog title={say('keychain.title')} onClose={() => setIsAsking(false)} dismissable={false}>
          <AskPassphrase
            action="keychain.confirm"
            working="keychain.confirming"
            ask={turnOn}
            onCancel={() => setIsAsking(false)}
          >
            <p>{say('keychain.means')}</p>
            <p>{say('keychain.byHand')}</p>
            <p>{say('keychain.neverOnly')}</p>
          </AskPassphrase>
        </Dialog>
      )}
    </section>
  );
}
