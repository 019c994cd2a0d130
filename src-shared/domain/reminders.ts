import { Temporal } from 'temporal-polyfill';
import type { Reminder } from '../contract/habits.ts';
import { dayNumber, dayOf, dayOfNumber, dayStart, weekdayOfNumber, type Day } from './day.ts';

/**
 * When reminders ring. A reminder belongs to a day of habits, which ends at the person's day's end: with the day's end at three, Monday's reminder for half past
 * one rings in the night to Tuesday.
 *
 * What has rung is remembered by what the clock on the wall said (`RingKey`: habit, civil date, minute), not by the name of the day. A zone that is left to the
 * west, a clock that is set back and a day's end that is moved let the same reading of the wall clock come again, or the same reading belong to another day; none of
 * them makes it ring again. And none of them makes a reading that has not come yet count as rung.
 */

/** Without a date object: this is asked at every look at the clock. */
function addDays(day: Day, days: number): Day {
  return dayOfNumber(dayNumber(day) + days);
}

/** `habit date minute`, of the civil date on the wall. */
export type RingKey = string;

export interface PlannedHabit {
  readonly habitId: string;
  readonly reminders: readonly Reminder[];
  /** The days on which it wants reminding, as far as they are known today. */
  readonly days: readonly Day[];
}

/** Which habits want reminding on which days. Holds no text of a person's: it stays in memory while the vault is locked. */
export interface ReminderPlan {
  /** Minutes behind midnight. */
  readonly dayEndsAt: number;
  readonly habits: readonly PlannedHabit[];
}

/** One reading of the wall clock that a habit is to be reminded at. */
export interface WallTime {
  readonly habitId: string;
  /** The civil date on the wall. */
  readonly date: Day;
  /** Of the day on the wall. */
  readonly minute: number;
}

export interface Ring extends WallTime {
  readonly key: RingKey;
  /** The day of habits that it belongs to. */
  readonly day: Day;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

export function ringKey({ habitId, date, minute }: WallTime): RingKey {
  return `${habitId} ${date} ${String(minute)}`;
}

/** The day of habits that a reading of the wall clock belongs to. */
export function dayOfWallTime({ date, minute }: Pick<WallTime, 'date' | 'minute'>, dayEndsAt: number): Day {
  return minute < dayEndsAt ? addDays(date, -1) : date;
}

/**
 * The moment at which a day's reminder rings, in milliseconds since the epoch. A time that comes twice rings the first time, one that the clocks jump over right behind the
 * jump by as much as it lay in it; where that would be behind the end of its day, before the jump.
 */
export function reminderInstant(day: Day, minute: number, zone: string, dayEndsAt: number): number {
  const key = `${day} ${String(minute)} ${zone} ${String(dayEndsAt)}`;
  const known = knownInstants.get(key);
  if (known !== undefined) return known;
  const instant = computedInstant(day, minute, zone, dayEndsAt);
  // More than two days can hold: what is still asked for is soon back.
  if (knownInstants.size >= KNOWN_INSTANTS) knownInstants.clear();
  knownInstants.set(key, instant);
  return instant;
}

/** Every look at the clock asks for the same few again, and a zone's calendar is slow to ask. */
const knownInstants = new Map<string, number>();
const KNOWN_INSTANTS = 1000;

function computedInstant(day: Day, minute: number, zone: string, dayEndsAt: number): number {
  const date = minute < dayEndsAt ? addDays(day, 1) : day;
  const wall = Temporal.PlainDate.from(date).toPlainDateTime().add({ minutes: minute });
  const instant = wall.toZonedDateTime(zone).epochMilliseconds;
  if (instant < dayStart(addDays(day, 1), zone, dayEndsAt)) return instant;
  return wall.toZonedDateTime(zone, { disambiguation: 'earlier' }).epochMilliseconds;
}

/** Everything that the plan wants to ring on a day, the earliest first. */
export function ringsOn({ dayEndsAt, habits }: ReminderPlan, day: Day, zone: string): Ring[] {
  const weekday = weekdayOfNumber(dayNumber(day));
  const nextDay = addDays(day, 1);
  const instants = new Map<number, number>();
  const rings = habits
    .filter(({ days }) => days.includes(day))
    .flatMap(({ habitId, reminders }) => {
      const minutes = reminders.filter(({ days }) => days.includes(weekday)).map(({ minute }) => minute);
      return [...new Set(minutes)].map((minute): Ring => {
        const at = instants.get(minute) ?? reminderInstant(day, minute, zone, dayEndsAt);
        instants.set(minute, at);
        const wall = { habitId, minute, date: minute < dayEndsAt ? nextDay : day };
        return { ...wall, key: ringKey(wall), day, at };
      });
    });
  return rings.toSorted((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
}

export interface SnoozedReminder extends WallTime {
  /** Milliseconds since the epoch. */
  readonly until: number;
}

/** What a device knows of its own rings, over a restart. */
export interface ReminderMemory {
  readonly fired: readonly RingKey[];
  readonly snoozed: readonly SnoozedReminder[];
}

export interface RingQuestion {
  readonly plan: ReminderPlan;
  /** IANA name. */
  readonly zone: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly fired: ReadonlySet<RingKey>;
}

/** What is to ring now for one habit. */
export interface DueReminder {
  /** The latest one that has come. */
  readonly ring: Ring;
  /** Of all that have come and are done with by this one. */
  readonly keys: readonly RingKey[];
}

/** The present day's rings that have not rung, whether they have come or not. */
export function pendingRings({ plan, zone, now, fired }: RingQuestion): Ring[] {
  return ringsOn(plan, dayOf(now, zone, plan.dayEndsAt), zone).filter(({ key }) => !fired.has(key));
}

/** What has come on the present day and has not rung: one for each habit, however many were slept over. Those of days that are over are never made up for. */
export function dueReminders(question: RingQuestion): DueReminder[] {
  const come = pendingRings(question).filter(({ at }) => at <= question.now);
  return [...Map.groupBy(come, ({ habitId }) => habitId).values()].map((rings) => ({
    ring: rings.at(-1)!,
    keys: rings.map(({ key }) => key),
  }));
}

/** The next moment at which something could ring, today or tomorrow, in milliseconds since the epoch; null: there is none so soon. */
export function nextReminder(question: RingQuestion): number | null {
  const { plan, zone, now, fired } = question;
  const today = dayOf(now, zone, plan.dayEndsAt);
  for (const day of [today, addDays(today, 1)]) {
    const next = ringsOn(plan, day, zone).find(({ key, at }) => at > now && !fired.has(key));
    if (next !== undefined) return next.at;
  }
  return null;
}

/** Whether a reading of the wall clock still asks for its habit: the habit has such a reminder, and wants reminding on the day that it belongs to. */
export function isStillDue(plan: ReminderPlan, wall: WallTime): boolean {
  const habit = plan.habits.find(({ habitId }) => habitId === wall.habitId);
  if (habit === undefined) return false;
  return (
    habit.reminders.some(({ minute }) => minute === wall.minute) &&
    habit.days.includes(dayOfWallTime(wall, plan.dayEndsAt))
  );
}

/**
 * What a new plan brings that has come already: a reminder that was set to an hour of today that is past, a habit that was made in the evening with a reminder for the
 * morning, a check-in that was taken back. Nobody waits for these; they count as rung.
 */
export function silentRings(before: RingQuestion, after: ReminderPlan): RingKey[] {
  const awaited = new Set(pendingRings(before).map(({ key }) => key));
  return pendingRings({ ...before, plan: after })
    .filter(({ key, at }) => at <= before.now && !awaited.has(key))
    .map(({ key }) => key);
}

/** How many rung ones are kept whatever their date: more than a day can have, so that a clock that was a year ahead for a moment forgets none of today's. */
const KEPT = 300;

/** Without those that can never come again: older than two days. */
export function prunedKeys(fired: Iterable<RingKey>, today: Day): Set<RingKey> {
  const keys = [...fired];
  const oldest = addDays(today, -2);
  return new Set(keys.filter((key, index) => keys.length - index <= KEPT || (key.split(' ')[1] ?? '') >= oldest));
}
