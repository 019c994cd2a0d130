import { Trash2 } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ChangeEvent, KeyboardEvent, RefObject } from 'react';
import { matches } from '../../actions/shortcuts.ts';
import { IconButton } from '../../components/button.tsx';
import { tagsInText } from '../../../src-shared/domain/tags.ts';
import { timeOfDay } from '../../intl/dates.ts';
import { useLanguage } from '../../intl/language.ts';
import { useEntries, useModel, useSession } from '../../shell/model-context.tsx';
import type { Draft } from './autosave.ts';
import { ConflictBanner } from './conflict-banner.tsx';
import { shownMood, shownText } from './entries-store.ts';
import styles from './entry-editor.module.css';
import { mapPosition } from './merged-text.ts';
import { MoodPicker } from './mood-picker.tsx';
import type { TextState } from './text-history.ts';
import { countWords } from './words.ts';

/** "Saved" is told to a screen reader at most this often, in milliseconds: a person who writes wants quiet. */
const TELL_EVERY = 15_000;

function SaveState({ draft, isNew }: { readonly draft: Draft | undefined; readonly isNew: boolean }) {
  const { say } = useLanguage();
  if (draft?.state === 'failed') return <b data-state="failed">{say('entry.notSaved')}</b>;
  if (draft?.state === 'typing' || draft?.state === 'saving') {
    return <span data-state="unsaved">{say('entry.saving')}</span>;
  }
  return isNew ? null : <b data-state="saved">{say('entry.saved')}</b>;
}

/** Tags that came with the entry from elsewhere. Those in the text are read there. */
function OtherTags({ tags, body }: { readonly tags: readonly string[]; readonly body: string }) {
  const { say } = useLanguage();
  const written = new Set(tagsInText(body).map((tag) => tag.toLowerCase()));
  const others = tags.filter((tag) => !written.has(tag.toLowerCase()));
  if (others.length === 0) return null;
  return (
    <ul className={styles['tags']} aria-label={say('entry.tags')}>
      {others.map((tag) => (
        <li key={tag}>#{tag}</li>
      ))}
    </ul>
  );
}

function stateOf(field: HTMLTextAreaElement): TextState {
  return { text: field.value, start: field.selectionStart, end: field.selectionEnd };
}

/** Puts the caret behind the last word, and that word on the screen. */
function goToEnd(field: HTMLTextAreaElement): void {
  field.focus({ preventScroll: true });
  field.setSelectionRange(field.value.length, field.value.length);
  const { top, bottom } = field.getBoundingClientRect();
  if (bottom > window.innerHeight) field.scrollIntoView({ block: 'end' });
  else if (top < 0) field.scrollIntoView({ block: 'nearest' });
}

interface EntryTextProps {
  readonly id: string;
  readonly day: string;
  readonly body: string;
  readonly label: string;
  readonly placeholder: string | undefined;
  readonly isNew: boolean;
  readonly field: RefObject<HTMLTextAreaElement | null>;
}

/** The text, with an undo of its own. */
function EntryText({ id, day, body, label, placeholder, isNew, field }: EntryTextProps) {
  const { entries, target } = useModel();
  const platform = useSession((state) => state.info?.platform ?? 'linux');
  // What was begun here does not shrink under the hand that writes it.
  const [isRoomy] = useState(isNew);
  const selectNext = useRef<TextState | null>(null);

  const step = (direction: 'undo' | 'redo'): void => {
    const state = entries.historyOf(id)[direction](body);
    if (state !== null) {
      selectNext.current = state;
      entries.edit(id, day, { body: state.text });
    } else if (direction === 'undo' && isNew && body === '') {
      // Nothing was ever written here: what is meant is the step before.
      target.undo();
    }
  };
  const latest = useRef(step);
  /** Where the caret was, and in which text: a text that comes from elsewhere would leave it at the end. */
  const caret = useRef<TextState | null>(null);
  useLayoutEffect(() => {
    const element = field.current;
    const before = caret.current;
    if (element !== null && before !== null && before.text !== body && document.activeElement === element) {
      element.setSelectionRange(
        mapPosition(before.text, body, before.start),
        mapPosition(before.text, body, before.end),
      );
      caret.current = stateOf(element);
    }
  }, [body, field]);
  useLayoutEffect(() => {
    latest.current = step;
    if (selectNext.current?.text !== body) return;
    field.current?.setSelectionRange(selectNext.current.start, selectNext.current.end);
    selectNext.current = null;
  });

  useEffect(() => {
    const element = field.current;
    if (element === null) return;
    const remember = (): void => entries.historyOf(id).before(stateOf(element));
    // React has no event for it. The menu's Undo arrives here without a key.
    const onBeforeInput = (event: InputEvent): void => {
      if (event.inputType === 'historyUndo' || event.inputType === 'historyRedo') {
        event.preventDefault();
        latest.current(event.inputType === 'historyUndo' ? 'undo' : 'redo');
      } else if (!event.isComposing) {
        remember();
      }
    };
    element.addEventListener('beforeinput', onBeforeInput);
    element.addEventListener('compositionstart', remember);
    return () => {
      element.removeEventListener('beforeinput', onBeforeInput);
      element.removeEventListener('compositionstart', remember);
    };
  }, [entries, field, id]);

  const onChange = (event: ChangeEvent<HTMLTextAreaElement>): void => {
    const { inputType = '', isComposing = false } = event.nativeEvent as Partial<InputEvent>;
    // An undo in another field that Chromium carried out in this one. React puts the text back.
    if (inputType.startsWith('history')) return;
    caret.current = stateOf(event.target);
    entries.historyOf(id).record(stateOf(event.target), event.timeStamp, isComposing);
    entries.edit(id, day, { body: event.target.value });
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const isRedo =
      matches({ key: 'z', mod: true, shift: true }, event, platform) ||
      (platform !== 'mac' && matches({ key: 'y', mod: true }, event, platform));
    if (!isRedo && !matches({ key: 'z', mod: true }, event, platform)) return;
    event.preventDefault();
    step(isRedo ? 'redo' : 'undo');
  };

  return (
    <textarea
      ref={field}
      className={styles['text']}
      data-roomy={isRoomy || undefined}
      aria-label={label}
      placeholder={placeholder}
      autoComplete="off"
      spellCheck={false}
      rows={1}
      value={body}
      onChange={onChange}
      onKeyDown={onKeyDown}
      onSelect={(event) => {
        caret.current = stateOf(event.currentTarget);
      }}
      onBlur={() => void entries.autosave.flush(id)}
    />
  );
}

interface EntryEditorProps {
  readonly id: string;
  readonly day: string;
  /** What stands for the entry as a whole, where it has a heading of its own. */
  readonly heading?: RefObject<HTMLElement | null>;
}

/** One entry: its mood, its text, and what there is to know of it. An id that is no entry yet is a place to begin one. */
export function EntryEditor({ id, day, heading }: EntryEditorProps) {
  const { entries, notices, removal } = useModel();
  const { say, sayError, locale } = useLanguage();
  const entry = useEntries((state) => state.byId[id]);
  const draft = useEntries((state) => state.drafts[id]);
  const today = useSession((state) => state.today?.day);
  const wanted = useEntries((state) => (state.focus?.id === id ? state.focus.part : null));
  const article = useRef<HTMLElement>(null);
  const text = useRef<HTMLTextAreaElement>(null);
  const mood = useRef<HTMLInputElement>(null);
  const lastTold = useRef(0);

  const body = shownText(entry, draft);
  const words = countWords(body);
  const time = entry === undefined ? null : timeOfDay(locale, entry.createdAt, entry.zone);

  useEffect(() => {
    if (wanted === null) return;
    if (wanted === 'text' && text.current !== null) goToEnd(text.current);
    if (wanted === 'mood') mood.current?.focus();
    if (wanted === 'entry') (heading ?? article).current?.focus();
    entries.focusTaken();
  }, [wanted, entries, heading]);

  const state = draft?.state;
  useEffect(() => {
    if (state !== 'saved' || Date.now() - lastTold.current < TELL_EVERY) return;
    lastTold.current = Date.now();
    notices.announce(say('entry.saved'));
  }, [state, notices, say]);

  return (
    <article
      ref={article}
      className={styles['entry']}
      tabIndex={-1}
      aria-label={time === null ? say('entry.new') : say('entry.begunAt', { time })}
      data-testid="entry"
      data-entry={id}
      data-quiet={entry !== undefined || undefined}
    >
      <MoodPicker
        entrance={mood}
        mood={shownMood(entry, draft)}
        onChange={(value) => {
          if (value === null) void removal.clearMood(id, day);
          else entries.edit(id, day, { mood: value });
        }}
      />
      <EntryText
        id={id}
        day={day}
        body={body}
        field={text}
        isNew={entry === undefined}
        label={time === null ? say('entry.text') : say('entry.textAt', { time })}
        placeholder={
          entry === undefined ? say(day === today ? 'entry.placeholder' : 'entry.placeholderPast') : undefined
        }
      />
      {entry !== undefined && entry.conflicts > 0 && <ConflictBanner id={id} day={day} />}
      {entry !== undefined && <OtherTags tags={entry.tags} body={body} />}
      {draft?.state === 'failed' && draft.error !== null && (
        <p role="alert" className={styles['problem']}>
          {sayError(draft.error)} {say('entry.kept')}
        </p>
      )}
      <div className={styles['meta']}>
        <span className={styles['state']}>
          <SaveState draft={draft} isNew={entry === undefined} />
        </span>
        {time !== null && <time dateTime={entry?.createdAt}>{time}</time>}
        {time !== null && words > 0 && <span className={styles['words']}>{say('entry.words', { count: words })}</span>}
        {entry !== undefined && (
          <IconButton
            className={styles['remove'] ?? ''}
            label={say('entry.remove')}
            onClick={() => void removal.remove(id)}
          >
            <Trash2 />
          </IconButton>
        )}
      </div>
    </article>
  );
}
