import { useId, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import type { Habit, Pause } from '../../../../src-shared/contract/habits.ts';
import { daysBetween } from '../../../../src-shared/domain/day.ts';
import { useAnswer } from '../../../bridge/use-answer.ts';
import { Button } from '../../../components/button.tsx';
import { Dialog, DialogActions } from '../../../components/dialog.tsx';
import { Field, SelectField } from '../../../components/field.tsx';
import { useLanguage } from '../../../intl/language.ts';
import type { Wording } from '../../../intl/language.ts';
import { useModel, useSession } from '../../../shell/model-context.tsx';
import { twinNames } from '../twin-names.ts';
import { changePause } from './pause-actions.ts';
import styles from './pause-dialog.module.css';
import { togetherWith } from './pause-ranges.ts';
import { pausedName, rangeWords } from './pause-words.ts';
import { useOpenDays } from './use-open-days.ts';

interface PauseFormProps {
  readonly pause: Pause;
  /** It is not there yet. */
  readonly isNew: boolean;
  readonly pauses: readonly Pause[];
  readonly habits: readonly Habit[];
  readonly today: string;
  readonly onClose: () => void;
}

/** What a pause does, before it is made. */
function Consequence({ pause, pauses, today }: Pick<PauseFormProps, 'pause' | 'pauses' | 'today'>) {
  const language = useLanguage();
  const { say } = language;
  const { habitId, from, to } = pause;
  const end = to === null || to > today ? today : to;
  const open = useOpenDays(habitId, from, end);
  const isValid = from !== '' && (to === null || to >= from);
  const together = isValid ? togetherWith(pause, pauses) : null;
  const sentences = !isValid
    ? []
    : [
        from > today
          ? say('pause.willBegin', { days: daysBetween(today, from) })
          : open === null
            ? null
            : say('pause.excuses', { count: open }),
        together === null ? null : say('pause.together', { range: rangeWords(together, language) }),
      ];
  return (
    <p className={styles['consequence']} aria-live="polite">
      {sentences.filter((sentence) => sentence !== null).join(' ')}
    </p>
  );
}

function PauseForm({ pause, isNew, pauses, habits, today, onClose }: PauseFormProps) {
  const { client, notices, showProblem } = useModel();
  const language = useLanguage();
  const { say, sayError } = language;
  const [draft, setDraft] = useState(pause);
  // Kept while the box is ticked: it comes back with the box.
  const [lastDay, setLastDay] = useState(pause.to ?? (pause.from > today ? pause.from : today));
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const element = useRef<HTMLFormElement>(null);
  const openId = useId();
  const { habitId, from, to, reason } = draft;
  const choices = habits.filter(({ id, archived }) => !archived || id === habitId);
  const names = twinNames(choices, language);
  const isMissing = from === '';
  const isBackwards = to !== null && (to === '' || to < from);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    setProblem(null);
    if (isMissing || isBackwards) {
      element.current?.querySelector<HTMLElement>(isMissing ? '[name=from]' : '[name=to]')?.focus();
      return;
    }
    const after = { ...draft, reason: reason.trim() };
    const told: Wording = (spoken) =>
      spoken.say(isNew ? 'pause.madeNotice' : 'pause.changedNotice', {
        name: pausedName(after, habits, spoken),
        range: rangeWords(after, spoken),
      });
    const error = await changePause({ client, notices, showProblem }, isNew ? null : pause, after, told);
    if (error === null) onClose();
    else setProblem(sayError(error));
  }

  return (
    <form ref={element} className={styles['form']} noValidate onSubmit={(event) => void submit(event)}>
      <SelectField
        label={say('pause.what')}
        autoFocus
        value={habitId ?? ''}
        onChange={({ target: { value } }) => setDraft({ ...draft, habitId: value === '' ? null : value })}
      >
        <option value="">{say('pause.all')}</option>
        {choices.map(({ id, name }) => (
          <option key={id} value={id}>
            {names.get(id) ?? name}
          </option>
        ))}
      </SelectField>
      <div className={styles['days']}>
        <Field
          name="from"
          label={say('pause.from')}
          type="date"
          value={from}
          problem={tried && isMissing ? say('pause.dayMissing') : null}
          onChange={(event) => setDraft({ ...draft, from: event.target.value })}
        />
        {to === null ? null : (
          <Field
            name="to"
            label={say('pause.to')}
            type="date"
            min={from}
            value={to}
            problem={tried && isBackwards && !isMissing ? say('pause.backwards') : null}
            onChange={(event) => {
              setLastDay(event.target.value);
              setDraft({ ...draft, to: event.target.value });
            }}
          />
        )}
      </div>
      <label className={styles['open']} htmlFor={openId}>
        <input
          id={openId}
          type="checkbox"
          checked={to === null}
          onChange={({ target: { checked } }) => setDraft({ ...draft, to: checked ? null : lastDay })}
        />
        {say('pause.untilEnded')}
      </label>
      <Field
        label={say('pause.reason')}
        placeholder={say('pause.reasonPlaceholder')}
        hint={say('pause.reasonHint')}
        maxLength={200}
        value={reason}
        onChange={(event) => setDraft({ ...draft, reason: event.target.value })}
      />
      <Consequence pause={draft} pauses={pauses} today={today} />
      {problem !== null && (
        <p role="alert" className={styles['problem']}>
          {problem}
        </p>
      )}
      <DialogActions>
        <Button kind="quiet" onClick={onClose}>
          {say('dialog.cancel')}
        </Button>
        <Button kind="main" type="submit">
          {say(isNew ? 'pause.make' : 'habit.save')}
        </Button>
      </DialogActions>
    </form>
  );
}

interface PauseDialogProps {
  /** Null: a pause of all habits. */
  readonly habitId: string | null;
  /** Null: a new one. */
  readonly id: string | null;
  readonly onClose: () => void;
}

/** Makes a pause, or changes one: of one habit or of all, planned or after the fact. */
export function PauseDialog({ habitId, id, onClose }: PauseDialogProps) {
  const { newId } = useModel();
  const { say } = useLanguage();
  const today = useSession((state) => state.today?.day);
  const pauses = useAnswer('habits.pauses', {}, 'habits')?.pauses;
  const habits = useAnswer('habits.list', {}, 'habits')?.habits;
  // The same id for every try: a repeated call makes the same pause.
  const [ownId] = useState(newId);
  const known = pauses?.find((pause) => pause.id === id);
  return (
    <Dialog title={say(id === null ? 'pause.new' : 'pause.edit')} onClose={onClose} dismissable={false}>
      {today !== undefined && pauses !== undefined && habits !== undefined && (
        <PauseForm
          pause={known ?? { id: ownId, habitId, from: today, to: today, reason: '' }}
          isNew={known === undefined}
          pauses={pauses}
          habits={habits}
          today={today}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}
