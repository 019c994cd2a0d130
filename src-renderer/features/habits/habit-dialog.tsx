import { useRef, useState } from 'react';
import type { FormEvent } from 'react';
import type { Habit } from '../../../src-shared/contract/habits.ts';
import { Button } from '../../components/button.tsx';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { Field, SelectField } from '../../components/field.tsx';
import type { MessageId } from '../../intl/en.ts';
import { useLanguage } from '../../intl/language.ts';
import { useHabits, useModel, useSession } from '../../shell/model-context.tsx';
import styles from './habit-dialog.module.css';
import { ScheduleFields } from './schedule-fields.tsx';
import { formOf, problemsOf, scheduleOf } from './schedule-form.ts';
import type { ScheduleType } from './schedule-form.ts';
import { scheduleSentence } from './schedule-sentence.ts';

const TYPES: readonly { readonly type: ScheduleType; readonly label: MessageId }[] = [
  { type: 'daily', label: 'schedule.type.daily' },
  { type: 'weekdays', label: 'schedule.type.weekdays' },
  { type: 'times-a-week', label: 'schedule.type.timesAWeek' },
  { type: 'times-a-month', label: 'schedule.type.timesAMonth' },
  { type: 'every-n-days', label: 'schedule.type.everyNDays' },
  { type: 'rolling', label: 'schedule.type.rolling' },
];

interface HabitFormProps {
  readonly habit: Habit | null;
  readonly onClose: () => void;
}

function HabitForm({ habit, onClose }: HabitFormProps) {
  const { habits, notices } = useModel();
  const language = useLanguage();
  const { say, sayError } = language;
  const today = useSession((state) => state.today?.day);
  const [name, setName] = useState(habit?.name ?? '');
  const [question, setQuestion] = useState(habit?.question ?? '');
  const [form, setForm] = useState(() => formOf(habit?.schedule ?? { type: 'daily' }));
  // The same id for every try: a repeated call makes the same habit.
  const [newId] = useState(() => crypto.randomUUID());
  const [problem, setProblem] = useState<string | null>(null);
  const [nameMissing, setNameMissing] = useState(false);
  // What is wrong with the schedule is said when somebody means to be done with it, and followed from then on.
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const element = useRef<HTMLFormElement>(null);
  const schedule = scheduleOf(form);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const isNameless = name.trim() === '';
    setNameMissing(isNameless);
    setTried(true);
    setProblem(null);
    if (isNameless || schedule === null) {
      const first = isNameless ? 'name' : problemsOf(form)[0]?.field;
      element.current?.querySelector<HTMLElement>(`[name="${String(first)}"]`)?.focus();
      return;
    }
    if (today === undefined) return;
    setBusy(true);
    const words = { name: name.trim(), question: question.trim(), schedule };
    const result =
      habit === null
        ? await habits.create({ id: newId, ...words, startDay: today })
        : await habits.change({ id: habit.id, ...words });
    setBusy(false);
    if (!result.ok) {
      setProblem(sayError(result.error));
      return;
    }
    notices.announce(say(habit === null ? 'habit.createdNotice' : 'habit.changedNotice', { name: words.name }));
    onClose();
  }

  return (
    <form ref={element} className={styles['form']} noValidate onSubmit={(event) => void submit(event)}>
      <Field
        name="name"
        label={say('habit.name')}
        placeholder={say('habit.namePlaceholder')}
        value={name}
        maxLength={200}
        autoFocus
        problem={nameMissing ? say('habit.nameMissing') : null}
        onChange={(event) => {
          setName(event.target.value);
          setNameMissing(false);
        }}
      />
      <Field
        label={say('habit.question')}
        placeholder={say('habit.questionPlaceholder')}
        hint={say('habit.questionHint')}
        value={question}
        maxLength={500}
        onChange={(event) => setQuestion(event.target.value)}
      />
      <SelectField
        label={say('schedule.label')}
        value={form.type}
        onChange={(event) => {
          const chosen = TYPES.find(({ type }) => type === event.target.value);
          if (chosen !== undefined) setForm({ ...form, type: chosen.type });
        }}
      >
        {TYPES.map(({ type, label }) => (
          <option key={type} value={type}>
            {say(label)}
          </option>
        ))}
      </SelectField>
      <ScheduleFields form={form} problems={tried ? problemsOf(form) : []} onChange={setForm} />
      {/* The choice of "every day" says it already. */}
      {schedule?.type !== 'daily' && (
        <p className={styles['sentence']} aria-live="polite">
          {schedule === null ? say('schedule.incomplete') : scheduleSentence(schedule, language)}
        </p>
      )}
      {problem !== null && (
        <p role="alert" className={styles['problem']}>
          {problem}
        </p>
      )}
      <DialogActions>
        <Button kind="quiet" onClick={onClose}>
          {say('dialog.cancel')}
        </Button>
        <Button kind="main" type="submit" disabled={busy}>
          {say(habit === null ? 'habit.create' : 'habit.save')}
        </Button>
      </DialogActions>
    </form>
  );
}

/** Makes a habit, or changes one. */
export function HabitDialog({ id, onClose }: { readonly id: string | null; readonly onClose: () => void }) {
  const { say } = useLanguage();
  const habit = useHabits((state) =>
    id === null
      ? null
      : (state.all?.find((known) => known.id === id) ??
        state.overview?.find((row) => row.habit.id === id)?.habit ??
        null),
  );
  return (
    <Dialog title={say(id === null ? 'habits.new' : 'habit.edit')} onClose={onClose} dismissable={false}>
      <HabitForm habit={habit} onClose={onClose} />
    </Dialog>
  );
}
