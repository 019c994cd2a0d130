import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import type { OutputOf } from '../../../../src-shared/contract/index.ts';
import { Segmented } from '../../../components/segmented.tsx';
import { fullDate, monthOf } from '../../../intl/dates.ts';
import { useLanguage } from '../../../intl/language.ts';
import { HelpLink } from '../../help/help-link.tsx';
import { ChartSection } from '../../insights/chart-section.tsx';
import chart from '../../insights/charts.module.css';
import { AxisLabels, Scrubber } from '../../insights/scrubber.tsx';
import { dayLabels, daysOfValues } from './chart-axis.ts';
import { dateText } from './day-sentence.ts';
import styles from './habit-page.module.css';

export const STRENGTH_RANGES = ['quarter', 'year', 'everything'] as const;
export type StrengthRange = (typeof STRENGTH_RANGES)[number];

const TICKS = [0, 50, 100] as const;

interface StrengthChartProps {
  readonly habitId: string;
  readonly strength: OutputOf<'habits.strength'>;
  readonly isOver: boolean;
  readonly range: StrengthRange;
  readonly onRange: (range: StrengthRange) => void;
}

/** How strong the habit was on each day, 0 to 100 per cent. */
export function StrengthChart({ habitId, strength, isOver, range, onRange }: StrengthChartProps) {
  const { say, locale } = useLanguage();
  const days = daysOfValues(strength.from, strength.step, strength.values.length);
  const values = strength.values.map((value) => value * 100);
  const percent = (index: number): string => say('habitPage.percent', { value: Math.round(values[index] ?? 0) });
  const title = say('habitPage.strength');

  const across = (index: number): number => ((index + 0.5) / values.length) * 100;
  const up = scaleLinear().domain([0, 100]).range([100, 0]);
  // From edge to edge: half a place before the first point and behind the last it goes on as it is.
  const points = values.map((value, index): readonly [number, number] => [across(index), value]);
  const edges = [[0, values[0] ?? 0] as const, ...points, [100, values.at(-1) ?? 0] as const];
  const fill = area<readonly [number, number]>()
    .x(([x]) => x)
    .y0(100)
    .y1(([, value]) => up(value))(edges);
  const path = line<readonly [number, number]>()
    .x(([x]) => x)
    .y(([, value]) => up(value))(edges);

  const low = Math.min(...values);
  const high = Math.max(...values);
  const rows = days.flatMap((day, index) => {
    const next = days[index + 1];
    // The last of every month, and of what is shown.
    return next !== undefined && monthOf(next) === monthOf(day) ? [] : [[fullDate(locale, day), percent(index)]];
  });
  return (
    <ChartSection
      title={title}
      tools={
        <>
          <Segmented
            label={say('habitPage.strengthRange')}
            choices={STRENGTH_RANGES}
            value={range}
            name={(choice) => say(`habitPage.strengthRange.${choice}`)}
            onChange={onRange}
          />
          <HelpLink passage="habits" />
        </>
      }
      table={
        values.length === 0
          ? null
          : {
              caption: say('habitPage.captionStrength'),
              columns: [say('habitPage.columnDay'), title],
              rows,
            }
      }
    >
      {values.length === 0 ? (
        <p className={styles['nothing']}>{say('habitPage.noStrength')}</p>
      ) : (
        <Scrubber
          label={say('insights.chart', { title })}
          subject={habitId}
          count={values.length}
          gutter
          summary={say('habitPage.strengthSummary', {
            low: Math.round(low),
            high: Math.round(high),
            last: Math.round(values.at(-1) ?? 0),
            isOver: String(isOver),
            isLevel: String(Math.round(low) === Math.round(high)),
          })}
          sentence={(index) =>
            say('habitPage.strengthOn', { date: dateText(locale, days[index] ?? ''), percent: percent(index) })
          }
        >
          {(active) => (
            <>
              <div className={chart['scale']} aria-hidden="true">
                {TICKS.map((tick) => (
                  <span key={tick} style={{ bottom: `${String(tick)}%` }}>
                    {say('habitPage.percent', { value: tick })}
                  </span>
                ))}
              </div>
              <svg className={chart['plot']} data-size="habit" aria-hidden="true">
                {TICKS.map((tick) => (
                  <line
                    key={tick}
                    className={chart['grid']}
                    x1="0"
                    x2="100%"
                    y1={`${String(up(tick))}%`}
                    y2={`${String(up(tick))}%`}
                  />
                ))}
                <svg viewBox="0 0 100 100" preserveAspectRatio="none" width="100%" height="100%">
                  <path className={styles['area']} d={fill ?? ''} />
                  <path className={styles['strength']} d={path ?? ''} vectorEffect="non-scaling-stroke" />
                </svg>
                {active !== null && (
                  <>
                    <line
                      className={styles['cursor']}
                      x1={`${String(across(active))}%`}
                      x2={`${String(across(active))}%`}
                      y1="0"
                      y2="100%"
                    />
                    <circle
                      className={styles['point']}
                      cx={`${String(across(active))}%`}
                      cy={`${String(up(values[active] ?? 0))}%`}
                      r="4.5"
                    />
                  </>
                )}
              </svg>
              <AxisLabels labels={dayLabels(locale, days)} />
            </>
          )}
        </Scrubber>
      )}
    </ChartSection>
  );
}
