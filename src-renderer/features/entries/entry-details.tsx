import { useId, useState } from 'react';
import type { Entry } from '../../../src-shared/contract/entries.ts';
import { uniqueTags } from '../../../src-shared/domain/tags.ts';
import { Field } from '../../components/field.tsx';
import { useLanguage } from '../../intl/language.ts';
import { useModel, useSession } from '../../shell/model-context.tsx';
import type { shownDetails } from './entries-store.ts';
import styles from './entry-details.module.css';

type Details = ReturnType<typeof shownDetails>;

/** As they are typed: by commas or spaces, with or without the sign. */
export function tagsTyped(text: string): string[] {
  return uniqueTags(text.split(/[,;\s]+/u).map((part) => part.replace(/^#+/u, '')));
}

interface TitleFieldProps {
  readonly id: string;
  readonly day: string;
  readonly title: string;
  /** It was asked for just now. */
  readonly takesFocus: boolean;
}

/** One line over the text. Enter goes on to the text. */
export function TitleField({ id, day, title, takesFocus }: TitleFieldProps) {
  const { entries } = useModel();
  const { say } = useLanguage();
  return (
    <>
      <input
        className={styles['title']}
        dir="auto"
        aria-label={say('entry.title')}
        placeholder={say('entry.title')}
        autoComplete="off"
        spellCheck={false}
        maxLength={300}
        autoFocus={takesFocus}
        value={title}
        onChange={(event) => entries.edit(id, day, { title: event.target.value })}
        onBlur={() => void entries.autosave.flush(id)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          entries.requestFocus(id, 'text');
        }}
      />
      <p className={styles['onPaper']} aria-hidden="true">
        {title}
      </p>
    </>
  );
}

interface EntryDetailsProps {
  readonly entry: Entry;
  readonly details: Details;
}

/** What an entry says beside its text: where, tags, and the day it belongs to. */
export function EntryDetails({ entry, details }: EntryDetailsProps) {
  const { entries, notices, showProblem } = useModel();
  const { say } = useLanguage();
  const today = useSession((state) => state.today?.day);
  const dayId = useId();
  const [tags, setTags] = useState(() => details.ownTags.join(', '));
  const [day, setDay] = useState(entry.day);

  async function move(): Promise<void> {
    if (day === entry.day || day === '' || (today !== undefined && day > today)) {
      setDay(entry.day);
      return;
    }
    const from = entry.day;
    const result = await entries.move(entry.id, day);
    if (!result.ok) {
      showProblem(result.error);
      return;
    }
    notices.show({
      tone: 'plain',
      text: (spoken) => spoken.say('entry.moved'),
      action: { label: (spoken) => spoken.say('entry.undo'), perform: () => void entries.move(entry.id, from) },
    });
  }

  return (
    <div className={styles['details']} role="group" aria-label={say('entry.details')}>
      <Field
        label={say('entry.location')}
        maxLength={300}
        value={details.location}
        onChange={(event) => entries.edit(entry.id, entry.day, { location: event.target.value })}
        onBlur={() => void entries.autosave.flush(entry.id)}
      />
      <Field
        label={say('entry.ownTags')}
        value={tags}
        onChange={(event) => setTags(event.target.value)}
        onBlur={() => {
          const typed = tagsTyped(tags);
          if (typed.join() !== details.ownTags.join()) entries.edit(entry.id, entry.day, { tags: typed });
        }}
      />
      <div className={styles['day']}>
        <label htmlFor={dayId}>{say('entry.day')}</label>
        <input
          id={dayId}
          type="date"
          max={today}
          value={day}
          onChange={(event) => setDay(event.target.value)}
          onBlur={() => void move()}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.currentTarget.blur();
          }}
        />
      </div>
    </div>
  );
}
