import { useState } from 'react';
import { BarChart } from '../../features/insights/bar-chart.tsx';
import { MoodChart } from '../../features/insights/mood-chart.tsx';
import { StrengthChart } from '../../features/habits/page/strength-chart.tsx';
import { YearHeatmap } from '../../features/habits/page/year-heatmap.tsx';
import { SAMPLE_HABIT } from '../../testing/sample-habit.ts';
import styles from '../gallery.module.css';
import { daysInTurn, TODAY } from '../samples.ts';
import { Section, Specimen } from '../specimen.tsx';

const MONTHS = ['Jan', null, 'Mar', null, 'May', null, 'Jul', null, 'Sep', null, 'Nov', null];
const WORDS = [310, 420, 280, 900, 1240, 760, 410, 0, 150, 640, 980, 720];
const MOODS = [3, 3.4, 2.1, null, 4.2, 4.6, 5, 3.2, 1.4, null, 3.8, 4.1];
const STRENGTH = Array.from(
  { length: 60 },
  (_, day) => 0.35 + 0.5 * (1 - Math.exp(-day / 24)) - (day % 17 === 0 ? 0.06 : 0),
);

export function Charts() {
  const [range, setRange] = useState<'quarter' | 'year' | 'everything'>('quarter');
  return (
    <Section title="Charts">
      <Specimen name="bars" isWide>
        <div className={styles['chart']}>
          <BarChart
            label="Words a month"
            values={WORDS}
            labels={MONTHS}
            sentence={(index) => `${String(WORDS[index])} words`}
            summary="6,810 words in twelve months."
            size="large"
          />
        </div>
      </Specimen>
      <Specimen name="moods" isWide>
        <div className={styles['chart']}>
          <MoodChart
            label="Mood a month"
            moods={MOODS}
            labels={MONTHS}
            sentence={(index) => `Mean mood ${String(MOODS[index])}`}
            summary="Mostly good."
          />
        </div>
      </Specimen>
      <Specimen name="strength" isWide>
        <div className={styles['chart']}>
          <StrengthChart
            habitId="gallery"
            strength={{ from: '2026-09-24', step: 1, values: STRENGTH }}
            isOver={false}
            range={range}
            onRange={setRange}
          />
        </div>
      </Specimen>
      <Specimen name="a year" isWide>
        <YearHeatmap
          habit={SAMPLE_HABIT}
          firstDay="2026-01-01"
          today={TODAY}
          lastDay={TODAY}
          weekStart={1}
          days={daysInTurn(326)}
          year={2026}
          summary="Most days of 2026."
          onYear={() => {}}
          onEdit={() => {}}
        />
      </Specimen>
    </Section>
  );
}
