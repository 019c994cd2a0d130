import { useId, useState } from 'react';
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { useStateOf } from '../../components/use-state-of.ts';
import { keyAlongLine, shareAlongLine } from '../../intl/direction.ts';
import styles from './charts.module.css';

interface ScrubberProps {
  readonly label: string;
  /** How many places the chart has along the line, all of one width. */
  readonly count: number;
  /** What stands at a place. */
  readonly sentence: (index: number) => string;
  /** What the chart shows as a whole: said as long as no place is looked at. */
  readonly summary: string;
  /** Gets the place that is looked at, null: none. */
  readonly children: (active: number | null) => ReactNode;
  /** Names what the chart is of, where it stays while that becomes another thing: of that one no place was looked at. */
  readonly subject?: string;
  /** Of the places' part of the chart: the pointer is measured against it. */
  readonly gutter: boolean;
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -7,
  PageUp: 7,
};

/**
 * A drawn chart that can be read place by place, with the pointer or with the arrow keys: one stop of the Tab key, a slider that changes nothing but what is said
 * above it. The line above has its place from the beginning, so that nothing moves.
 */
export function Scrubber({ label, count, sentence, summary, children, gutter, subject = '' }: ScrubberProps) {
  const summaryId = useId();
  const [pointed, setPointed] = useStateOf<number | null>(subject, null);
  const [place, setPlace] = useStateOf<number | null>(subject, null);
  const [isFocused, setFocused] = useState(false);
  const last = count - 1;
  // The chart may have fewer places than before: another time was chosen.
  const keyed = Math.min(place ?? last, last);
  const active = pointed !== null && pointed <= last ? pointed : isFocused ? keyed : null;

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const step = STEPS[keyAlongLine(event.key)];
    const next = event.key === 'Home' ? 0 : event.key === 'End' ? last : step === undefined ? null : keyed + step;
    if (next === null) return;
    event.preventDefault();
    setPointed(null);
    setPlace(Math.max(0, Math.min(last, next)));
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    const plot = event.currentTarget.querySelector('svg')?.getBoundingClientRect();
    if (plot === undefined || plot.width === 0) return;
    const index = Math.floor(shareAlongLine(event.clientX, plot) * count);
    setPointed(index < 0 || index > last ? null : index);
  };

  return (
    <>
      <p id={summaryId} className={styles['readout']} data-active={active === null ? undefined : ''}>
        {active === null ? summary : sentence(active)}
      </p>
      <div
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-describedby={summaryId}
        aria-readonly="true"
        aria-orientation="horizontal"
        aria-valuemin={1}
        aria-valuemax={count}
        aria-valuenow={keyed + 1}
        aria-valuetext={sentence(keyed)}
        className={styles['chart']}
        data-gutter={gutter || undefined}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
        onKeyDown={onKeyDown}
        onPointerMove={onPointerMove}
        onPointerLeave={() => setPointed(null)}
      >
        {children(active)}
      </div>
    </>
  );
}

/** Part of a chart's width that half a name takes. */
const EDGE = 0.025;

/** Names below the places of a chart. */
export function AxisLabels({ labels }: { readonly labels: readonly (string | null)[] }) {
  const shown = labels.flatMap((label, index) => (label === null ? [] : [{ label, index }]));
  return (
    <div className={styles['labels']}>
      {shown.map(({ label, index }) => {
        const middle = (index + 0.5) / labels.length;
        // At the ends a name stands inside the chart rather than under the middle of its place.
        const edge = middle < EDGE ? 'start' : middle > 1 - EDGE ? 'end' : undefined;
        return (
          <span
            key={index}
            data-edge={edge}
            style={edge === undefined ? { insetInlineStart: `${String(middle * 100)}%` } : undefined}
          >
            {label}
          </span>
        );
      })}
    </div>
  );
}
