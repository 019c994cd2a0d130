import { Keyboard, Printer } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { Field } from '../components/field.tsx';
import { PrintSheet } from '../components/print-sheet.tsx';
import { useLanguage } from '../intl/language.ts';
import { useModel } from '../shell/model-context.tsx';
import { sheetGroups } from './cheat-sheet-keys.ts';
import type { SheetGroup } from './cheat-sheet-keys.ts';
import styles from './cheat-sheet.module.css';
import { findByNameOrKey } from './find.ts';
import { shortcutText } from './shortcuts.ts';
import { useKeys } from './use-keys.ts';

function Groups({ groups }: { readonly groups: readonly SheetGroup[] }) {
  const { say } = useLanguage();
  const { platform } = useKeys();
  return (
    <div className={styles['sheet']}>
      {groups.map(({ title, keys }) => (
        <section key={title}>
          <h3>{say(title)}</h3>
          <dl>
            {keys.map(({ label, where, shortcut }) => (
              <div key={label}>
                <dt>
                  {say(label)}
                  {where !== null && <small>{say(where)}</small>}
                </dt>
                <dd>
                  <kbd>{shortcutText(shortcut, platform, say)}</kbd>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

/** Every key there is, found by what it does or by the key; on paper as a page of its own. */
export function CheatSheet({ onClose }: { readonly onClose: () => void }) {
  const { target } = useModel();
  const { say } = useLanguage();
  const keys = useKeys();
  const [query, setQuery] = useState('');
  const groups = sheetGroups(keys.platform, (id) => keys.of(id));
  const all = groups.flatMap((group) =>
    group.keys.map((key) => ({
      key,
      label: say(key.label),
      words: say(group.title),
      keyText: shortcutText(key.shortcut, keys.platform, say),
    })),
  );
  const kept = new Set(findByNameOrKey(all, query).map(({ key }) => key));
  const found = groups
    .map((group) => ({ ...group, keys: group.keys.filter((key) => kept.has(key)) }))
    .filter((group) => group.keys.length > 0);
  const count = found.reduce((sum, group) => sum + group.keys.length, 0);
  return (
    <Dialog title={say('shortcuts.title')} onClose={onClose} width="broad">
      <div className={styles['tools']}>
        <Field
          label={say('shortcuts.find')}
          type="search"
          placeholder={say('shortcuts.findPlaceholder')}
          autoFocus
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        <Button onClick={() => window.print()}>
          <Printer aria-hidden="true" />
          {say('shortcuts.print')}
        </Button>
        <Button
          onClick={() => {
            onClose();
            target.showSettings('settings-keyboard');
          }}
        >
          <Keyboard aria-hidden="true" />
          {say('shortcuts.change')}
        </Button>
      </div>
      <p role="status" className={styles['found']} data-none={count === 0 || undefined}>
        {query.trim() === '' ? '' : count === 0 ? say('shortcuts.none') : say('shortcuts.found', { count })}
      </p>
      <Groups groups={found} />
      <PrintSheet className={styles['paper'] ?? ''}>
        <h1>{say('shortcuts.title')}</h1>
        <Groups groups={groups} />
      </PrintSheet>
    </Dialog>
  );
}
