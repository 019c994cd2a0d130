import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { FormEvent, RefObject } from 'react';
import type { Habit } from '../../../src-shared/contract/habits.ts';
import { Button } from '../../components/button.tsx';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { Field } from '../../components/field.tsx';
import { fullDate } from '../../intl/dates.ts';
import { useLanguage } from '../../intl/language.ts';
import { useHabits, useModel, useSession, useWeekStart } from '../../shell/model-context.tsx';
import styles from './habit-dialog.module.css';
import { changesOf, formProblems, habitFormOf, isTouched, kindOf, newHabit, wordsOf } from './habit-form.ts';
import type { FormProblem, HabitForm, HabitWords } from './habit-form.ts';
import { KindChoice, TargetFields } from './kind-fields.tsx';
import { MoreFields } from './more-fields.tsx';
import { PicturePicker } from './picture-picker.tsx';
import { daysFieldName, timeFieldName } from './reminders-editor.tsx';
import { ScheduleFields } from './schedule-fields.tsx';
import { scheduleOf } from './schedule-form.ts';
import type { ScheduleProblem } from './schedule-form.ts';
import { habitSentence } from './schedule-sentence.ts';
import { isNameOfAnother } from './twin-names.ts';

function isOfSchedule(problem: FormProblem): problem is ScheduleProblem {
  return problem.field === 'weekdays' || 'least' in problem;
}

/** Whether the part of the form that is folded away says something. */
function saysMore(form: HabitForm, today: string, isNew: boolean): boolean {
  const { question, description, group, timeOfDay, startDay, endDay, reminders } = form;
  const words = question + description + group + endDay;
  return words !== '' || timeOfDay !== 'any' || reminders.length > 0 || (isNew ? startDay !== today : startDay > today);
}

const IN_MORE: ReadonlySet<FormProblem['field']> = new Set([
  'startDay',
  'endDay',
  'reminder-time',
  'reminder-again',
  'reminder-days',
]);

/** The name of the field that a problem is put right in. */
function fieldOf(problem: FormProblem): string {
  if (!('key' in problem)) return problem.field;
  return problem.field === 'reminder-days' ? daysFieldName(problem.key) : timeFieldName(problem.key);
}

function Sentence({ form, before }: { readonly form: HabitForm; readonly before: HabitForm | null }) {
  const language = useLanguage();
  const weekStart = useWeekStart();
  const { say, locale } = language;
  const kind = kindOf(form, locale);
  const schedule = scheduleOf(form.schedule, form.kind);
  const rule = (each: HabitForm): string =>
    JSON.stringify([kindOf(each, locale), scheduleOf(each.schedule, each.kind), each.startDay, each.endDay]);
  const hasNewRule = before !== null && rule(before) !== rule(form);
  return (
    <div className={styles['rule']} aria-live="polite">
      <p className={styles['sentence']}>
        {schedule === null
          ? say('schedule.incomplete')
          : kind === null
            ? say('habitForm.incomplete')
            : // A date that is half typed is none.
              form.startDay === ''
              ? say('habitForm.startIncomplete')
              : habitSentence({ kind, schedule, startDay: form.startDay }, weekStart, language)}
      </p>
      {hasNewRule && <p className={styles['anew']}>{say('habitForm.newRule')}</p>}
    </div>
  );
}

/** Ctrl+Enter, or Cmd+Enter, saves from any field of the form; Enter alone makes a line in some of them. */
function useSaveKey(form: RefObject<HTMLFormElement | null>): void {
  useEffect(() => {
    const element = form.current;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
      event.preventDefault();
      element?.requestSubmit();
    };
    element?.addEventListener('keydown', onKeyDown);
    return () => element?.removeEventListener('keydown', onKeyDown);
  }, [form]);
}

interface HabitFormProps {
  readonly habit: Habit | null;
  readonly today: string;
  readonly groups: readonly string[];
  readonly all: readonly Habit[];
  readonly onClose: () => void;
}

function OpenDialog({ habit, today, groups, all, onClose }: HabitFormProps) {
  const { habits, notices } = useModel();
  const { say, sayError, locale } = useLanguage();
  const isNew = habit === null;
  const [before] = useState(() => habitFormOf(habit ?? newHabit(today), locale));
  const [form, setForm] = useState(before);
  // The same id for every try: a repeated call makes the same habit.
  const [newId] = useState(() => crypto.randomUUID());
  const [moreOpen, setMoreOpen] = useState(() => saysMore(before, today, isNew));
  const [problem, setProblem] = useState<string | null>(null);
  // What is wrong is said when somebody means to be done with it, and followed from then on.
  const [tried, setTried] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const [busy, setBusy] = useState(false);
  const element = useRef<HTMLFormElement>(null);
  useSaveKey(element);
  const problems = tried ? formProblems(form, locale) : [];
  const has = (field: FormProblem['field']): boolean => problems.some((known) => known.field === field);
  const change = (part: Partial<HabitForm>): void => setForm((known) => ({ ...known, ...part }));

  function leave(): void {
    // Asked once, Escape takes the question back: only its own button throws anything away.
    if (isTouched(form, before)) setLeaving(!isLeaving);
    else onClose();
  }

  /** Leads to the first field that has to be put right; says whether there is one. */
  function showFirstProblem(): boolean {
    const [first] = formProblems(form, locale);
    flushSync(() => {
      setTried(true);
      setLeaving(false);
      if (first !== undefined && IN_MORE.has(first.field)) setMoreOpen(true);
    });
    const fields = [...(element.current?.querySelectorAll('input') ?? [])];
    // Half a date says nothing to the form.
    const field =
      first === undefined
        ? fields.find(({ validity }) => validity.badInput)
        : fields.find(({ name }) => name === fieldOf(first));
    field?.focus();
    return first !== undefined || field !== undefined;
  }

  async function write(words: HabitWords): Promise<string | null> {
    const result =
      habit === null
        ? await habits.create({ id: newId, ...words, reminders: [...words.reminders] })
        : await habits.change({ id: habit.id, ...changesOf(form, before, locale) });
    return result.ok ? null : sayError(result.error);
  }

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setProblem(null);
    const words = wordsOf(form, locale);
    if (showFirstProblem() || words === null || busy) return;
    setBusy(true);
    const failed = await write(words);
    setBusy(false);
    setProblem(failed);
    if (failed !== null) return;
    const { name, startDay } = words;
    if (!isNew) {
      notices.announce(say('habit.changedNotice', { name }));
    } else if (startDay === today) {
      // It stands on the page.
      notices.announce(say('habit.createdNotice', { name }));
    } else {
      const when = startDay > today ? 'later' : 'earlier';
      notices.show({
        tone: 'plain',
        text: (spoken) =>
          spoken.say('habitForm.createdNotice', { name, when, date: fullDate(spoken.locale, startDay) }),
        action: null,
      });
    }
    onClose();
  }

  return (
    <Dialog title={say(isNew ? 'habits.new' : 'habit.edit')} onClose={leave} width="wide" dismissable={false}>
      <form ref={element} className={styles['form']} noValidate onSubmit={(event) => void submit(event)}>
        <div className={styles['head']}>
          <PicturePicker picture={form} onChange={change} />
          <Field
            name="name"
            label={say('habit.name')}
            placeholder={say('habit.namePlaceholder')}
            value={form.name}
            maxLength={200}
            autoFocus
            hint={isNameOfAnother(form.name, habit?.id ?? null, all, locale) ? say('habit.nameTwice') : undefined}
            problem={has('name') ? say('habit.nameMissing') : null}
            onChange={(event) => change({ name: event.target.value })}
          />
        </div>
        <KindChoice kind={form.kind} onChange={(kind) => change({ kind })} />
        <TargetFields form={form} hasProblem={has('target')} onChange={change} />
        <ScheduleFields
          kind={form.kind}
          form={form.schedule}
          problems={problems.filter(isOfSchedule)}
          onChange={(schedule) => change({ schedule })}
        />
        <Sentence form={form} before={isNew ? null : before} />
        <MoreFields
          form={form}
          groups={groups}
          problems={problems}
          tried={tried}
          isOpen={moreOpen}
          onToggle={() => setMoreOpen(!moreOpen)}
          onChange={change}
        />
        <DialogActions>
          {problem !== null && (
            <p role="alert" className={styles['problem']}>
              {problem}
            </p>
          )}
          {isLeaving ? (
            <>
              <p role="alert" className={styles['leave']}>
                <b>{say('habitForm.leave')}</b> {say('habitForm.leaveText')}
              </p>
              <Button kind="danger" onClick={onClose}>
                {say('habitForm.throwAway')}
              </Button>
              <Button autoFocus onClick={() => setLeaving(false)}>
                {say('habitForm.stay')}
              </Button>
            </>
          ) : (
            <Button kind="quiet" onClick={leave}>
              {say('dialog.cancel')}
            </Button>
          )}
          <Button kind="main" type="submit" disabled={busy}>
            {say(isNew ? 'habit.create' : 'habit.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

/** Makes a habit, or changes one. */
export function HabitDialog({ id, onClose }: { readonly id: string | null; readonly onClose: () => void }) {
  const { habits, showProblem } = useModel();
  const { locale } = useLanguage();
  const today = useSession((state) => state.today?.day);
  const all = useHabits((state) => state.all);
  // Loaded for its groups, and for habits that are on no page just now; what is there already is shown at once.
  const overview = useHabits((state) => state.overview);
  const known = all?.find((habit) => habit.id === id) ?? overview?.find(({ habit }) => habit.id === id)?.habit;
  const isGone = id !== null && all !== null && known === undefined;
  useEffect(() => {
    void habits.loadAll().then((error) => {
      if (error !== null) showProblem(error);
    });
  }, [habits, showProblem]);
  useEffect(() => {
    if (isGone) onClose();
  }, [isGone, onClose]);
  if (today === undefined || (id !== null && known === undefined)) return null;
  const groups = [...new Set(all?.map(({ group }) => group.trim()).filter((group) => group !== ''))].toSorted((a, b) =>
    a.localeCompare(b, locale),
  );
  return (
    <OpenDialog
      key={id ?? 'new'}
      habit={id === null ? null : (known ?? null)}
      today={today}
      groups={groups}
      all={all ?? []}
      onClose={onClose}
    />
  );
}
