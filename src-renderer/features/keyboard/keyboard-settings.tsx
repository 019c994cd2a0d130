import { Keyboard } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { ActionId } from '../../../src-shared/actions/definitions.ts';
import { judgeKey } from '../../../src-shared/actions/remap.ts';
import { reservedReason } from '../../../src-shared/actions/reserved-keys.ts';
import { defaultShortcut } from '../../../src-shared/actions/shortcut-for.ts';
import { collide, keyboardOf } from '../../../src-shared/actions/shortcut.ts';
import type { Shortcut } from '../../../src-shared/actions/shortcut.ts';
import { ACTION_GROUPS } from '../../actions/action-groups.ts';
import { findByNameOrKey } from '../../actions/find.ts';
import { wordsFor } from '../../actions/palette-words.ts';
import { actions } from '../../actions/registry.ts';
import { useKeys } from '../../actions/use-keys.ts';
import { Button } from '../../components/button.tsx';
import { useLanguage } from '../../intl/language.ts';
import type { MessageValues, Wording } from '../../intl/language.ts';
import type { MessageId } from '../../intl/en.ts';
import { useModel } from '../../shell/model-context.tsx';
import { KeyFilter } from './key-filter.tsx';
import { KeyRow } from './key-row.tsx';
import type { RowState } from './key-row.tsx';
import { keyWords } from './key-words.ts';
import type { KeyWords } from './key-words.ts';
import styles from './keyboard.module.css';
import { recordKey } from './recorder.ts';
import { ResetDialog } from './reset-dialog.tsx';
import { focusKey, moveInTable } from './table-keys.ts';
import { useRemap } from './use-remap.ts';

/** What one row is doing; the others rest. */
type Doing =
  | { readonly type: 'recording'; readonly id: ActionId; readonly problem: string | null }
  | {
      readonly type: 'asking';
      readonly id: ActionId;
      readonly shortcut: Shortcut;
      readonly question: string;
      readonly by: readonly ActionId[];
    };

const REST: RowState = { type: 'rest' };

/** Settings > Keyboard: every command with its key, found by name or by pressing a key, and changed in its row. */
export function KeyboardSettings() {
  const { notices, target } = useModel();
  const language = useLanguage();
  const { say } = language;
  const keys = useKeys();
  const { platform, overrides } = keys;
  const keyboard = keyboardOf(platform);
  const remap = useRemap();
  const words = useMemo(() => keyWords(language, platform), [language, platform]);
  const table = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState('');
  const [pressed, setPressed] = useState<Shortcut | null>(null);
  const [doing, setDoing] = useState<Doing | null>(null);
  const [stop, setStop] = useState<ActionId | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [isResetting, setIsResetting] = useState(false);
  const changed = Object.keys(overrides).length;

  const found: ReadonlySet<ActionId> = useMemo(() => {
    if (pressed !== null) {
      return new Set(
        actions
          .map(({ id }) => id)
          .filter((id) => {
            const shortcut = keys.of(id);
            return shortcut !== null && collide(shortcut, pressed);
          }),
      );
    }
    const all = actions.map(({ id, label }) => {
      const shortcut = keys.of(id);
      const keyText = shortcut === null ? null : words.key(shortcut);
      return { id, label: say(label), words: wordsFor(id, say), keyText };
    });
    return new Set(findByNameOrKey(all, query).map(({ id }) => id));
  }, [keys, pressed, query, say, words]);
  const isFiltered = pressed !== null || query.trim() !== '';
  // Nearly fifty rows, in the middle of a page: there when somebody asks for them, or for one.
  const isShown = isOpen || isFiltered;
  const inTheWay = pressed === null ? null : reservedReason(pressed, keyboard);

  function rest(id: ActionId): void {
    // Before what has the focus goes.
    focusKey(table.current, id);
    setDoing(null);
  }

  const wording =
    (message: MessageId, values: (inWords: KeyWords) => MessageValues): Wording =>
    (spoken) =>
      spoken.say(message, values(keyWords(spoken, platform)));

  function given(id: ActionId, shortcut: Shortcut, notes: readonly string[]): Wording {
    const message = notes.includes('habit-keys')
      ? 'keyboard.givenHabitKey'
      : notes.includes('outside-text')
        ? 'keyboard.givenOutsideText'
        : 'keyboard.given';
    return wording(message, (inWords) => ({ name: inWords.name(id), key: inWords.key(shortcut) }));
  }

  /** Gives a key, or says why not, or asks. */
  function propose(id: ActionId, shortcut: Shortcut): void {
    const verdict = judgeKey(id, shortcut, remap.situation);
    if (verdict.type === 'refused') {
      const problem = words.refusal(verdict.reason, shortcut);
      setDoing({ type: 'recording', id, problem });
      notices.announce(problem);
    } else if (verdict.type === 'taken') {
      const { by } = verdict;
      const question = say('keyboard.conflict', {
        key: words.key(shortcut),
        name: words.name(id),
        others: words.names(by),
      });
      setDoing({ type: 'asking', id, shortcut, question, by });
      notices.announce(question);
    } else {
      rest(id);
      remap.give(id, shortcut, given(id, shortcut, verdict.notes));
    }
  }

  function takeOver({ id, shortcut, by }: Extract<Doing, { readonly type: 'asking' }>): void {
    rest(id);
    remap.give(
      id,
      shortcut,
      wording('keyboard.takenOver', (inWords) => ({
        name: inWords.name(id),
        key: inWords.key(shortcut),
        others: inWords.names(by),
      })),
    );
  }

  function remove(id: ActionId): void {
    if (keys.of(id) === null) return;
    rest(id);
    remap.give(
      id,
      null,
      wording('keyboard.removed', (inWords) => ({ name: inWords.name(id) })),
    );
  }

  function reset(id: ActionId): void {
    const ours = defaultShortcut(id, keyboard);
    if (ours === null) remove(id);
    else propose(id, ours);
  }

  function onRowKey(event: KeyboardEvent, id: ActionId): void {
    if (doing?.type === 'recording' && doing.id === id) {
      const recorded = recordKey(event, platform);
      if (recorded.type === 'left') {
        setDoing(null);
        notices.announce(say('keyboard.kept'));
      } else if (recorded.type === 'unfit') {
        const problem = words.refusal({ why: recorded.reason }, null);
        setDoing({ ...doing, problem });
        notices.announce(problem);
      } else if (recorded.type === 'shortcut') propose(id, recorded.shortcut);
      // Somebody tries again: what was wrong before is read.
      else if (doing.problem !== null) setDoing({ ...doing, problem: null });
      return;
    }
    if (moveInTable(event, table.current)) return;
    if (event.key !== 'Delete' && event.key !== 'Backspace') return;
    event.preventDefault();
    event.stopPropagation();
    remove(id);
  }

  function stateOf(id: ActionId): RowState {
    if (doing?.id !== id) return REST;
    return doing.type === 'recording'
      ? { type: 'recording', problem: doing.problem }
      : { type: 'asking', question: doing.question };
  }

  return (
    <>
      <p>{say('keyboard.text')}</p>
      <KeyFilter platform={platform} query={query} pressed={pressed} onQuery={setQuery} onPressed={setPressed} />
      <p role="status" className={styles['found']}>
        {!isFiltered
          ? ''
          : pressed === null
            ? say('keyboard.found', { count: found.size })
            : inTheWay !== null && found.size === 0
              ? words.refusal(inTheWay, pressed)
              : say('keyboard.foundByKey', { count: found.size, key: words.key(pressed) })}
      </p>
      {!isFiltered && (
        <Button aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {say(isOpen ? 'keyboard.hideAll' : 'keyboard.showAll')}
        </Button>
      )}
      <div ref={table} className={styles['tables']}>
        {ACTION_GROUPS.map((group) => {
          if (!isShown) return null;
          const rows = actions.filter((action) => action.group === group.id && found.has(action.id));
          if (rows.length === 0) return null;
          const first = rows.some(({ id }) => id === stop) ? stop : rows[0]?.id;
          return (
            <section key={group.id}>
              <h3>{say(group.title)}</h3>
              <div role="grid" aria-label={say('keyboard.table', { group: say(group.title) })}>
                {rows.map(({ id }) => (
                  <KeyRow
                    key={id}
                    id={id}
                    shortcut={keys.of(id)}
                    ours={overrides[id] === undefined ? undefined : defaultShortcut(id, keyboard)}
                    state={stateOf(id)}
                    words={words}
                    isStop={id === first}
                    onFocus={() => setStop(id)}
                    onRecord={() => {
                      if (doing?.type === 'recording' && doing.id === id) return;
                      setDoing({ type: 'recording', id, problem: null });
                      notices.announce(say('keyboard.recording', { name: words.name(id) }));
                    }}
                    onKeyDown={(event) => onRowKey(event, id)}
                    onLeave={() => setDoing((now) => (now?.type === 'recording' && now.id === id ? null : now))}
                    onRemove={() => remove(id)}
                    onReset={() => reset(id)}
                    onTakeOver={() => {
                      if (doing?.type === 'asking') takeOver(doing);
                    }}
                    onKeep={() => {
                      rest(id);
                      notices.announce(say('keyboard.kept'));
                    }}
                  />
                ))}
              </div>
            </section>
          );
        })}
      </div>
      <div className={styles['foot']}>
        <p>{changed === 0 ? say('keyboard.nothingChanged') : say('keyboard.someChanged', { count: changed })}</p>
        <div className={styles['answers']}>
          <Button
            aria-disabled={changed === 0}
            onClick={() => {
              if (changed > 0) setIsResetting(true);
            }}
          >
            {say('keyboard.resetAll')}
          </Button>
          <Button onClick={() => target.open({ type: 'shortcuts' })}>
            <Keyboard aria-hidden="true" />
            {say('settings.keysAction')}
          </Button>
        </div>
      </div>
      {isResetting && (
        <ResetDialog
          count={changed}
          onClose={() => setIsResetting(false)}
          onReset={() => remap.resetAll((inLanguage) => inLanguage.say('keyboard.resetDone'))}
        />
      )}
    </>
  );
}
