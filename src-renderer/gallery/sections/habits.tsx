import { useRef } from 'react';
import type { DayState, Habit, HabitColour } from '../../../src-shared/contract/habits.ts';
import { HabitBadge } from '../../features/habits/habit-badge.tsx';
import { HabitTick } from '../../features/habits/habit-tick.tsx';
import { HeatmapKey } from '../../features/habits/page/heatmap-key.tsx';
import { StateMark } from '../../features/habits/state-mark.tsx';
import { WeekStrip } from '../../features/habits/week-strip.tsx';
import { SAMPLE_HABIT } from '../../testing/sample-habit.ts';
import styles from '../gallery.module.css';
import { dayIn, daysInTurn, HABITS, STATES, TODAY } from '../samples.ts';
import { Row, Section, Specimen } from '../specimen.tsx';

const COLOURS = [
  'leaf',
  'moss',
  'teal',
  'sky',
  'violet',
  'plum',
  'rose',
  'clay',
  'amber',
  'stone',
] as const satisfies readonly HabitColour[];
const PICTURES = ['footprints', 'book-open', 'guitar', 'dumbbell', 'droplet'];

function Tick({ habit, state, isPressing = false }: { habit: Habit; state: DayState; isPressing?: boolean }) {
  const button = useRef<HTMLButtonElement>(null);
  const pressedAt = useRef(Number.NEGATIVE_INFINITY);
  return (
    <HabitTick
      ref={button}
      habit={habit}
      day={dayIn(state, TODAY, habit)}
      label={`${habit.name}, ${state}`}
      description={undefined}
      keys="Space"
      opens={false}
      isOpen={false}
      isPressing={isPressing}
      pressedAt={pressedAt}
      onClick={() => {}}
      onKeyDown={() => {}}
    />
  );
}

export function Ticks() {
  return (
    <Section title="Ticks">
      {Object.entries(HABITS).map(([kind, habit]) => (
        <Row key={kind}>
          {STATES.map((state) => (
            <Specimen key={state} name={`${kind}, ${state}`}>
              <Tick habit={habit} state={state} />
            </Specimen>
          ))}
        </Row>
      ))}
    </Section>
  );
}

export function Marks() {
  return (
    <Section title="Days">
      <Row>
        {STATES.map((state) => (
          <Specimen key={state} name={state}>
            <StateMark state={state} className={styles['cell']} />
          </Specimen>
        ))}
        <Specimen name="today">
          <StateMark state="done" isToday className={styles['cell']} />
        </Specimen>
        <Specimen name="outside">
          <StateMark state="not-due" isOutside className={styles['cell']} />
        </Specimen>
      </Row>
      <Row>
        <Specimen name="a week">
          <WeekStrip habit={SAMPLE_HABIT} week={daysInTurn(7)} today={TODAY} />
        </Specimen>
        <Specimen name="the key of a heatmap">
          <HeatmapKey habit={SAMPLE_HABIT} days={daysInTurn(12)} today={TODAY} />
        </Specimen>
      </Row>
      <Row>
        {COLOURS.map((colour, index) => (
          <Specimen key={colour} name={colour}>
            <HabitBadge habit={{ colour, icon: PICTURES[index % PICTURES.length] ?? '' }} />
            <HabitBadge habit={{ colour, icon: '' }} size="large" />
          </Specimen>
        ))}
      </Row>
    </Section>
  );
}
