import { useAnswer } from '../../bridge/use-answer.ts';
import { Button } from '../../components/button.tsx';
import { dayAndMonth, fullDate, yearOf } from '../../intl/dates.ts';
import { useLanguage } from '../../intl/language.ts';
import { useModel, useSession } from '../../shell/model-context.tsx';
import { endPause } from './pauses/pause-actions.ts';
import { pauseOfAll, runningOfAll } from './pauses/pause-ranges.ts';
import styles from './pause-note.module.css';

/** Says that a day lies in a pause of all habits, and until when; says nothing on any other. */
export function PauseNote({ day }: { readonly day: string }) {
  const { client, notices, showProblem } = useModel();
  const { say, locale } = useLanguage();
  const today = useSession((state) => state.today?.day);
  const pauses = useAnswer('habits.pauses', {}, 'habits')?.pauses ?? [];
  const range = pauseOfAll(pauses, day);
  if (range === null) return null;
  const { to } = range;
  const until = to === null ? null : (yearOf(to) === yearOf(day) ? dayAndMonth : fullDate)(locale, to);
  return (
    <p className={styles['note']}>
      {until === null ? say('pause.noteOpen') : say('pause.note', { until })}
      {day === today && (
        <Button
          kind="quiet"
          onClick={() => {
            for (const pause of runningOfAll(pauses, day)) {
              void endPause({ client, notices, showProblem }, say, pause, day);
            }
          }}
        >
          {say('pause.end')}
        </Button>
      )}
    </p>
  );
}
