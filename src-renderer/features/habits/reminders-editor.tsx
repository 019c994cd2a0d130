import { Plus, X } from 'lucide-react';
import { useId, useRef } from 'react';
import { flushSync } from 'react-dom';
import type { TimeOfDay } from '../../../src-shared/contract/habits.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { clockTime } from '../../intl/dates.ts';
import { useLanguage } from '../../intl/language.ts';
import { useModel, useSession } from '../../shell/model-context.tsx';
import { MOST_REMINDERS, minuteOf, problemOf, withReminder } from './reminder-form.ts';
import type { ReminderForm, ReminderProblem } from './reminder-form.ts';
import styles from './reminders-editor.module.css';
import { WeekdayChoice } from './weekday-choice.tsx';

export function timeFieldName(key: number): string {
  return `reminder-${String(key)}-time`;
}

export function daysFieldName(key: number): string {
  return `reminder-${String(key)}-days`;
}

interface ReminderRowProps {
  readonly reminder: ReminderForm;
  /** From 1. */
  readonly place: number;
  readonly problem: ReminderProblem | null;
  readonly onChange: (reminder: ReminderForm) => void;
  readonly onRemove: () => void;
}

function ReminderRow({ reminder, place, problem, onChange, onRemove }: ReminderRowProps) {
  const { say, locale } = useLanguage();
  const dayEndsAt = useSession(({ preferences }) => preferences?.dayEndsAt ?? 0);
  const hintId = useId();
  const { key, time, days } = reminder;
  const minute = minuteOf(time);
  const spoken = minute === null ? '' : clockTime(locale, minute);
  const atTime =
    problem?.field === 'reminder-time'
      ? say('habitForm.reminder.noTime')
      : problem?.field === 'reminder-again'
        ? say('habitForm.reminder.again', { time: spoken })
        : null;
  const isNight = minute !== null && minute < dayEndsAt;
  return (
    <li className={styles['row']}>
      <div className={styles['fields']}>
        <div className={styles['time']} data-problem={atTime !== null || undefined}>
          <input
            type="time"
            name={timeFieldName(key)}
            aria-label={say('habitForm.reminder.time', { place })}
            aria-invalid={atTime !== null || undefined}
            aria-describedby={hintId}
            value={time}
            onChange={(event) => onChange({ ...reminder, time: event.target.value })}
          />
        </div>
        <div className={styles['days']}>
          <WeekdayChoice
            bare
            legend={say('habitForm.reminder.days', { place })}
            name={daysFieldName(key)}
            days={days}
            problem={problem?.field === 'reminder-days' ? say('schedule.chooseDay') : null}
            onChange={(chosen) => onChange({ ...reminder, days: chosen })}
          />
        </div>
        <IconButton
          label={say('habitForm.reminder.remove', { hasTime: minute === null ? 'no' : 'yes', time: spoken, place })}
          onClick={onRemove}
        >
          <X />
        </IconButton>
      </div>
      <div id={hintId} className={styles['below']}>
        {atTime !== null ? (
          <p role="alert" className={styles['problem']}>
            {atTime}
          </p>
        ) : (
          isNight && <p>{say('habitForm.reminder.night', { time: clockTime(locale, dayEndsAt) })}</p>
        )}
      </div>
    </li>
  );
}

interface RemindersEditorProps {
  readonly reminders: readonly ReminderForm[];
  readonly timeOfDay: TimeOfDay;
  /** The weekdays that the habit is due on, for a new reminder. */
  readonly days: readonly number[];
  /** Somebody meant to be done: what is missing is said from now on. That a time is there already is said at once. */
  readonly tried: boolean;
  readonly onChange: (reminders: readonly ReminderForm[]) => void;
}

export function RemindersEditor({ reminders, timeOfDay, days, tried, onChange }: RemindersEditorProps) {
  const { say } = useLanguage();
  const { notices } = useModel();
  const id = useId();
  const element = useRef<HTMLElement>(null);
  const isFull = reminders.length >= MOST_REMINDERS;

  const shownProblem = (reminder: ReminderForm): ReminderProblem | null => {
    const problem = problemOf(reminder, reminders);
    return tried || problem?.field === 'reminder-again' ? problem : null;
  };

  function focusTime(key: number | undefined): void {
    const name = key === undefined ? '[data-add]' : `[name="${timeFieldName(key)}"]`;
    element.current?.querySelector<HTMLElement>(name)?.focus();
  }

  function add(): void {
    const more = withReminder(reminders, timeOfDay, days);
    flushSync(() => onChange(more));
    focusTime(more.at(-1)?.key);
  }

  function remove(index: number): void {
    const rest = reminders.filter((_, at) => at !== index);
    flushSync(() => onChange(rest));
    focusTime((rest[index] ?? rest.at(-1))?.key);
    notices.announce(say('habitForm.reminder.removed'));
  }

  return (
    <section ref={element} aria-labelledby={id} className={styles['reminders']}>
      <h3 id={id}>{say('habitForm.reminders')}</h3>
      {reminders.length > 0 && (
        <ul aria-labelledby={id}>
          {reminders.map((reminder, index) => (
            <ReminderRow
              key={reminder.key}
              reminder={reminder}
              place={index + 1}
              problem={shownProblem(reminder)}
              onChange={(changed) => onChange(reminders.map((known) => (known === reminder ? changed : known)))}
              onRemove={() => remove(index)}
            />
          ))}
        </ul>
      )}
      {!isFull && (
        <Button data-add onClick={add}>
          <Plus />
          {say('habitForm.reminder.add')}
        </Button>
      )}
      <p className={styles['hint']}>
        {isFull ? say('habitForm.reminder.full', { most: MOST_REMINDERS }) : say('habitForm.reminder.hint')}
      </p>
    </section>
  );
}
