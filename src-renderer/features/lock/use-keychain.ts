import { useEffect, useState } from 'react';
import type { KeychainState } from '../../../src-shared/contract/keychain.ts';
import type { AppError } from '../../../src-shared/result.ts';
import { useLanguage } from '../../intl/language.ts';
import { useModel } from '../../shell/model-context.tsx';

interface Keychain {
  /** There is a way in by it, and it may be used now. */
  readonly canOpen: boolean;
  readonly isAsking: boolean;
  /** Why it did not open the vault, or may not now. */
  readonly problem: string | null;
  open(): Promise<void>;
}

/** This computer's keychain, as the lock screen has it: never the only way, and never by itself. */
export function useKeychain(): Keychain {
  const { client, unlockWithKeychain } = useModel();
  const { say, sayError } = useLanguage();
  const [state, setState] = useState<KeychainState | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [isAsking, setIsAsking] = useState(false);

  useEffect(() => {
    let isGone = false;
    void client.invoke('vault.keychain', {}).then((result) => {
      if (result.ok && !isGone) setState(result.value);
    });
    return () => {
      isGone = true;
    };
  }, [client]);

  async function open(): Promise<void> {
    if (isAsking) return;
    setIsAsking(true);
    setError(null);
    const result = await unlockWithKeychain();
    setIsAsking(false);
    if (result.ok) setState(result.value);
    else setError(result.error);
  }

  const told =
    error !== null
      ? sayError(error)
      : state?.isResting === true
        ? say('keychain.resting')
        : state !== null && state.problem !== null
          ? say(`keychain.problem.${state.problem}`)
          : null;
  return {
    canOpen: state !== null && state.isOn && !state.isResting,
    isAsking,
    problem: isAsking ? null : told,
    open,
  };
}
