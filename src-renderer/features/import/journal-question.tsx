import type { ImportChoices, ImportPreview } from '../../../src-shared/contract/imports.ts';
import { Button } from '../../components/button.tsx';
import { useLanguage } from '../../intl/language.ts';
import { isJournalTaken, withJournals } from './choices.ts';
import styles from './questions.module.css';

/** As many as are chosen one by one; of more one begins with all or none. */
const FEW = 4;

export interface QuestionProps {
  readonly preview: ImportPreview;
  readonly choices: ImportChoices;
  readonly onChange: (choices: ImportChoices) => void;
}

export function JournalQuestion({ preview, choices, onChange }: QuestionProps) {
  const { say } = useLanguage();
  const { journals } = preview;
  const takeAll = (isTaken: boolean): void =>
    onChange(
      withJournals(
        preview,
        choices,
        journals.map(({ name }) => name),
        isTaken,
      ),
    );
  return (
    <fieldset className={styles['question']}>
      <legend>{say('import.journals')}</legend>
      <p className={styles['hint']}>{say('import.journalsText')}</p>
      {journals.length > FEW && (
        <div className={styles['allOrNone']}>
          <Button kind="quiet" onClick={() => takeAll(true)}>
            {say('import.allJournals')}
          </Button>
          <Button kind="quiet" onClick={() => takeAll(false)}>
            {say('import.noJournals')}
          </Button>
        </div>
      )}
      <ul className={styles['list']}>
        {journals.map(({ name, entries, fresh }) => (
          <li key={name}>
            <label className={styles['journal']}>
              <input
                type="checkbox"
                checked={isJournalTaken(choices, name)}
                onChange={(event) => onChange(withJournals(preview, choices, [name], event.target.checked))}
              />
              <span>{name}</span>
              <small>
                {say('import.journalCount', { count: entries, fresh, all: fresh === entries ? 'yes' : 'no' })}
              </small>
            </label>
          </li>
        ))}
      </ul>
      {preview.unlistedJournalEntries > 0 && (
        <p className={styles['hint']}>{say('import.unlistedJournals', { count: preview.unlistedJournalEntries })}</p>
      )}
      <label className={styles['tag']}>
        <input
          type="checkbox"
          checked={choices.journalAsTag}
          onChange={(event) => onChange({ ...choices, journalAsTag: event.target.checked })}
        />
        <span>{say('import.journalAsTag')}</span>
      </label>
    </fieldset>
  );
}
