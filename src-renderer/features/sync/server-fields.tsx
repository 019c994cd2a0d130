import { Field } from '../../components/field.tsx';
import { SecretField } from '../../components/secret-field.tsx';
import { useLanguage } from '../../intl/language.ts';
import styles from './sync-section.module.css';

export interface ServerFieldsProps {
  readonly url: string;
  readonly token: string;
  readonly urlProblem: string | null;
  readonly onUrl: (url: string) => void;
  readonly onToken: (token: string) => void;
  readonly autoFocus?: boolean;
}

/** Where a vault syncs to, and how to come by such a place. */
export function ServerFields({ url, token, urlProblem, onUrl, onToken, autoFocus = false }: ServerFieldsProps) {
  const { say } = useLanguage();
  return (
    <>
      <Field
        label={say('sync.url')}
        hint={say('sync.urlHint')}
        problem={urlProblem}
        value={url}
        inputMode="url"
        placeholder="libsql://daygrove-you.turso.io"
        maxLength={2000}
        autoFocus={autoFocus}
        onChange={(event) => onUrl(event.target.value)}
      />
      <SecretField
        label={say('sync.token')}
        autoComplete="off"
        value={token}
        maxLength={16_384}
        onChange={(event) => onToken(event.target.value)}
      />
      <details className={styles['how']}>
        <summary>{say('sync.how')}</summary>
        <ol>
          <li>{say('sync.how.account')}</li>
          <li>
            {say('sync.how.create')} <code>turso db create daygrove</code>
          </li>
          <li>
            {say('sync.how.url')} <code>turso db show --url daygrove</code>
          </li>
          <li>
            {say('sync.how.token')} <code>turso db tokens create daygrove</code>
          </li>
        </ol>
        <p>{say('sync.how.own')}</p>
      </details>
    </>
  );
}
