import { Trash2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { IconButton } from '../../components/button.tsx';
import { timeOfDay } from '../../intl/dates.ts';
import { useLanguage } from '../../intl/language.ts';
import { useEntries, useModel, useSession } from '../../shell/model-context.tsx';
import type { Draft } from './autosave.ts';
import { shownMood, shownText } from './entries-store.ts';
import styles from './entry-editor.module.css';
import { MoodPicker } from './mood-picker.tsx';
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

interface EntryEditorProps {
  readonly id: string;
  readonly day: string;
}

/** One entry: its mood, its text, and what there is to know of it. An id that is no entry yet is a place to begin one. */
export function EntryEditor({ id, day }: EntryEditorProps) {
  const { entries, notices, showProblem } = useModel();
  const { say, sayError, locale } = useLanguage();
  const entry = useEntries((state) => state.byId[id]);
  const draft = useEntries((state) => state.drafts[id]);
  const today = useSession((state) => state.today?.day);
  const wantsFocus = useEntries((state) => state.focusId === id);
  const text = useRef<HTMLTextAreaElement>(null);
  const lastTold = useRef(0);

  const body = shownText(entry, draft);
  const mood = shownMood(entry, draft);
  const words = countWords(body);
  const time = entry === undefined ? null : timeOfDay(locale, entry.createdAt, entry.zone);

  useEffect(() => {
    if (!wantsFocus || text.current === null) return;
    text.current.focus();
    text.current.setSelectionRange(text.current.value.length, text.current.value.length);
    entries.focusTaken();
  }, [wantsFocus, entries]);

  const state = draft?.state;
  useEffect(() => {
    if (state !== 'saved' || Date.now() - lastTold.current < TELL_EVERY) return;
    lastTold.current = Date.now();
    notices.announce(say('entry.saved'));
  }, [state, notices, say]);

  async function remove(): Promise<void> {
    const result = await entries.remove(id);
    if (!result.ok) {
      showProblem(result.error);
      return;
    }
    notices.show({
      tone: 'plain',
      text: say('entry.removed'),
      action: {
        label: say('entry.undo'),
        perform: () => {
          void entries.restore(id).then((restored) => {
            if (restored.ok) notices.announce(say('entry.restored'));
            else showProblem(restored.error);
          });
        },
      },
    });
  }

  return (
    <article
      className={styles['entry']}
      aria-label={time === null ? say('entry.new') : say('entry.begunAt', { time })}
      data-testid="entry"
    >
      <MoodPicker mood={mood} onChange={(value) => entries.edit(id, day, { mood: value })} />
      <textarea
        ref={text}
        className={styles['text']}
        aria-label={time === null ? say('entry.text') : say('entry.textAt', { time })}
        placeholder={
          entry === undefined ? say(day === today ? 'entry.placeholder' : 'entry.placeholderPast') : undefined
        }
        autoComplete="off"
        spellCheck={false}
        rows={1}
        value={body}
        onChange={(event) => entries.edit(id, day, { body: event.target.value })}
        onBlur={() => void entries.autosave.flush(id)}
      />
      {draft?.state === 'failed' && draft.error !== null && (
        <p role="alert" className={styles['problem']}>
          {sayError(draft.error)} {say('entry.kept')}
        </p>
      )}
      <div className={styles['meta']}>
        <SaveState draft={draft} isNew={entry === undefined} />
        {time !== null && <time dateTime={entry?.createdAt}>{time}</time>}
        {words > 0 && <span>{say('entry.words', { count: words })}</span>}
        {entry !== undefined && (
          <IconButton className={styles['remove'] ?? ''} label={say('entry.remove')} onClick={() => void remove()}>
            <Trash2 />
          </IconButton>
        )}
      </div>
    </article>
  );
}
