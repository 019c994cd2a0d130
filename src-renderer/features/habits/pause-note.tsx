import { useLayoutEffect, useRef } from 'react';
import type { Pause } from '../../../src-shared/contract/habits.ts';
import { Button } from '../../components/button.tsx';
import { dayAndMonth, fullDate, yearOf } from '../../intl/dates.ts';
import { useLanguage } from '../../intl/language.ts';
import { useModel, useSession } from '../../shell/model-context.tsx';
import { endPause } from './pauses/pause-actions.ts';
import { runningOfAll } from './pauses/pause-ranges.ts';
import type { PauseRange } from './pauses/pause-ranges.ts';
import styles from './pause-note.module.css';

interface EndPauseProps {
  readonly onPress: () => void;
  /** Called when the button goes and takes the focus with it. */
  readonly onFocusLost: () => void;
}

function EndPause({ onPress, onFocusLost }: EndPauseProps) {
  const { say } = useLanguage();
  const place = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const element = place.current;
    return () => {
      if (element?.contains(document.activeElement) === true) onFocusLost();
    };
  }, [onFocusLost]);
  return (
    <span ref={place}>
      <Button kind="quiet" onClick={onPress}>
        {say('pause.end')}
      </Button>
    </span>
  );
}

interface PauseNoteProps {
  readonly day: string;
  readonly pauses: readonly Pause[];
  /** Of the pauses of all habits that the day lies in. */
  readonly range: PauseRange;
  /** Called when its button goes and takes the focus with it. The same function every time. */
  readonly onFocusLost: () => void;
}

/** Says that a day lies in a pause of all habits, and until when. */
export function PauseNote({ day, pauses, range, onFocusLost }: PauseNoteProps) {
  const { client, notices, showProblem } = useModel();
  const { say, locale } = useLanguage();
  const today = useSession((state) => state.today?.day);
  const { to } = range;
  const until = to === null ? null : (yearOf(to) === yearOf(day) ? dayAndMonth : fullDate)(locale, to);
  return (
    <p className={styles['note']}>
      {until === null ? say('pause.noteOpen') : say('pause.note', { until })}
      {day === today && (
        <EndPause
          onFocusLost={onFocusLost}
          onPress={() => {
            for (const pause of runningOfAll(pauses, day)) {
              void endPause({ client, notices, showProblem }, pause, day);
            }
          }}
        />
      )}
    </p>
  );
}
