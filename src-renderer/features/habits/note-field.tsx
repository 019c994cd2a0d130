import { useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import type { HabitDay } from '../../../src-shared/contract/habits.ts';
import { useLanguage } from '../../intl/language.ts';
import { useModel } from '../../shell/model-context.tsx';
import styles from './note-field.module.css';
import type { CheckIns } from './use-check-ins.ts';

/** As the contract has it. */
const MOST_SIGNS = 2000;
/** The pause in the typing after which a note is written, in milliseconds. */
const PAUSE = 600;

interface NoteFieldProps {
  readonly checkIns: CheckIns;
  readonly day: HabitDay;
  readonly label: string;
  readonly autoFocus?: boolean;
  /** Ctrl or Cmd and Enter. */
  readonly onDone?: (() => void) | undefined;
}

/**
 * The note on a day. It is kept as it is written, as the journal is, so that no way of leaving it (Escape, a click beside it, the lock) loses a word; the
 * former text comes back with Undo.
 */
export function NoteField({ checkIns, day, label, autoFocus = false, onDone }: NoteFieldProps) {
  const { habits } = useModel();
  const { say } = useLanguage();
  const id = useId();
  const written = day.note ?? '';
  // Null: as the day has it, which another device may change while nobody writes.
  const [text, setText] = useState<string | null>(null);
  /** What the note was when somebody began to write, and what has been written of it since. */
  const draft = useRef<{ readonly former: string; text: string; written: string } | null>(null);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);

  const write = useEffectEvent((): void => {
    clearTimeout(pause.current);
    const present = draft.current;
    if (present === null || present.text === present.written) return;
    present.written = present.text;
    void checkIns.writeNote(day.day, present.text);
  });
  const finish = useEffectEvent((): void => {
    write();
    const present = draft.current;
    draft.current = null;
    if (present !== null && present.text !== present.former) {
      checkIns.tellNote(day.day, present.former, present.text);
    }
  });

  useEffect(() => {
    const end = habits.beforeFlush(() => write());
    return () => {
      end();
      finish();
    };
  }, [habits]);

  return (
    <div className={styles['note']}>
      <label htmlFor={id}>{label}</label>
      <textarea
        dir="auto"
        id={id}
        rows={3}
        maxLength={MOST_SIGNS}
        autoFocus={autoFocus}
        value={text ?? written}
        aria-describedby={`${id}-hint`}
        onFocus={({ currentTarget }) => currentTarget.setSelectionRange(-1, -1)}
        onChange={({ target }) => {
          setText(target.value);
          draft.current ??= { former: written, text: '', written };
          draft.current.text = target.value.trim();
          clearTimeout(pause.current);
          pause.current = setTimeout(() => write(), PAUSE);
        }}
        onBlur={() => {
          finish();
          setText(null);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          finish();
          onDone?.();
        }}
      />
      <p id={`${id}-hint`} className={styles['hint']}>
        {say('checkIn.noteHint')}
      </p>
    </div>
  );
}
