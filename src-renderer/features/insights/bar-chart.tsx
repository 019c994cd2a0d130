import { scaleBand, scaleLinear } from 'd3-scale';
import { useLanguage } from '../../intl/language.ts';
import styles from './charts.module.css';
import { AxisLabels, Scrubber } from './scrubber.tsx';

interface BarChartProps {
  readonly label: string;
  readonly values: readonly number[];
  readonly labels: readonly (string | null)[];
  readonly sentence: (index: number) => string;
  readonly summary: string;
  /** Small ones have no scale beside them: their shape is what counts. */
  readonly size: 'large' | 'small';
}

const PERCENT = [0, 100] as const;
/** Per cent of the chart that one bar may take: a few bars are bars too, and no blocks. */
const WIDEST = 3;

/**
 * Bars from left to right. Everything is placed in per cent of the chart, so that the browser fits it to any width and it is right before the first paint.
 */
export function BarChart({ label, values, labels, sentence, summary, size }: BarChartProps) {
  const { locale } = useLanguage();
  const short = new Intl.NumberFormat(locale, { notation: 'compact' });
  const across = scaleBand<number>()
    .domain(values.map((_, index) => index))
    .range(PERCENT)
    .paddingInner(0.3)
    .paddingOuter(0.15);
  const width = Math.min(across.bandwidth(), WIDEST);
  // At least one, so that a time without any words has a scale too.
  const exact = scaleLinear()
    .domain([0, Math.max(1, ...values)])
    .range(PERCENT);
  const up = size === 'small' ? exact : exact.copy().nice(3);
  const ticks = size === 'small' ? [0] : up.ticks(3).filter((tick) => Number.isInteger(tick));
  return (
    <Scrubber label={label} count={values.length} sentence={sentence} summary={summary} gutter={size === 'large'}>
      {(active) => (
        <>
          {size === 'large' && (
            <div className={styles['scale']} aria-hidden="true">
              {ticks.map((tick) => (
                <span key={tick} style={{ bottom: `${String(up(tick))}%` }}>
                  {short.format(tick)}
                </span>
              ))}
            </div>
          )}
          <svg className={styles['plot']} data-size={size} aria-hidden="true">
            {ticks.map((tick) => (
              <line
                key={tick}
                className={styles['grid']}
                x1="0"
                x2="100%"
                y1={`${String(100 - up(tick))}%`}
                y2={`${String(100 - up(tick))}%`}
              />
            ))}
            {values.map((value, index) => (
              <rect
                key={index}
                className={styles['bar']}
                data-active={index === active || undefined}
                x={`${String((across(index) ?? 0) + (across.bandwidth() - width) / 2)}%`}
                width={`${String(width)}%`}
                y={`${String(100 - up(value))}%`}
                height={`${String(up(value))}%`}
                rx="1.5"
              />
            ))}
            {active !== null && (
              <rect
                className={styles['column']}
                x={`${String((active / values.length) * 100)}%`}
                width={`${String(100 / values.length)}%`}
                y="0"
                height="100%"
              />
            )}
          </svg>
          <AxisLabels labels={labels} />
        </>
      )}
    </Scrubber>
  );
}
