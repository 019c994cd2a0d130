import { useEffect, useRef, useState } from 'react';
import { shortcutFor } from '../../src-shared/actions/shortcut-for.ts';
import type { Shortcut } from '../../src-shared/actions/shortcut.ts';
import { useListKeys } from '../components/use-list-keys.ts';
import { Dialog } from '../components/dialog.tsx';
import { useLanguage } from '../intl/language.ts';
import { useHabits, useModel, useSession } from '../shell/model-context.tsx';
import type { ActionId } from '../../src-shared/actions/definitions.ts';
import { SETTINGS_SECTIONS } from '../features/settings/sections.ts';
import { bestFirst } from './fits.ts';
import { ACTION_WORDS } from './palette-words.ts';
import styles from './palette.module.css';
import { actionState } from './action-state.ts';
import { actions, isWorthOffering } from './registry.ts';
import { shortcutText } from './shortcuts.ts';

interface Choice {
  readonly id: string;
  readonly label: string;
  /** What else it is found by. */
  readonly words: string;
  readonly shortcut: Shortcut | null;
  readonly perform: () => void;
}

/** Every command by its name, and once something is typed every section of the settings and every habit by theirs. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const model = useModel();
  const language = useLanguage();
  const { say } = language;
  const platform = useSession((state) => state.info?.platform ?? 'linux');
  const [query, setQuery] = useState('');
  const state = actionState(model);
  const habits = useHabits((known) => known.all) ?? [];
  useEffect(() => void model.habits.loadAll(), [model]);
  const wordsOf = (id: ActionId): string => {
    const words = ACTION_WORDS[id];
    return words === undefined ? '' : say(words);
  };
  const commands = actions
    .filter((action) => action.id !== 'palette' && isWorthOffering(action, state))
    .map((action): Choice => ({
      id: action.id,
      label: say(action.label),
      words: wordsOf(action.id),
      shortcut: shortcutFor(action.id, platform),
      perform: () => action.perform(model.target),
    }));
  const pages = habits.map(({ id, name }): Choice => ({
    id,
    label: say('palette.habit', { name }),
    words: '',
    shortcut: null,
    perform: () => model.target.showHabit(id),
  }));
  const sections = SETTINGS_SECTIONS.map(({ id, title, words }): Choice => ({
    id,
    label: say('palette.section', { name: say(title) }),
    words: say(words),
    shortcut: null,
    perform: () => model.target.showSettings(id),
  }));
  const all = query.trim() === '' ? commands : [...commands, ...sections, ...pages];
  const found = bestFirst(all, query.trim());
  const run = (index: number): void => {
    const choice = found[index];
    if (choice === undefined) return;
    onClose();
    choice.perform();
  };
  const keys = useListKeys(query, found.length, run);
  const active = found[keys.active];
  const activeId = active?.id;
  // Only where a key moved it: a list that scrolls under a resting pointer would run away from it.
  const movedByKey = useRef(false);
  useEffect(() => {
    if (movedByKey.current && activeId !== undefined) {
      document.getElementById(`palette-${activeId}`)?.scrollIntoView({ block: 'nearest' });
    }
    movedByKey.current = false;
  }, [activeId]);
  return (
    <Dialog title={say('palette.title')} onClose={onClose} width="wide" bare>
      <input
        className={styles['field']}
        role="combobox"
        aria-label={say('palette.label')}
        aria-expanded="true"
        aria-controls="palette-list"
        aria-autocomplete="list"
        aria-activedescendant={active === undefined ? undefined : `palette-${active.id}`}
        placeholder={say('palette.placeholder')}
        autoComplete="off"
        spellCheck={false}
        autoFocus
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={(event) => {
          movedByKey.current = true;
          keys.onKeyDown(event);
        }}
      />
      <div {...keys.listProps} id="palette-list" aria-label={say('palette.title')} className={styles['list']}>
        {found.map(({ id, label, shortcut }, index) => (
          <div
            key={id}
            id={`palette-${id}`}
            role="option"
            aria-selected={index === keys.active}
            tabIndex={-1}
            data-index={index}
            className={styles['option']}
            onMouseMove={() => keys.setActive(index)}
          >
            <span>{label}</span>
            {shortcut !== null && <kbd>{shortcutText(shortcut, platform, language)}</kbd>}
          </div>
        ))}
      </div>
      {found.length === 0 && <p className={styles['none']}>{say('palette.none')}</p>}
    </Dialog>
  );
}
