import { History, ImagePlus, LayoutTemplate, SlidersHorizontal, Star, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { ComponentProps, RefObject } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { IconButton } from '../../components/button.tsx';
import { tagsInText } from '../../../src-shared/domain/tags.ts';
import { RichText } from '../editor/rich-text.tsx';
import type { RichTextHandle } from '../editor/rich-text.tsx';
import { timeOfDay } from '../../intl/dates.ts';
import { useLanguage } from '../../intl/language.ts';
import { useEntries, useModel, useSession } from '../../shell/model-context.tsx';
import type { Draft } from './autosave.ts';
import { ConflictBanner } from './conflict-banner.tsx';
import { EntryDetails, TitleField } from './entry-details.tsx';
import { shownDetails, shownMood, shownText } from './entries-store.ts';
import styles from './entry-editor.module.css';
import { draggedText } from './dragged-text.ts';
import { HistoryDialog } from './history-dialog.tsx';
import { MoodPicker } from './mood-picker.tsx';
import { usePausedText } from './use-paused-text.ts';
import { promptOf } from '../../../src-shared/domain/prompt.ts';
import { countWords } from '../../../src-shared/domain/words.ts';

/** "Saved" is told to a screen reader at most this often, in milliseconds: a person who writes wants quiet. */
const TELL_EVERY = 15_000;

function SaveState({ draft, isNew }: { readonly draft: Pick<Draft, 'state'> | undefined; readonly isNew: boolean }) {
  const { say } = useLanguage();
  if (draft?.state === 'failed') return <b data-state="failed">{say('entry.notSaved')}</b>;
  if (draft?.state === 'typing' || draft?.state === 'saving') {
    return <span data-state="unsaved">{say('entry.saving')}</span>;
  }
  return isNew ? null : <b data-state="saved">{say('entry.saved')}</b>;
}

/** Tags that came with the entry from elsewhere. Those in the text are read there. */
function OtherTags({ id, tags }: { readonly id: string; readonly tags: readonly string[] }) {
  const { say } = useLanguage();
  const text = usePausedText(id);
  const written = new Set(tagsInText(text).map((tag) => tag.toLowerCase()));
  const others = tags.filter((tag) => !written.has(tag.toLowerCase()));
  if (others.length === 0) return null;
  return (
    <ul className={styles['tags']} aria-label={say('entry.tags')}>
      {others.map((tag) => (
        <li key={tag} dir="auto">
          #{tag}
        </li>
      ))}
    </ul>
  );
}

function WordCount({ id }: { readonly id: string }) {
  const { say } = useLanguage();
  const words = countWords(usePausedText(id));
  return words > 0 && <span className={styles['words']}>{say('entry.words', { count: words })}</span>;
}

/** The text follows each key; what stands around it does not. */
function EntryText({ id, ...props }: Omit<ComponentProps<typeof RichText>, 'body'>) {
  const body = useEntries((state) => shownText(state.byId[id], state.drafts[id]));
  return <RichText id={id} body={body} {...props} />;
}

/** A draft without its text, so that nobody who asks for it is drawn again with every key. */
function useDraftBesideText(id: string): Pick<Draft, 'state' | 'error'> | undefined {
  const state = useEntries(({ drafts }) => drafts[id]?.state);
  const error = useEntries(({ drafts }) => drafts[id]?.error ?? null);
  return state === undefined ? undefined : { state, error };
}

/** As `shownDetails`, and as quiet. */
function useDetails(id: string): ReturnType<typeof shownDetails> {
  return useStore(
    useModel().entries.store,
    useShallow(({ byId, drafts }) => shownDetails(byId[id], drafts[id])),
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
  const { entries, notices, removal, target } = useModel();
  const { say, find, sayError, locale } = useLanguage();
  const entry = useEntries((state) => state.byId[id]);
  const draft = useDraftBesideText(id);
  const shown = useEntries((state) => shownMood(state.byId[id], state.drafts[id]));
  const today = useSession((state) => state.today?.day);
  const wanted = useEntries((state) => (state.focus?.id === id ? state.focus.part : null));
  const article = useRef<HTMLElement>(null);
  const text = useRef<RichTextHandle>(null);
  const mood = useRef<HTMLInputElement>(null);
  const lastTold = useRef(0);
  const files = useRef<HTMLInputElement>(null);

  const [isOpen, setOpen] = useState(false);
  const [hasHistory, setHistory] = useState(false);

  const details = useDetails(id);
  const hasPrompt = useSession((state) => state.settings?.prompt) ?? false;
  const prompt = `entry.prompt.${String(promptOf(day))}`;
  const question =
    day === today ? ((hasPrompt ? find(prompt) : null) ?? say('entry.placeholder')) : say('entry.placeholderPast');
  const time = entry === undefined ? null : timeOfDay(locale, entry.createdAt, entry.zone);

  useEffect(() => {
    if (wanted === null) return;
    if (wanted === 'text') text.current?.focusEnd();
    if (wanted === 'mood') mood.current?.focus();
    if (wanted === 'entry') (heading ?? article).current?.focus();
    entries.focusTaken();
  }, [wanted, entries, heading]);

  const inserted = useEntries(({ insertion }) => (insertion?.id === id ? insertion.text : null));
  useEffect(() => {
    if (inserted === null) return;
    text.current?.insert(inserted);
    entries.insertionTaken();
  }, [inserted, entries]);

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
      data-day={day}
      data-quiet={entry !== undefined || undefined}
    >
      <MoodPicker
        entrance={mood}
        mood={shown}
        onChange={(value) => {
          if (value === null) void removal.clearMood(id, day);
          else entries.edit(id, day, { mood: value });
        }}
      />
      {(details.title !== '' || isOpen) && (
        <TitleField id={id} day={day} title={details.title} takesFocus={isOpen && details.title === ''} />
      )}
      <EntryText
        id={id}
        day={day}
        handle={text}
        isNew={entry === undefined}
        label={time === null ? say('entry.text') : say('entry.textAt', { time })}
        placeholder={entry === undefined ? question : undefined}
      />
      {entry !== undefined && entry.conflicts > 0 && <ConflictBanner id={id} day={day} />}
      {entry !== undefined && <OtherTags id={id} tags={entry.tags} />}
      {draft?.state === 'failed' && draft.error !== null && (
        <p role="alert" className={styles['problem']}>
          {sayError(draft.error)} {say('entry.kept')}
        </p>
      )}
      <div className={styles['meta']}>
        <span className={styles['state']}>
          <SaveState draft={draft} isNew={entry === undefined} />
        </span>
        {time !== null && (
          <span
            role="presentation"
            className={styles['grip']}
            draggable
            title={say('entry.drag')}
            onDragStart={(event) => {
              const { byId, drafts } = entries.store.getState();
              const { plain, markdown } = draggedText(
                details.title,
                shownText(byId[id], drafts[id]),
                say('photo.title'),
              );
              event.dataTransfer.effectAllowed = 'copy';
              event.dataTransfer.setData('text/plain', plain);
              event.dataTransfer.setData('text/markdown', markdown);
            }}
          >
            <time dateTime={entry?.createdAt}>{time}</time>
          </span>
        )}
        {time !== null && <WordCount id={id} />}
        {details.location !== '' && <span className={styles['location']}>{details.location}</span>}
        <span className={styles['tools']}>
          {entry !== undefined && (
            <IconButton
              className={styles['star'] ?? ''}
              label={say('entry.star')}
              aria-pressed={details.starred}
              onClick={() => entries.edit(id, day, { starred: !details.starred })}
            >
              <Star />
            </IconButton>
          )}
          <IconButton
            className={styles['remove'] ?? ''}
            label={say('photo.add')}
            onClick={() => files.current?.click()}
          >
            <ImagePlus />
          </IconButton>
          <input
            ref={files}
            type="file"
            multiple
            hidden
            onChange={(event) => {
              text.current?.addFiles([...(event.target.files ?? [])]);
              event.target.value = '';
            }}
          />
          <IconButton
            className={styles['remove'] ?? ''}
            label={say('templates.insert')}
            onClick={() => target.open({ type: 'templates', entry: id, day })}
          >
            <LayoutTemplate />
          </IconButton>
          {entry !== undefined && (
            <IconButton className={styles['remove'] ?? ''} label={say('history.show')} onClick={() => setHistory(true)}>
              <History />
            </IconButton>
          )}
          {entry !== undefined && (
            <IconButton
              className={styles['remove'] ?? ''}
              label={say('entry.showDetails')}
              aria-expanded={isOpen}
              onClick={() => setOpen(!isOpen)}
            >
              <SlidersHorizontal />
            </IconButton>
          )}
          {entry !== undefined && (
            <IconButton
              className={styles['remove'] ?? ''}
              label={say('entry.remove')}
              onClick={() => void removal.remove(id)}
            >
              <Trash2 />
            </IconButton>
          )}
        </span>
      </div>
      {hasHistory && <HistoryDialog id={id} day={day} onClose={() => setHistory(false)} />}
      {entry !== undefined && isOpen && <EntryDetails key={entry.day} entry={entry} details={details} />}
    </article>
  );
}
