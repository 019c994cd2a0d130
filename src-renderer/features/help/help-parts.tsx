import { Copy, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { actions } from '../../actions/registry.ts';
import { shortcutText } from '../../actions/shortcuts.ts';
import { useKeys } from '../../actions/use-keys.ts';
import { Button } from '../../components/button.tsx';
import { copyText } from '../../components/copy-text.ts';
import type { MessageId } from '../../intl/en.ts';
import { useLanguage } from '../../intl/language.ts';
import { useModel, useSession } from '../../shell/model-context.tsx';
import styles from './help-dialog.module.css';
import { MARKS, SEARCH_EXAMPLES, type HelpPart } from './passages.ts';

function Marks() {
  const { say } = useLanguage();
  return (
    <dl className={styles['pairs']}>
      {MARKS.map(({ typed, means }) => (
        <div key={typed}>
          <dt>
            <code>{typed}</code>
          </dt>
          <dd>{say(means)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Each runs where there is an open journal to search. */
function Examples({ isOpen, onLeave }: PartProps) {
  const { target } = useModel();
  const { say } = useLanguage();
  return (
    <dl className={styles['pairs']}>
      {SEARCH_EXAMPLES.map(({ query, means }) => {
        const text = typeof query === 'string' ? query : say(query.say);
        return (
          <div key={means}>
            <dt>
              {isOpen ? (
                <button
                  type="button"
                  className={styles['example']}
                  onClick={() => {
                    onLeave();
                    target.searchFor(text);
                  }}
                >
                  <code>{text}</code>
                </button>
              ) : (
                <code>{text}</code>
              )}
            </dt>
            <dd>{say(means)}</dd>
          </div>
        );
      })}
    </dl>
  );
}

/** Every command that has a key now. */
function Keys() {
  const { say } = useLanguage();
  const keys = useKeys();
  return (
    <dl className={styles['pairs']}>
      {actions.map(({ id, label }) => {
        const shortcut = keys.of(id);
        return shortcut === null ? null : (
          <div key={id}>
            <dt>
              <kbd>{shortcutText(shortcut, keys.platform, say)}</kbd>
            </dt>
            <dd>{say(label)}</dd>
          </div>
        );
      })}
    </dl>
  );
}

function Protection({ isOpen, onLeave }: PartProps) {
  const { target } = useModel();
  const { say } = useLanguage();
  // Before the unlock the screen below has a way of its own to that page.
  if (!isOpen) return null;
  return (
    <Button
      onClick={() => {
        onLeave();
        target.show('protection');
      }}
    >
      <ShieldCheck />
      {say('help.safe.page')}
    </Button>
  );
}

const FILES = [
  { name: 'vault.db', means: 'help.disk.vault' },
  { name: 'vault.json', means: 'help.disk.envelope' },
  { name: 'backups', means: 'help.disk.backups' },
  { name: 'logs', means: 'help.disk.log' },
] as const satisfies readonly { readonly name: string; readonly means: MessageId }[];

function Folder() {
  const { say } = useLanguage();
  const folder = useSession((state) => state.info?.profileFolder ?? '');
  const [isCopied, setIsCopied] = useState<boolean | null>(null);
  return (
    <>
      <p className={styles['folder']}>
        <code>{folder}</code>
        <Button kind="quiet" onClick={() => void copyText(folder).then(setIsCopied)}>
          <Copy />
          {say('help.disk.copy')}
        </Button>
      </p>
      <p role="status">{isCopied !== null && say(isCopied ? 'help.disk.copied' : 'help.disk.notCopied')}</p>
      <dl className={styles['pairs']}>
        {FILES.map(({ name, means }) => (
          <div key={name}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>{say(means)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

interface PartProps {
  /** The vault is, and its rooms are on the screen. */
  readonly isOpen: boolean;
  /** Closes the help, before it goes elsewhere. */
  readonly onLeave: () => void;
}

const PARTS: Readonly<Record<HelpPart, (props: PartProps) => React.ReactNode>> = {
  marks: Marks,
  examples: Examples,
  keys: Keys,
  protection: Protection,
  folder: Folder,
};

export function Part({ part, ...props }: PartProps & { readonly part: HelpPart }) {
  const Body = PARTS[part];
  return <Body {...props} />;
}
