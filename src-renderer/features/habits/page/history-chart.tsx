import { ChevronLeft, ChevronRight } from 'lucide-react';
import { scaleBand, scaleLinear } from 'd3-scale';
import type { HabitBucket, HabitGrouping } from '../../../../src-shared/contract/habits.ts';
import { measureOf } from '../../../../src-shared/domain/habit-day.ts';
import { IconButton } from '../../../components/button.tsx';
import { Segmented } from '../../../components/segmented.tsx';
import { useStateOf } from '../../../components/use-state-of.ts';
import { useLanguage } from '../../../intl/language.ts';
import { ChartSection } from '../../insights/chart-section.tsx';
import chart from '../../insights/charts.module.css';
import { AxisLabels, Scrubber } from '../../insights/scrubber.tsx';
import { bucketLabels, bucketName } from './chart-axis.ts';
import { amountText, countsByDay } from './day-sentence.ts';
import styles from './habit-page.module.css';
import type { HabitSummary } from './page-answers.ts';

const GROUPINGS = ['week', 'month', 'quarter', 'year'] as const satisfies readonly HabitGrouping[];
/** As many bars as can be told apart: a year of weeks, three of months, ten of quarters. */
const MOST_BARS: Readonly<Record<HabitGrouping, number>> = { week: 52, month: 36, quarter: 40, year: 40 };
const PERCENT = [0, 100] as const;
/** Per cent of the chart that one bar may take: a few bars are bars too, and no blocks. */
const WIDEST = 5;

interface HistoryChartProps {
  readonly summary: HabitSummary;
  readonly isOver: boolean;
  readonly buckets: readonly HabitBucket[];
  /** Of the buckets. */
  readonly grouping: HabitGrouping;
  /** What was pressed last: its buckets may be on their way. */
  readonly chosen: HabitGrouping;
  readonly onGrouping: (grouping: HabitGrouping) => void;
}

/** What was done week by week, or month by month: days in front of the days that were due, or amounts and what they aim at. */
export function HistoryChart({ summary, isOver, buckets, grouping, chosen, onGrouping }: HistoryChartProps) {
  const language = useLanguage();
  const { say, locale } = language;
  const { habit } = summary;
  const measure = measureOf(habit.kind);
  // Where the schedule asks for no day in particular, a day is due as soon as it is done: there is nothing to hold it against.
  const hasDue = countsByDay(habit) || habit.kind.type === 'quit';
  /** Pages back from the present. */
  const [page, setPage] = useStateOf(habit.id, { grouping, back: 0 });
  const most = MOST_BARS[grouping];
  const pages = Math.max(1, Math.ceil(buckets.length / most));
  const back = page.grouping === grouping ? Math.min(page.back, pages - 1) : 0;
  const end = buckets.length - back * most;
  const shown = buckets.slice(Math.max(0, end - most), end);
  const title = say('habitPage.history');

  const { schedule } = habit;
  const times =
    (schedule.type === 'times-a-week' && grouping === 'week') ||
    (schedule.type === 'times-a-month' && grouping === 'month')
      ? schedule.times
      : null;
  const target = measure === null ? times : (summary.targets.find(({ span }) => span === grouping)?.target ?? null);
  const valueOf = ({ done, sum }: HabitBucket): number => (measure === null ? done : sum);
  const top = Math.max(
    1,
    ...shown.map((bucket) => Math.max(valueOf(bucket), measure === null && hasDue ? bucket.due : 0)),
    ...(target === null ? [] : [target]),
  );
  const names = shown.map((bucket) =>
    bucketName(locale, grouping, bucket, (quarter, year) => say('habitPage.quarter', { quarter, year })),
  );
  const textOf = (bucket: HabitBucket): string => {
    const { done, due } = bucket;
    if (measure !== null) return amountText(habit, bucket.sum, language);
    return hasDue
      ? say('habitPage.doneOfDue', { done, due, quit: String(habit.kind.type === 'quit') })
      : say('habitPage.times', { count: done });
  };
  const sentence = (index: number): string => {
    const bucket = shown[index];
    if (bucket === undefined) return '';
    const isOpen = String(!isOver && back === 0 && index === shown.length - 1);
    return say('habitPage.bucket', { name: names[index] ?? '', isOpen, text: textOf(bucket) });
  };
  const best = shown.reduce((most_, bucket, index) => (valueOf(bucket) > valueOf(shown[most_]!) ? index : most_), 0);
  const total = shown.reduce((sum, bucket) => sum + valueOf(bucket), 0);

  const across = scaleBand<number>()
    .domain(shown.map((_, index) => index))
    .range(PERCENT)
    .paddingInner(0.28)
    .paddingOuter(0.14);
  const width = Math.min(across.bandwidth(), WIDEST);
  const exact = scaleLinear().domain([0, top]).range(PERCENT);
  // No month has forty days.
  const up = measure === null ? exact : exact.nice(3);
  const ticks = up.ticks(3).filter((tick) => measure !== null || Number.isInteger(tick));
  const short = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
  const x = (index: number): string => `${String((across(index) ?? 0) + (across.bandwidth() - width) / 2)}%`;
  const turn = (by: 1 | -1): void => {
    const next = back - by;
    if (next >= 0 && next < pages) setPage({ grouping, back: next });
  };

  const columns = hasDue && measure === null ? ['columnDone', 'columnDue'] : ['columnDone'];
  return (
    <ChartSection
      title={title}
      tools={
        <div className={styles['tools']}>
          {pages > 1 && (
            <>
              <IconButton label={say('habitPage.earlier')} aria-disabled={back === pages - 1} onClick={() => turn(-1)}>
                <ChevronLeft />
              </IconButton>
              <IconButton label={say('habitPage.later')} aria-disabled={back === 0} onClick={() => turn(1)}>
                <ChevronRight />
              </IconButton>
            </>
          )}
          <Segmented
            label={say('habitPage.grouping')}
            choices={GROUPINGS}
            value={chosen}
            name={(choice) => say(`habitPage.grouping.${choice}`)}
            onChange={onGrouping}
          />
        </div>
      }
      table={{
        caption: say('habitPage.captionHistory', { grouping }),
        columns: [
          say('habitPage.columnWhen'),
          ...(measure === null
            ? columns.map((column) => say(column === 'columnDone' ? 'habitPage.columnDone' : 'habitPage.columnDue'))
            : [say('habitPage.columnAmount')]),
        ],
        rows: shown.map((bucket, index) => [
          names[index] ?? '',
          ...(measure !== null
            ? [amountText(habit, bucket.sum, language)]
            : [bucket.done, ...(hasDue ? [bucket.due] : [])].map((value) => say('number', { value }))),
        ]),
      }}
    >
      <Scrubber
        label={say('insights.chart', { title })}
        subject={habit.id}
        count={shown.length}
        gutter
        sentence={sentence}
        summary={
          total === 0
            ? say('habitPage.historyNothing')
            : say('habitPage.historySummary', { name: names[best] ?? '', text: textOf(shown[best]!) })
        }
      >
        {(active) => (
          <>
            <div className={chart['scale']} aria-hidden="true">
              {ticks.map((tick) => (
                <span key={tick} style={{ bottom: `${String(up(tick))}%` }}>
                  {short.format(tick)}
                </span>
              ))}
            </div>
            <svg className={chart['plot']} data-size="habit" aria-hidden="true">
              {ticks.map((tick) => (
                <line
                  key={tick}
                  className={chart['grid']}
                  x1="0"
                  x2="100%"
                  y1={`${String(100 - up(tick))}%`}
                  y2={`${String(100 - up(tick))}%`}
                />
              ))}
              {shown.map((bucket, index) => (
                <g key={bucket.from}>
                  {measure === null && hasDue && bucket.due > bucket.done && (
                    <rect
                      className={styles['due']}
                      x={x(index)}
                      width={`${String(width)}%`}
                      y={`${String(100 - up(bucket.due))}%`}
                      height={`${String(up(bucket.due))}%`}
                      rx="1.5"
                    />
                  )}
                  <rect
                    className={chart['bar']}
                    data-active={index === active || undefined}
                    x={x(index)}
                    width={`${String(width)}%`}
                    y={`${String(100 - up(valueOf(bucket)))}%`}
                    height={`${String(up(valueOf(bucket)))}%`}
                    rx="1.5"
                  />
                </g>
              ))}
              {target !== null && (
                <line
                  className={styles['target']}
                  x1="0"
                  x2="100%"
                  y1={`${String(100 - up(target))}%`}
                  y2={`${String(100 - up(target))}%`}
                />
              )}
              {active !== null && (
                <rect
                  className={chart['column']}
                  x={`${String((active / shown.length) * 100)}%`}
                  width={`${String(100 / shown.length)}%`}
                  y="0"
                  height="100%"
                />
              )}
            </svg>
            <AxisLabels labels={bucketLabels(locale, grouping, shown)} />
          </>
        )}
      </Scrubber>
      {target !== null && (
        <p className={styles['targetKey']}>
          {say(measure?.direction === 'at-most' ? 'habitPage.limitLine' : 'habitPage.targetLine', {
            amount:
              measure === null ? say('habitPage.targetTimes', { count: target }) : amountText(habit, target, language),
            grouping,
          })}
        </p>
      )}
    </ChartSection>
  );
}
