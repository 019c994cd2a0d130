import { Plus } from 'lucide-react';
import { useRef } from 'react';
import type { Habit, Pause } from '../../../../src-shared/contract/habits.ts';
import { useAnswer } from '../../../bridge/use-answer.ts';
import { Button } from '../../../components/button.tsx';
import { Dialog, DialogActions } from '../../../components/dialog.tsx';
import { useLanguage } from '../../../intl/language.ts';
import type { Wording } from '../../../intl/language.ts';
import { useModel, useSession } from '../../../shell/model-context.tsx';
import { changePause, endPause } from './pause-actions.ts';
import { timeOf } from './pause-ranges.ts';
import type { PauseTime } from './pause-ranges.ts';
import { pausedName, rangeWords } from './pause-words.ts';
import styles from './pauses-dialog.module.css';

const TIMES = ['running', 'planned', 'past'] as const satisfies readonly PauseTime[];

interface PauseItemProps {
  readonly pause: Pause;
  readonly habits: readonly Habit[];
  readonly today: string;
  /** The button that had the focus goes with what it did. */
  readonly onGone: () => void;
}

function PauseItem({ pause, habits, today, onGone }: PauseItemProps) {
  const { client, notices, showProblem, target } = useModel();
  const language = useLanguage();
  const { say } = language;
  const tools = { client, notices, showProblem };
  const name = pausedName(pause, habits, language);
  const range = rangeWords(pause, language);

  async function remove(): Promise<void> {
    const told: Wording = (spoken) =>
      spoken.say('pause.removedNotice', {
        name: pausedName(pause, habits, spoken),
        range: rangeWords(pause, spoken),
      });
    const error = await changePause(tools, pause, null, told);
    if (error === null) onGone();
    else showProblem(error);
  }

  return (
    <li>
      <div className={styles['words']}>
        <b>{name}</b>
        <span>{range}</span>
        {pause.reason !== '' && <i>{pause.reason}</i>}
      </div>
      <div className={styles['actions']}>
        {timeOf(pause, today) === 'running' && (
          <Button
            kind="quiet"
            aria-label={say('pause.endNamed', { name, range })}
            onClick={() => void endPause(tools, pause, today).then(onGone)}
          >
            {say('pause.end')}
          </Button>
        )}
        <Button
          kind="quiet"
          aria-label={say('pause.editNamed', { name, range })}
          onClick={() => target.open({ type: 'pause', habitId: pause.habitId, id: pause.id, isListed: true })}
        >
          {say('pause.editShort')}
        </Button>
        <Button kind="quiet" aria-label={say('pause.removeNamed', { name, range })} onClick={() => void remove()}>
          {say('pause.remove')}
        </Button>
      </div>
    </li>
  );
}

/** All pauses: those that run, those planned, those past. */
export function PausesDialog({ onClose }: { readonly onClose: () => void }) {
  const { target } = useModel();
  const { say } = useLanguage();
  const today = useSession((state) => state.today?.day);
  const pauses = useAnswer('habits.pauses', {}, 'habits')?.pauses;
  const habits = useAnswer('habits.list', {}, 'habits')?.habits;
  const list = useRef<HTMLDivElement>(null);
  const onGone = (): void => {
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) list.current?.focus();
    });
  };
  return (
    <Dialog title={say('pause.list')} onClose={onClose} width="wide">
      <div ref={list} tabIndex={-1} className={styles['list']}>
        {today !== undefined && pauses !== undefined && habits !== undefined && (
          <>
            <p className={styles['lead']}>{say(pauses.length === 0 ? 'pause.none' : 'pause.lead')}</p>
            {TIMES.map((time) => {
              const own = pauses
                .filter((pause) => timeOf(pause, today) === time)
                .toSorted((a, b) => (a.from < b.from ? -1 : 1) * (time === 'planned' ? 1 : -1));
              if (own.length === 0) return null;
              return (
                <section key={time} aria-labelledby={`pauses-${time}`}>
                  <h3 id={`pauses-${time}`}>{say(`pause.time.${time}`)}</h3>
                  <ul aria-labelledby={`pauses-${time}`}>
                    {own.map((pause) => (
                      <PauseItem key={pause.id} pause={pause} habits={habits} today={today} onGone={onGone} />
                    ))}
                  </ul>
                </section>
              );
            })}
          </>
        )}
      </div>
      <DialogActions>
        <Button autoFocus onClick={() => target.open({ type: 'pause', habitId: null, isListed: true })}>
          <Plus />
          {say('pause.new')}
        </Button>
        <Button kind="main" onClick={onClose}>
          {say('dialog.done')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
