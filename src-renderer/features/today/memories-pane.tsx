import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { useAnswer } from '../../bridge/use-answer.ts';
import { fullDate } from '../../intl/dates.ts';
import { useLanguage } from '../../intl/language.ts';
import { useModel } from '../../shell/model-context.tsx';
import { MoodFace, moodName } from '../entries/mood-picker.tsx';
import styles from './memories-pane.module.css';

type Memory = OutputOf<'entries.memories'>['days'][number];

/** Days shown at once: the pane is beside the day, not in place of it. */
const SHOWN = 6;

function MemoryItem({ memory }: { readonly memory: Memory }) {
  const { target } = useModel();
  const { say, locale } = useLanguage();
  const told = memory.entries.find(({ title, excerpt }) => title !== '' || excerpt !== '') ?? memory.entries[0]!;
  const mood = memory.entries.find((entry) => entry.mood !== null)?.mood ?? null;
  const name = mood === null ? null : moodName(mood);
  return (
    <li>
      <button type="button" className={styles['memory']} onClick={() => target.showDay(memory.day)}>
        <span className={styles['when']}>
          <b>{say(`memories.${memory.unit}`, { count: memory.count })}</b>
          <span>{fullDate(locale, memory.day)}</span>
          {mood !== null && name !== null && <MoodFace mood={mood} label={say(name)} />}
        </span>
        <span className={styles['words']} dir="auto" data-excerpt="">
          {told.title || told.excerpt || say('journal.moodOnly')}
        </span>
        {memory.entries.length > 1 && (
          <span className={styles['more']}>{say('memories.more', { count: memory.entries.length - 1 })}</span>
        )}
      </button>
    </li>
  );
}

/** What was written a week, a month and full years before the day on the page. Nothing there: nothing is said. */
export function MemoriesPane({ day }: { readonly day: string }) {
  const { say } = useLanguage();
  const answer = useAnswer('entries.memories', { day }, 'entries');
  if (answer === null || answer.days.length === 0) return null;
  return (
    <section className={styles['pane']} aria-labelledby="memories-title">
      <h2 id="memories-title">{say('memories.title')}</h2>
      <ul>
        {answer.days.slice(0, SHOWN).map((memory) => (
          <MemoryItem key={memory.day} memory={memory} />
        ))}
      </ul>
    </section>
  );
}
