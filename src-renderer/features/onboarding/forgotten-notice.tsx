import centred from '../../components/centred.module.css';
import { useLanguage } from '../../intl/language.ts';
import { useSession } from '../../shell/model-context.tsx';
import { forgottenWords } from './forgotten-words.ts';

/** On the first screen behind a forgetting: the page that asked for it is gone with the vault, and so the next one says what came of it. */
export function ForgottenNotice() {
  const { say } = useLanguage();
  const vault = useSession((state) => state.vault);
  const words = vault === null ? null : forgottenWords(vault);
  if (vault === null || words === null) return null;
  return (
    <p
      role={words === 'error.not-removed' ? 'alert' : 'status'}
      className={centred[words === 'error.not-removed' ? 'problem' : 'notice']}
    >
      {say(words, { path: vault.keptBackups ?? '' })}
    </p>
  );
}
