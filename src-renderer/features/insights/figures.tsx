import type { OutputOf } from '../../../src-shared/contract/index.ts';
import type { Mood } from '../../../src-shared/contract/values.ts';
import { addDays, daysBetween } from '../../../src-shared/domain/day.ts';
import { dateRange } from '../../intl/dates.ts';
import { useLanguage } from '../../intl/language.ts';
import { moodName } from '../entries/mood-picker.tsx';
import styles from './insights-page.module.css';

type Answer = OutputOf<'statistics.writing'>;

/** A number that matters, and the rest of its sentence. */
export function Figure({ number, text }: { readonly number: string; readonly text: string }) {
  return (
    <li>
      <strong>{number}</strong> <span>{text}</span>
    </li>
  );
}

/** Four sentences that each begin with a large number. Days in a row are about the whole journal, whatever time is chosen. */
export function Figures({ answer }: { readonly answer: Answer }) {
  const { say, locale } = useLanguage();
  const { total, current, longest, from, to, first } = answer;
  // A journal that began within the time could not have had earlier days.
  const begun = first !== null && first > from ? first : from;
  // Two dates are one thing: no line ends between them.
  const when = longest === null ? '' : dateRange(locale, longest.first, longest.last).replaceAll(/\s/gu, '\u00a0');
  const mood = total.mood === null ? null : moodName(Math.round(total.mood) as Mood);
  return (
    <ul className={styles['figures']} aria-label={say('insights.figures')}>
      <Figure
        number={say('number', { value: total.entries })}
        text={say('insights.entries', { count: total.entries, days: total.days, span: daysBetween(begun, to) + 1 })}
      />
      <Figure
        number={say('number', { value: total.words })}
        text={say('insights.words', {
          count: total.words,
          entries: total.entries,
          mean: total.entries === 0 ? 0 : Math.round(total.words / total.entries),
        })}
      />
      <Figure
        number={say('number', { value: current?.days ?? 0 })}
        text={
          current === null
            ? say('insights.noStreak', { longest: longest?.days ?? 0, when })
            : say('insights.streak', {
                count: current.days,
                open: String(current.last === addDays(to, -1)),
                isLongest: String(current.first === longest?.first),
                longest: longest?.days ?? 0,
                when,
              })
        }
      />
      {total.mood === null || mood === null ? (
        <Figure number={say('insights.none')} text={say('insights.noMood')} />
      ) : (
        <Figure
          number={say('insights.moodValue', { mood: total.mood })}
          text={say('insights.mood', { name: say(mood).toLocaleLowerCase(locale), days: total.moodDays })}
        />
      )}
    </ul>
  );
}
