import { useEffect, useId, useRef, useState } from 'react';
import type { ActionId } from '../../src-shared/actions/definitions.ts';
import { withRecent } from '../../src-shared/actions/recent-actions.ts';
import { useListKeys } from '../components/use-list-keys.ts';
import { Dialog } from '../components/dialog.tsx';
import { useLanguage } from '../intl/language.ts';
import { useHabits, useModel, useSession } from '../shell/model-context.tsx';
import { actionState } from './action-state.ts';
import { paletteGroups } from './palette-choices.ts';
import type { PaletteChoice } from './palette-choices.ts';
import styles from './palette.module.css';
import { shortcutText } from './shortcuts.ts';
import { useKeys } from './use-keys.ts';

const NONE: readonly ActionId[] = [];

/** A name with the letters that it was found by. */
function Marked({ label, marks }: Pick<PaletteChoice, 'label' | 'marks'>) {
  const parts: { text: string; isMarked: boolean }[] = [];
  [...label].reduce((at, sign) => {
    const isMarked = marks.includes(at);
    const last = parts.at(-1);
    if (last?.isMarked === isMarked) last.text += sign;
    else parts.push({ text: sign, isMarked });
    return at + sign.length;
  }, 0);
  return (
    <span>
      {parts.map(({ text, isMarked }, index) =>
        // The parts of one label have no names of their own.
        isMarked ? <mark key={index}>{text}</mark> : text,
      )}
    </span>
  );
}

/** Every command by its name, the recent ones first, and once something is typed every section of the settings and every habit by theirs. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const model = useModel();
  const { session, notices } = model;
  const { say } = useLanguage();
  const keysNow = useKeys();
  const group = useId();
  const [query, setQuery] = useState('');
  const recent = useSession(({ settings }) => settings?.recentActions ?? NONE);
  const habits = useHabits((known) => known.all) ?? [];
  useEffect(() => void model.habits.loadAll(), [model]);
  const groups = paletteGroups(query, {
    state: actionState(model),
    target: model.target,
    keyOf: (id) => keysNow.of(id),
    recent,
    habits,
    say,
  });
  const all = groups.flatMap(({ choices }) => choices);
  const run = (index: number): void => {
    const choice = all[index];
    if (choice === undefined) return;
    if (choice.whyNot !== null) {
      notices.announce(`${choice.label}: ${choice.whyNot}`);
      return;
    }
    onClose();
    const { action } = choice;
    // Kept by name only. Where the disk takes nothing, the next list begins as this one did.
    if (action !== null) void session.changeSettings({ recentActions: withRecent(action, recent) });
    choice.perform();
  };
  const keys = useListKeys(query, all.length, run);
  const active = all[keys.active];
  const activeId = active?.id;
  // Only where a key moved it: a list that scrolls under a resting pointer would run away from it.
  const movedByKey = useRef(false);
  useEffect(() => {
    if (movedByKey.current && activeId !== undefined) {
      document.getElementById(`palette-${activeId}`)?.scrollIntoView({ block: 'nearest' });
    }
    movedByKey.current = false;
  }, [activeId]);

  const option = (choice: PaletteChoice) => {
    const { id, label, marks, shortcut, whyNot } = choice;
    const index = all.indexOf(choice);
    return (
      <div
        key={id}
        id={`palette-${id}`}
        role="option"
        aria-selected={index === keys.active}
        aria-disabled={whyNot !== null || undefined}
        tabIndex={-1}
        data-index={index}
        className={styles['option']}
        onMouseMove={() => keys.setActive(index)}
      >
        <Marked label={label} marks={marks} />
        {whyNot !== null ? (
          <small>{whyNot}</small>
        ) : (
          shortcut !== null && <kbd>{shortcutText(shortcut, keysNow.platform, say)}</kbd>
        )}
      </div>
    );
  };
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
        {groups.map(({ title, choices }) =>
          title === null ? (
            choices.map(option)
          ) : (
            <div key={title} role="group" aria-labelledby={`${group}-${title}`} className={styles['group']}>
              <div id={`${group}-${title}`} role="presentation" className={styles['title']}>
                {say(title)}
              </div>
              {choices.map(option)}
            </div>
          ),
        )}
      </div>
    </Dialog>
  );
}
