import { FileKey, KeyRound, RefreshCcw, ShieldCheck, Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import { Button } from '../../components/button.tsx';
import centred from '../../components/centred.module.css';
import { useLanguage } from '../../intl/language.ts';
import { useModel } from '../../shell/model-context.tsx';
import { HelpLink } from '../help/help-link.tsx';
import { ChangePassphrase } from './change-passphrase.tsx';
import { ForgetDevice } from './forget-device.tsx';
import { KeychainPart } from './keychain-part.tsx';
import { NewRecoveryKey } from './new-recovery-key.tsx';
import { RenewKey } from './renew-key.tsx';
import styles from './security.module.css';

/** Settings > Lock and keys. */
export function SecuritySection() {
  const { target } = useModel();
  const { say } = useLanguage();
  const forgetTitle = useId();
  const [dialog, setDialog] = useState<'passphrase' | 'recovery-key' | 'key' | 'forget' | null>(null);
  const close = (): void => setDialog(null);
  return (
    <>
      <p>{say('security.text')}</p>
      <div className={centred['row']}>
        <Button onClick={() => setDialog('passphrase')}>
          <KeyRound />
          {say('security.changePassphrase')}
        </Button>
        <Button onClick={() => setDialog('recovery-key')}>
          <FileKey />
          {say('security.newRecoveryKeyAction')}
        </Button>
        <Button onClick={() => setDialog('key')}>
          <RefreshCcw />
          {say('security.renewKey')}
        </Button>
        <Button kind="quiet" onClick={() => target.show('protection')}>
          <ShieldCheck />
          {say('protection.how')}
        </Button>
        <HelpLink passage="recovery" />
      </div>
      <KeychainPart />
      <section className={styles['part']} aria-labelledby={forgetTitle}>
        <h3 id={forgetTitle}>{say('forget.heading')}</h3>
        <p>{say('forget.lead')}</p>
        <div className={centred['row']}>
          <Button onClick={() => setDialog('forget')}>
            <Trash2 />
            {say('forget.action')}
          </Button>
        </div>
      </section>
      {dialog === 'passphrase' && <ChangePassphrase onClose={close} />}
      {dialog === 'recovery-key' && <NewRecoveryKey onClose={close} />}
      {dialog === 'key' && <RenewKey onClose={close} />}
      {dialog === 'forget' && <ForgetDevice onClose={close} />}
    </>
  );
}
