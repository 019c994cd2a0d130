import type { DayState, HabitGrouping, Streak } from '../../contract/habits.ts';
import type { Day } from '../day.ts';
import type { CheckIn } from '../habit-day.ts';
import type { DayRange, HabitRules } from '../habit-history.ts';
import { dateOf, daysFrom, earliest, LATEST, latest, plus, stretchOf, weekday, type Period } from './calendar.ts';

/**
 * What `HabitHistory` says, said again from docs/habit-semantics.md and docs/decisions/0011, of calendar dates, one day at a time, with nothing kept and nothing
 * clever. For tests: a thousand times slower.
 */

const add = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

type Verdict = 'kept' | 'broken' | 'bridged';

export class HabitReference {
  readonly rules: HabitRules;
  readonly checkIns: ReadonlyMap<Day, CheckIn>;
  readonly pauses: readonly DayRange[];

  constructor(rules: HabitRules, checkIns: ReadonlyMap<Day, CheckIn>, pauses: readonly DayRange[]) {
    this.rules = rules;
    this.checkIns = checkIns;
    this.pauses = pauses;
  }

  get firstDay(): Day {
    return [...this.checkIns.keys()].reduce(earliest, this.rules.startDay);
  }

  get #lastDay(): Day {
    return this.rules.lastDay ?? LATEST;
  }

  get #target(): number | null {
    const { kind } = this.rules;
    return 'target' in kind ? kind.target : null;
  }

  get #atMost(): boolean {
    const { kind } = this.rules;
    return 'direction' in kind && kind.direction === 'at-most';
  }

  mark(day: Day): CheckIn['mark'] | null {
    return this.checkIns.get(day)?.mark ?? null;
  }

  paused(day: Day): boolean {
    return this.pauses.some(({ from, to }) => from <= day && day <= (to ?? LATEST));
  }

  excused(day: Day): boolean {
    return this.mark(day) === 'skipped' || (this.mark(day) === null && this.paused(day));
  }

  amount(day: Day): number {
    if (this.#target === null || this.mark(day) !== 'done') return 0;
    return this.checkIns.get(day)?.amount ?? (this.#atMost ? 0 : this.#target);
  }

  /** Of habits without amounts. */
  done(day: Day): boolean {
    if (this.mark(day) === 'done') return true;
    if (this.rules.kind.type !== 'quit' || this.mark(day) !== null) return false;
    return day >= this.rules.startDay && day <= this.#lastDay && !this.paused(day);
  }

  /** Null: every day is one of its own. */
  period(day: Day): Period | null {
    const { schedule, startDay, weekStart } = this.rules;
    switch (schedule.type) {
      case 'daily':
      case 'weekdays':
        return null;
      case 'times-a-week':
        return stretchOf(day, 'week', weekStart);
      case 'times-a-month':
        return stretchOf(day, 'month', weekStart);
      case 'every-n-days': {
        let from = startDay;
        while (from > day) from = plus(from, -schedule.days);
        while (plus(from, schedule.days) <= day) from = plus(from, schedule.days);
        return { from, to: plus(from, schedule.days - 1) };
      }
      case 'rolling':
        return { from: plus(day, 1 - schedule.days), to: day };
    }
  }

  /** Days done, or the sum of amounts. */
  reached(days: readonly Day[], today: Day): number {
    if (this.#target !== null) return add(days.map((day) => this.amount(day)));
    const counted = this.rules.kind.type === 'quit' ? days.filter((day) => day <= today) : days;
    return counted.filter((day) => this.done(day)).length;
  }

  earlier(day: Day, today: Day): number {
    const period = this.period(day);
    if (period === null) return 0;
    return this.reached(daysFrom(latest(period.from, this.firstDay), plus(day, -1)), today);
  }

  state(day: Day, today: Day): DayState {
    const mark = this.mark(day);
    if (mark === 'missed' || mark === 'skipped') return mark;
    if (mark === 'done') {
      if (this.#target === null) return 'done';
      const sum = this.earlier(day, today) + this.amount(day);
      if (this.#atMost) return sum <= this.#target + 1e-6 ? 'done' : 'missed';
      if (sum >= this.#target - 1e-6) return 'done';
      return this.amount(day) > 0 ? 'partly' : 'missed';
    }
    if (day < this.rules.startDay || day > this.#lastDay) return 'not-due';
    if (this.paused(day)) return 'paused';
    if (day > today) return 'future';
    if (this.rules.kind.type === 'quit') return 'done';
    const { schedule } = this.rules;
    if (schedule.type === 'weekdays') return schedule.days.includes(weekday(day)) ? 'open' : 'not-due';
    return schedule.type === 'daily' || day === today ? 'open' : 'not-due';
  }

  /** One a day, from the first day to `to`. */
  scores(to: Day): number[] {
    const { schedule } = this.rules;
    let times = 1;
    let days = 1;
    if (schedule.type === 'weekdays') [times, days] = [new Set(schedule.days).size, 7];
    if (schedule.type === 'times-a-week') [times, days] = [schedule.times, 7];
    if (schedule.type === 'times-a-month') [times, days] = [Math.min(30, schedule.times), 30];
    if (schedule.type === 'every-n-days') days = schedule.days;
    if (schedule.type === 'rolling') [times, days] = [schedule.times, schedule.days];
    const frequency = times / days;
    const m = 0.5 ** (Math.sqrt(frequency) / 13);
    let window = days;
    if (schedule.type === 'weekdays' && times === 7) window = 1;
    if (this.#target === null) window = times === days ? 1 : 2 * days;
    const needed = times === days ? 1 : 2 * times;
    const target = (this.#target ?? 0) * (schedule.type === 'weekdays' && times < 7 ? times : 1);

    const first = this.firstDay;
    let score = this.#atMost ? 1 : 0;
    return daysFrom(first, to).map((day) => {
      if (day > this.#lastDay || this.excused(day)) return score;
      const trailing = daysFrom(latest(first, plus(day, 1 - window)), day);
      let completion: number;
      if (this.#target === null) completion = trailing.filter((each) => this.done(each)).length / needed;
      else {
        const sum = add(trailing.map((each) => this.amount(each)));
        if (!this.#atMost) completion = target === 0 ? 1 : sum / target;
        else if (this.mark(day) === 'missed') completion = 0;
        else if (target === 0) completion = sum === 0 ? 1 : 0;
        else completion = 1 - (sum - target) / target;
      }
      score = score * m + Math.min(1, Math.max(0, completion)) * (1 - m);
      return score;
    });
  }

  #left({ from, to }: Period): number {
    const { startDay } = this.rules;
    const begins = startDay >= from && startDay <= to ? startDay : from;
    return daysFrom(begins, earliest(to, this.#lastDay)).filter((day) => !this.excused(day)).length;
  }

  need(period: Period): number {
    const { kind, schedule } = this.rules;
    if (schedule.type === 'rolling') return this.#target ?? schedule.times;
    const left = this.#left(period);
    if (kind.type === 'quit') return left;
    const length = daysFrom(period.from, period.to).length;
    const times = 'times' in schedule ? schedule.times : 1;
    if (this.#target === null) return Math.min(left, Math.ceil((times * left) / length));
    return this.#atMost ? this.#target : Math.min(this.#target, Math.ceil((this.#target * left) / length - 1e-9));
  }

  progress(day: Day, today: Day): (Period & { readonly reached: number; readonly need: number }) | null {
    const period = this.period(day);
    if (period === null || day < this.firstDay || day > this.#lastDay) return null;
    const rolling = this.rules.schedule.type === 'rolling';
    const from = latest(period.from, this.firstDay);
    return {
      from: rolling ? period.from : from,
      to: earliest(period.to, this.#lastDay),
      reached: this.reached(daysFrom(from, day), today),
      need: this.need(period),
    };
  }

  #logged(day: Day): boolean {
    return this.mark(day) === 'done' || this.mark(day) === 'missed';
  }

  #verdictOfDay(day: Day, today: Day): Verdict {
    const { schedule, kind } = this.rules;
    if (schedule.type === 'weekdays' && !schedule.days.includes(weekday(day))) return 'bridged';
    if (this.excused(day)) return 'bridged';
    if (this.mark(day) === 'missed') return 'broken';
    if (this.#atMost) {
      if (this.mark(day) === null) return 'bridged';
      return this.amount(day) <= (this.#target ?? 0) + 1e-6 ? 'kept' : 'broken';
    }
    const kept =
      this.#target === null ? this.done(day) : this.mark(day) === 'done' && this.amount(day) >= this.#target - 1e-6;
    if (kept) return 'kept';
    return day < today || kind.type === 'quit' ? 'broken' : 'bridged';
  }

  #verdictOfWindow(day: Day, today: Day): Verdict {
    const target = this.#target ?? 0;
    const days = daysFrom(latest(this.period(day)?.from ?? day, this.firstDay), day);
    if (this.excused(day)) return 'bridged';
    const sum = this.reached(days, today);
    if (this.#atMost) {
      if (sum > target + 1e-6) return 'broken';
      return day < today || days.some((each) => this.#logged(each)) ? 'kept' : 'bridged';
    }
    if (sum >= target - 1e-6) return 'kept';
    return day < today || this.mark(day) === 'missed' ? 'broken' : 'bridged';
  }

  #verdictOfStretch(period: Period, today: Day): Verdict {
    const end = earliest(period.to, this.#lastDay);
    const over = end < today;
    const days = daysFrom(latest(period.from, this.firstDay), earliest(end, today));
    const reached = this.reached(days, today);
    const left = this.#left(period);
    if (this.#atMost) {
      if (reached > (this.#target ?? 0) + 1e-6) return 'broken';
      return (over && left > 0) || days.some((day) => this.#logged(day)) ? 'kept' : 'bridged';
    }
    if (this.rules.kind.type === 'quit') {
      if (days.some((day) => this.mark(day) === 'missed')) return 'broken';
      if (over && reached < left) return 'broken';
      return reached > 0 ? 'kept' : 'bridged';
    }
    if (left === 0 && reached === 0) return 'bridged';
    if (reached >= this.need(period) - 1e-6) return 'kept';
    return over ? 'broken' : 'bridged';
  }

  /** Loop's covered days up to `to`, as texts. */
  covered(to: Day): Set<Day> {
    const { schedule } = this.rules;
    if (schedule.type !== 'rolling') return new Set();
    const done = daysFrom(this.firstDay, to).filter((day) => this.done(day));
    const covered = new Set(done);
    const newestFirst = done.toReversed();
    let neighbour: Day | null = null;
    for (let index = 0; index + schedule.times <= newestFirst.length; index++) {
      const run = newestFirst.slice(index, index + schedule.times);
      const newest = run[0] ?? '';
      const oldest = run.at(-1) ?? '';
      let length = schedule.days;
      if (length === 30 || length === 31) {
        const date = dateOf(oldest);
        length = date.day === date.daysInMonth ? date.add({ days: 1 }).daysInMonth : date.daysInMonth;
      }
      let span = { from: oldest, to: plus(oldest, length - 1) };
      if (newest > span.to) continue;
      while (neighbour !== null && span.to >= neighbour && span.to > newest) {
        span = { from: plus(span.from, -1), to: plus(span.to, -1) };
      }
      neighbour = span.from;
      for (const day of daysFrom(span.from, earliest(span.to, to))) covered.add(day);
    }
    return covered;
  }

  /** Each period up to today, oldest first, and what became of it. */
  verdicts(today: Day): (Period & { readonly verdict: Verdict })[] {
    const { schedule } = this.rules;
    const first = this.firstDay;
    const last = earliest(today, this.#lastDay);
    if (last < first) return [];
    const day = (each: Day, verdict: Verdict): Period & { verdict: Verdict } => ({ from: each, to: each, verdict });
    if (schedule.type === 'rolling' && this.#target === null) {
      const covered = this.covered(last);
      return daysFrom([...covered].reduce(earliest, first), last).map((each) => {
        if (this.excused(each)) return day(each, 'bridged');
        if (covered.has(each)) return day(each, 'kept');
        return day(each, each === today && this.mark(each) !== 'missed' ? 'bridged' : 'broken');
      });
    }
    const list: (Period & { readonly verdict: Verdict })[] = [];
    for (let each = first; each <= last;) {
      const period = this.period(each);
      if (period === null) list.push(day(each, this.#verdictOfDay(each, today)));
      else if (schedule.type === 'rolling') list.push(day(each, this.#verdictOfWindow(each, today)));
      else {
        list.push({
          from: latest(period.from, first),
          to: earliest(period.to, last),
          verdict: this.#verdictOfStretch(period, today),
        });
      }
      each = plus(period?.to ?? each, 1);
    }
    return list;
  }

  streaks(today: Day): { all: Streak[]; current: Streak | null } {
    const all: Streak[] = [];
    let open: Streak | null = null;
    for (const { from, to, verdict } of this.verdicts(today)) {
      if (verdict === 'broken') open = null;
      if (verdict !== 'kept') continue;
      if (open === null) {
        open = { from, to, length: 0 };
        all.push(open);
      }
      open.to = to;
      open.length++;
    }
    return { all, current: today <= this.#lastDay ? open : null };
  }

  tally(days: readonly Day[], today: Day): { done: number; due: number; sum: number } {
    const come = days.filter((day) => day >= this.firstDay && day <= today);
    const states = come.map((day) => ({ day, state: this.state(day, today) }));
    return {
      done: states.filter(({ state }) => state === 'done').length,
      due: states.filter(
        ({ day, state }) =>
          state === 'done' || state === 'partly' || state === 'missed' || (state === 'open' && day < today),
      ).length,
      sum: add(come.map((day) => this.amount(day))),
    };
  }

  buckets(grouping: HabitGrouping, to: Day): (Period & { done: number; due: number; sum: number })[] {
    const { weekStart } = this.rules;
    const list: (Period & { done: number; due: number; sum: number })[] = [];
    const end = stretchOf(to, grouping, weekStart).to;
    for (let day = this.firstDay; stretchOf(day, grouping, weekStart).to <= end;) {
      const stretch = stretchOf(day, grouping, weekStart);
      list.push({ ...stretch, ...this.tally(daysFrom(stretch.from, stretch.to), to) });
      day = plus(stretch.to, 1);
    }
    return list;
  }

  targets(today: Day): { span: string; sum: number; target: number }[] {
    const { schedule, weekStart, startDay } = this.rules;
    const target = this.#target;
    if (target === null) return [];
    const asks = (day: Day): boolean =>
      (schedule.type !== 'weekdays' || schedule.days.includes(weekday(day))) &&
      day >= startDay &&
      day <= this.#lastDay &&
      !this.excused(day);
    const longest = { day: 1, week: 7, month: 31, quarter: 92, year: 366 };
    const spans = ['day', 'week', 'month', 'quarter', 'year'] as const;
    return spans.flatMap((span) => {
      const { from, to } = stretchOf(today, span, weekStart);
      const days = daysFrom(from, to);
      const sum = add(days.filter((day) => day <= today).map((day) => this.amount(day)));
      const scaled = (every: number): { span: string; sum: number; target: number }[] =>
        longest[span] < every ? [] : [{ span, sum, target: (target * days.length) / every }];
      switch (schedule.type) {
        case 'daily':
        case 'weekdays':
          return [{ span, sum, target: target * days.filter(asks).length }];
        case 'times-a-week':
          return scaled(7);
        case 'times-a-month':
          if (span === 'day' || span === 'week') return [];
          return [{ span, sum, target: target * { month: 1, quarter: 3, year: 12 }[span] }];
        case 'every-n-days':
        case 'rolling':
          return scaled(schedule.days);
      }
    });
  }
}
