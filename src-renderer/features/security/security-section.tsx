import { KeyRound, RefreshCcw, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import centred from '../../components/centred.module.css';
import { useLanguage } from '../../intl/language.ts';
import { useModel } from '../../shell/model-context.tsx';
import { ChangePassphrase } from './change-passphrase.tsx';
import { RenewKey } from './renew-key.tsx';

/** Settings > Keys of the vault. */
export function SecuritySection() {
  const { target } = useModel();
  const { say } = useLanguage();
  const [dialog, setDialog] = useState<'passphrase' | 'key' | null>(null);
  const close = (): void => setDialog(null);
  return (
    <>
      <p>{say('security.text')}</p>
      <div className={centred['row']}>
        <Button onClick={() => setDialog('passphrase')}>
          <KeyRound />
          {say('security.changePassphrase')}
        </Button>
        <Button onClick={() => setDialog('key')}>
          <RefreshCcw />
          {say('security.renewKey')}
        </Button>
        <Button kind="quiet" onClick={() => target.show('protection')}>
          <ShieldCheck />
          {say('protection.how')}
        </Button>
      </div>
      {dialog === 'passphrase' && <ChangePassphrase onClose={close} />}
      {dialog === 'key' && <RenewKey onClose={close} />}
    </>
  );
}
