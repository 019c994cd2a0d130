import { useEffect, useRef, useState } from 'react';
import { Field, SelectField } from '../../components/field.tsx';
import { clockTime, dayAndMonth, isoWeekdayName, weekdayName } from '../../intl/dates.ts';
import { useLanguage } from '../../intl/language.ts';
import { useModel, useSession } from '../../shell/model-context.tsx';
import { clockText, minuteOf } from '../habits/reminder-form.ts';

/** The latest end of a day, in minutes behind midnight. */
const LATEST_END = 719;

/** Three o'clock, which the hint tells of where nothing is chosen. */
const EXAMPLE_END = 180;

interface DayEndsFieldProps {
  readonly dayEndsAt: number;
  readonly onChange: (dayEndsAt: number) => void;
}

/** Taken when the field is left, or at Enter: the hours that one comes by while typing would each make another day. */
function DayEndsField({ dayEndsAt, onChange }: DayEndsFieldProps) {
  const { say, locale } = useLanguage();
  const [typed, setTyped] = useState<string | null>(null);
  const [isWrong, setWrong] = useState(false);

  function take(): void {
    if (typed === null) return;
    const minute = minuteOf(typed);
    const isRight = minute !== null && minute <= LATEST_END;
    setWrong(!isRight);
    if (!isRight) return;
    setTyped(null);
    if (minute !== dayEndsAt) onChange(minute);
  }

  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  // Another page by its key, without leaving the field first.
  useEffect(() => () => latest.current(), []);

  return (
    <Field
      type="time"
      label={say('settings.dayEndsAt')}
      min="00:00"
      max={clockText(LATEST_END)}
      value={typed ?? clockText(dayEndsAt)}
      hint={say('settings.dayEndsAtHint', {
        isMidnight: dayEndsAt === 0 ? 'yes' : 'no',
        time: clockTime(locale, dayEndsAt),
        example: clockTime(locale, EXAMPLE_END),
      })}
      problem={
        isWrong
          ? say('settings.dayEndsAtProblem', { first: clockTime(locale, 0), last: clockTime(locale, LATEST_END) })
          : null
      }
      onChange={(event) => setTyped(event.target.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take();
      }}
    />
  );
}

/** When a day ends and on which day weeks begin. */
export function DaysAndWeeks() {
  const { session, showProblem } = useModel();
  const { say, locale } = useLanguage();
  const preferences = useSession((state) => state.preferences);
  const today = useSession((state) => state.today?.day);
  if (preferences === null || today === undefined) return null;
  const { dayEndsAt, weekStart, firstWeekdayHere } = preferences;

  async function change(part: { dayEndsAt?: number; weekStart?: number | null }): Promise<void> {
    const error = await session.changePreferences(part);
    if (error !== null) showProblem(error);
  }

  return (
    <>
      <DayEndsField dayEndsAt={dayEndsAt} onChange={(minutes) => void change({ dayEndsAt: minutes })} />
      <p aria-live="polite">
        {say('settings.presentDay', {
          day: say('day.title', { weekday: weekdayName(locale, today), date: dayAndMonth(locale, today) }),
        })}
      </p>
      <SelectField
        label={say('settings.weekStart')}
        hint={say('settings.weekStartHint')}
        value={String(weekStart)}
        onChange={(event) => {
          const chosen = Number(event.target.value);
          void change({ weekStart: Number.isNaN(chosen) ? null : chosen });
        }}
      >
        <option value="null">
          {say('settings.weekStart.here', { weekday: isoWeekdayName(locale, firstWeekdayHere) })}
        </option>
        {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
          <option key={weekday} value={weekday}>
            {isoWeekdayName(locale, weekday)}
          </option>
        ))}
      </SelectField>
      <p>{say('settings.daysText')}</p>
    </>
  );
}
