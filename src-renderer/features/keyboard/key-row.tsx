import { RotateCcw, X } from 'lucide-react';
import { useId } from 'react';
import type { KeyboardEvent } from 'react';
import type { ActionId } from '../../../src-shared/actions/definitions.ts';
import { notesOn } from '../../../src-shared/actions/remap.ts';
import type { Shortcut } from '../../../src-shared/actions/shortcut.ts';
import { roomsOf } from '../../actions/action-groups.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { useLanguage } from '../../intl/language.ts';
import type { KeyWords } from './key-words.ts';
import styles from './keyboard.module.css';

/** What a row has to say below itself: that it listens, why a key is refused, or a question. */
export type RowState =
  | { readonly type: 'rest' }
  | { readonly type: 'recording'; readonly problem: string | null }
  | { readonly type: 'asking'; readonly question: string };

interface KeyRowProps {
  readonly id: ActionId;
  readonly shortcut: Shortcut | null;
  /** The key that it comes with; undefined: it has that one. */
  readonly ours: Shortcut | null | undefined;
  readonly state: RowState;
  readonly words: KeyWords;
  /** Tab comes to this row. */
  readonly isStop: boolean;
  readonly onFocus: () => void;
  readonly onRecord: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onLeave: () => void;
  readonly onRemove: () => void;
  readonly onReset: () => void;
  readonly onTakeOver: () => void;
  readonly onKeep: () => void;
}

/** A command and its key. The buttons of the table are one stop of Tab; arrows go between them. */
export function KeyRow(props: KeyRowProps) {
  const { id, shortcut, ours, state, words, isStop } = props;
  const { say } = useLanguage();
  const below = useId();
  const name = words.name(id);
  const isRecording = state.type === 'recording';
  const notes = [
    ...roomsOf(id).map((room) => say(room)),
    ...(shortcut !== null && notesOn(shortcut).length > 0 ? [say('keyboard.outsideText')] : []),
  ];
  return (
    <>
      <div role="row" className={styles['row']} data-action={id} data-changed={ours !== undefined || undefined}>
        <div role="rowheader" className={styles['name']}>
          <span>{name}</span>
          {notes.length > 0 && <small>{notes.join(' · ')}</small>}
        </div>
        <div role="gridcell">
          <button
            type="button"
            data-cell="key"
            tabIndex={isStop ? 0 : -1}
            className={styles['key']}
            data-none={shortcut === null || undefined}
            aria-label={isRecording ? say('keyboard.press') : say('keyboard.row', { name, key: words.key(shortcut) })}
            aria-pressed={isRecording}
            aria-describedby={state.type === 'rest' ? undefined : below}
            onFocus={props.onFocus}
            onBlur={props.onLeave}
            onClick={props.onRecord}
            onKeyDown={props.onKeyDown}
            // A held Space or Enter would press the button again while it listens.
            onKeyUp={(event) => {
              if (isRecording) event.preventDefault();
            }}
          >
            {isRecording ? say('keyboard.press') : words.key(shortcut)}
          </button>
          {ours !== undefined && <span className={styles['mark']}>{say('keyboard.changed')}</span>}
        </div>
        <div role="gridcell">
          {shortcut !== null && (
            <IconButton
              label={say('keyboard.remove', { name })}
              data-cell="remove"
              tabIndex={-1}
              onFocus={props.onFocus}
              onKeyDown={props.onKeyDown}
              onClick={props.onRemove}
            >
              <X />
            </IconButton>
          )}
        </div>
        <div role="gridcell">
          {ours !== undefined && (
            <IconButton
              label={say('keyboard.reset', { name, key: words.key(ours) })}
              data-cell="reset"
              tabIndex={-1}
              onFocus={props.onFocus}
              onKeyDown={props.onKeyDown}
              onClick={props.onReset}
            >
              <RotateCcw />
            </IconButton>
          )}
        </div>
      </div>
      {state.type !== 'rest' && (
        <div role="row" className={styles['below']}>
          <div role="gridcell" aria-colspan={4}>
            <p id={below} data-problem={(isRecording && state.problem !== null) || undefined}>
              {state.type === 'asking' ? state.question : (state.problem ?? say('keyboard.recording', { name }))}
            </p>
            {state.type === 'asking' && (
              <div
                role="presentation"
                className={styles['answers']}
                onKeyDown={(event) => {
                  if (event.key !== 'Escape') return;
                  event.stopPropagation();
                  props.onKeep();
                }}
              >
                <Button kind="main" autoFocus aria-describedby={below} onClick={props.onTakeOver}>
                  {say('keyboard.takeOver')}
                </Button>
                <Button onClick={props.onKeep}>{say('keyboard.keep')}</Button>
              </div>
            )}
          </div>
        </div>
      )}
    </>
  );
}
