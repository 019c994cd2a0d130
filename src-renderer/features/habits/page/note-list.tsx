import { Button } from '../../../components/button.tsx';
import { useStateOf } from '../../../components/use-state-of.ts';
import { fullDate, weekdayShort } from '../../../intl/dates.ts';
import { useLanguage } from '../../../intl/language.ts';
import { ChartSection } from '../../insights/chart-section.tsx';
import styles from './habit-page.module.css';
import type { HabitAnswers } from './page-answers.ts';

/** Notes are seen so many at a time: of twenty years there may be thousands. */
const AT_A_TIME = 12;

interface NoteListProps {
  readonly habitId: string;
  readonly notes: HabitAnswers['notes'];
  readonly onEdit: (day: string, anchor: HTMLElement) => void;
}

/** What was noted with the days, the latest first. */
export function NoteList({ habitId, notes, onEdit }: NoteListProps) {
  const { say, locale } = useLanguage();
  const [most, setMost] = useStateOf(habitId, AT_A_TIME);
  return (
    <ChartSection title={say('habitPage.notes')} table={null}>
      {notes.length === 0 ? (
        <p className={styles['nothing']}>{say('habitPage.noNotes')}</p>
      ) : (
        <ul className={styles['entries']}>
          {notes.slice(0, most).map(({ day, note }) => (
            <li key={day}>
              <button type="button" onClick={(event) => onEdit(day, event.currentTarget)}>
                <small>{`${weekdayShort(locale, day)}, ${fullDate(locale, day)}`}</small>
                <span>{note}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {notes.length > most && (
        <Button kind="quiet" className={styles['all'] ?? ''} onClick={() => setMost(most + 4 * AT_A_TIME)}>
          {say('habitPage.moreNotes', { count: notes.length - most })}
        </Button>
      )}
    </ChartSection>
  );
}
