import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { Mood } from '../../../src-shared/contract/values.ts';
import { MoodFace, MOODS } from '../entries/mood-picker.tsx';
import styles from './charts.module.css';
import { AxisLabels, Scrubber } from './scrubber.tsx';

interface MoodChartProps {
  readonly label: string;
  /** Mean moods from left to right, 1 to 5; null: nobody said one. */
  readonly moods: readonly (number | null)[];
  readonly labels: readonly (string | null)[];
  readonly sentence: (index: number) => string;
  readonly summary: string;
}

/** More points than this are drawn smaller. */
const MANY = 70;

/**
 * How it was over time: a line between neighbours, nothing where nobody said anything. A mood is where its point stands, beside the faces; the colour repeats it.
 */
export function MoodChart({ label, moods, labels, sentence, summary }: MoodChartProps) {
  const up = scaleLinear().domain([0.7, 5.3]).range([100, 0]);
  const across = (index: number): number => ((index + 0.5) / moods.length) * 100;
  const path = line<number | null>()
    .defined((mood) => mood !== null)
    .x((_, index) => across(index))
    .y((mood) => up(mood ?? 0))([...moods]);
  return (
    <Scrubber label={label} count={moods.length} sentence={sentence} summary={summary} gutter>
      {(active) => (
        <>
          <div className={styles['scale']} aria-hidden="true">
            {MOODS.map((mood) => (
              <span key={mood} style={{ bottom: `${String(100 - up(mood))}%` }}>
                <MoodFace mood={mood} />
              </span>
            ))}
          </div>
          <svg className={styles['plot']} data-size="mood" aria-hidden="true">
            {MOODS.map((mood) => (
              <line
                key={mood}
                className={styles['grid']}
                x1="0"
                x2="100%"
                y1={`${String(up(mood))}%`}
                y2={`${String(up(mood))}%`}
              />
            ))}
            {active !== null && (
              <rect
                className={styles['column']}
                x={`${String((active / moods.length) * 100)}%`}
                width={`${String(100 / moods.length)}%`}
                y="0"
                height="100%"
              />
            )}
            <svg viewBox="0 0 100 100" preserveAspectRatio="none" width="100%" height="100%">
              <path className={styles['line']} d={path ?? ''} vectorEffect="non-scaling-stroke" />
            </svg>
            {moods.map(
              (mood, index) =>
                mood !== null && (
                  <circle
                    key={index}
                    className={styles['point']}
                    data-mood={Math.round(mood) as Mood}
                    cx={`${String(across(index))}%`}
                    cy={`${String(up(mood))}%`}
                    r={index === active ? 5.5 : moods.length > MANY ? 2.75 : 4}
                  />
                ),
            )}
          </svg>
          <AxisLabels labels={labels} />
        </>
      )}
    </Scrubber>
  );
}
