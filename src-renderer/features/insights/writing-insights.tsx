import { useState } from 'react';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import type { Mood } from '../../../src-shared/contract/values.ts';
import { Segmented } from '../../components/segmented.tsx';
import { hourName, isoWeekdayName } from '../../intl/dates.ts';
import { useLanguage } from '../../intl/language.ts';
import { moodName } from '../entries/mood-picker.tsx';
import { BarChart } from './bar-chart.tsx';
import { axisLabels, groupName } from './chart-names.ts';
import { ChartSection } from './chart-section.tsx';
import { Figures } from './figures.tsx';
import styles from './insights-page.module.css';
import { MoodChart } from './mood-chart.tsx';
import { TagCloud } from './tag-cloud.tsx';
import { WeekdayBars } from './weekday-bars.tsx';

type Answer = OutputOf<'statistics.writing'>;
type Measure = 'words' | 'entries';

interface Named {
  readonly name: string;
  readonly entries: number;
  readonly words: number;
}

/** Every sixth hour has a name below it. */
const HOURS_BETWEEN_LABELS = 6;

/** Where the most is; the first of equals. */
function peakOf(counts: readonly Named[], measure: Measure): Named | undefined {
  return counts.toSorted((a, b) => b[measure] - a[measure])[0];
}

interface WritingInsightsProps {
  readonly answer: Answer;
  readonly weekStart: number;
}

/** What was written, when, about what, and how it was. */
export function WritingInsights({ answer, weekStart }: WritingInsightsProps) {
  const { say, locale } = useLanguage();
  const [measure, setMeasure] = useState<Measure>('words');
  const { grouping, series, total } = answer;

  const countSentence = ({ name, entries, words }: Named, isOpen = false): string =>
    say('insights.group', { name, entries, words, isOpen: String(isOpen) });
  const countRow = ({ name, entries, words }: Named): readonly string[] => [
    name,
    say('number', { value: entries }),
    say('number', { value: words }),
  ];
  const countColumns = [say('insights.columnEntries'), say('insights.columnWords')];
  const peak = (counts: readonly Named[], message: 'insights.peak' | 'insights.peakHour'): string => {
    const most = peakOf(counts, measure);
    return most === undefined ? '' : say(message, { measure, name: most.name, count: most[measure] });
  };

  const groups = series.map((group) => ({ ...group, name: groupName(locale, grouping, group) }));
  const labels = axisLabels(locale, grouping, series, weekStart);
  const hours = answer.hours.map((count, hour) => ({ ...count, name: hourName(locale, hour) }));
  const weekdays = answer.weekdays.map((count, index) => ({ ...count, name: isoWeekdayName(locale, index + 1) }));
  // The last group is that of today, which goes on; a day is called by its own name.
  const isOpen = (index: number): boolean => index === series.length - 1 && grouping !== 'day';

  const moodWord = (mood: number): string => {
    const name = moodName(Math.round(mood) as Mood);
    return name === null ? '' : say(name).toLocaleLowerCase(locale);
  };
  const moods = groups.flatMap(({ name, mood }) => (mood === null ? [] : [{ name, mood }]));
  const byMood = moods.toSorted((a, b) => a.mood - b.mood);
  const low = byMood[0];
  const high = byMood.at(-1);
  const moodSummary =
    low === undefined || high === undefined
      ? ''
      : low.mood === high.mood
        ? say('insights.moodOnly', { mood: low.mood, name: low.name })
        : say('insights.moodSpan', { low: low.mood, lowName: low.name, high: high.mood, highName: high.name });

  return (
    <>
      <Figures answer={answer} />
      {total.entries === 0 ? (
        <p className={styles['nothing']}>{say('insights.nothing')}</p>
      ) : (
        <>
          <ChartSection
            title={say('insights.writing')}
            tools={
              <Segmented
                label={say('insights.measure')}
                choices={['words', 'entries']}
                value={measure}
                name={(choice) => say(`insights.measure.${choice}`)}
                onChange={setMeasure}
              />
            }
            table={{
              caption: say('insights.captionWriting', { grouping }),
              columns: [say('insights.columnWhen'), ...countColumns],
              rows: groups.map(countRow),
            }}
          >
            <BarChart
              size="large"
              label={say('insights.chart', { title: say('insights.writing') })}
              values={groups.map((group) => group[measure])}
              labels={labels}
              sentence={(index) => countSentence(groups[index]!, isOpen(index))}
              summary={peak(groups, 'insights.peak')}
            />
          </ChartSection>
          <ChartSection
            title={say('insights.moodTitle')}
            table={
              moods.length === 0
                ? null
                : {
                    caption: say('insights.captionMood', { grouping }),
                    columns: [say('insights.columnWhen'), say('insights.columnMood')],
                    rows: groups.map(({ name, mood }) => [
                      name,
                      mood === null ? say('insights.none') : say('insights.moodValue', { mood }),
                    ]),
                  }
            }
          >
            {moods.length === 0 ? (
              <p className={styles['nothing']}>{say('insights.moodEmpty')}</p>
            ) : (
              <MoodChart
                label={say('insights.chart', { title: say('insights.moodTitle') })}
                moods={groups.map(({ mood }) => mood)}
                labels={labels}
                sentence={(index) => {
                  const { name, mood } = groups[index]!;
                  const word = mood === null ? '' : moodWord(mood);
                  return say('insights.moodGroup', { name, mood, word, hasMood: String(mood !== null) });
                }}
                summary={moodSummary}
              />
            )}
          </ChartSection>
          <div className={styles['pair']}>
            <ChartSection
              title={say('insights.weekdays', { measure })}
              table={{
                caption: say('insights.captionWeekdays'),
                columns: [say('insights.columnWeekday'), ...countColumns],
                rows: weekdays.map(countRow),
              }}
            >
              <WeekdayBars
                values={weekdays.map((weekday) => weekday[measure])}
                weekStart={weekStart}
                sentence={(weekday) => countSentence(weekdays[weekday - 1]!)}
              />
            </ChartSection>
            <ChartSection
              title={say('insights.hours', { measure })}
              table={{
                caption: say('insights.captionHours'),
                columns: [say('insights.columnHour'), ...countColumns],
                rows: hours.map(countRow),
              }}
            >
              <BarChart
                size="small"
                label={say('insights.chart', { title: say('insights.hours', { measure }) })}
                values={hours.map((hour) => hour[measure])}
                labels={hours.map(({ name }, hour) => (hour % HOURS_BETWEEN_LABELS === 0 ? name : null))}
                sentence={(hour) => countSentence(hours[hour]!)}
                summary={peak(hours, 'insights.peakHour')}
              />
            </ChartSection>
          </div>
          <ChartSection title={say('insights.tags')} table={null}>
            {answer.tags.length === 0 ? (
              <p className={styles['nothing']}>{say('insights.tagsEmpty')}</p>
            ) : (
              <TagCloud tags={answer.tags} />
            )}
          </ChartSection>
        </>
      )}
    </>
  );
}
