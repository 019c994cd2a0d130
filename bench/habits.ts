import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createClock } from '../src-main/clock.ts';
import { HabitBook } from '../src-main/features/habits/habit-book.ts';
import { habitsHandlers } from '../src-main/features/habits/handlers.ts';
import { checkInChange, HABIT_RECORD } from '../src-main/features/habits/records.ts';
import { PreferencesBook } from '../src-main/features/preferences/preferences.ts';
import { projections } from '../src-main/storage/service.ts';
import { VaultKeeper } from '../src-main/storage/vault-keeper.ts';
import { value } from '../src-main/testing/test-app.ts';
import { idFromText } from '../src-main/vault/record-id.ts';
import type { Vault } from '../src-main/vault/vault.ts';
import type { HabitKind, Schedule } from '../src-shared/contract/habits.ts';
import { addDays, daysEndingOn } from '../src-shared/domain/day.ts';
import { comparePairs, median, report, timed } from './measure.ts';

const HABITS = 60;
const PASSPHRASE = 'habits of ten years';
/** Every kind and schedule, turn by turn. */
const KINDS: readonly HabitKind[] = [
  { type: 'yes-no' },
  { type: 'amount', unit: 'pages', target: 20, direction: 'at-least' },
  { type: 'yes-no' },
  { type: 'minutes', target: 30, direction: 'at-least' },
  { type: 'amount', unit: 'coffees', target: 2, direction: 'at-most' },
  { type: 'quit' },
];
const SCHEDULES: readonly Schedule[] = [
  { type: 'daily' },
  { type: 'weekdays', days: [1, 2, 3, 4, 5] },
  { type: 'times-a-week', times: 3 },
  { type: 'times-a-month', times: 8 },
  { type: 'every-n-days', days: 3 },
  { type: 'rolling', times: 3, days: 10 },
  { type: 'daily' },
];
/** Of seven days, how many say something: with 60 habits and ten years, 150,000 check-ins. */
const LOGGED = [true, true, true, true, true, true, false];
const COMMIT = 400;

function amountOf(kind: HabitKind, index: number): number | null {
  return kind.type === 'amount' || kind.type === 'minutes' ? index % 40 : null;
}

/** @returns the ids of the habits */
async function fill(vault: Vault, years: number, lastDay: string): Promise<string[]> {
  const days = daysEndingOn(lastDay, Math.round(years * 365.25));
  const ids: string[] = [];
  for (let nth = 0; nth < HABITS; nth += 1) {
    const id = randomUUID();
    const kind = KINDS[nth % KINDS.length]!;
    ids.push(id);
    const fields = {
      name: `Habit ${nth}`,
      kind,
      schedule: SCHEDULES[nth % SCHEDULES.length]!,
      startDay: days[0]!,
      position: nth,
    };
    await vault.commit([{ id: idFromText(id), type: HABIT_RECORD, fields }]);
    const changes = days.flatMap((day, index) => {
      if (!LOGGED[(index + nth) % LOGGED.length]!) return [];
      const mark =
        (index + nth) % 23 === 0
          ? ('skipped' as const)
          : kind.type === 'quit' && index % 29 !== 0
            ? null
            : ('done' as const);
      if (mark === null) return [];
      const isSlip = kind.type === 'quit';
      return [
        checkInChange(vault, idFromText(id), day, {
          mark: isSlip ? 'missed' : mark,
          amount: mark === 'done' ? amountOf(kind, index) : null,
          note: null,
        }),
      ];
    });
    for (let at = 0; at < changes.length; at += COMMIT) await vault.commit(changes.slice(at, at + COMMIT));
  }
  return ids;
}

/**
 * What a habit's page, Today and the overview ask of storage, with sixty habits and more and more years, against one bare read of the habit's check-ins. `first` is a
 * history that nobody has asked for since the unlock; `again` one that has just got another check-in.
 */
export async function benchHabits(folder: string, lastDay: string): Promise<void> {
  for (const years of [1, 2, 5, 10]) {
    const vaultFolder = join(folder, `habits-${years}`);
    await mkdir(vaultFolder);
    const keeper = new VaultKeeper({
      folder: vaultFolder,
      clock: createClock({ offset: Date.parse(`${lastDay}T20:00:00Z`) - Date.now(), zone: 'UTC' }),
      passphraseCost: 'floor',
      projections,
      log: () => {},
    });
    await keeper.confirmRecoveryKey(await keeper.create(PASSPHRASE));
    const { vault } = keeper;
    const ids = await fill(vault, years, lastDay);
    const count = Number((await vault.read.first('SELECT count(*) AS n FROM check_in'))?.n);
    const shape = `${years} years, ${count.toLocaleString('en')}`;
    const fresh = () => habitsHandlers(new HabitBook(vault, new PreferencesBook(vault, 'en-GB')));
    const page = async (habits: ReturnType<typeof fresh>, id: string): Promise<void> => {
      const from = `${lastDay.slice(0, 4)}-01-01`;
      const { total } = value(await habits['habits.summary']({ id, day: lastDay }));
      if (total.done === 0) throw new Error('Nothing was counted');
      value(await habits['habits.days']({ id, from, to: `${lastDay.slice(0, 4)}-12-31` }));
      value(await habits['habits.strength']({ id, from: addDays(lastDay, -364), to: lastDay }));
      value(await habits['habits.history']({ id, grouping: 'week', to: lastDay }));
    };
    const bare = (id: string) =>
      vault.read.all('SELECT day, mark, amount FROM check_in WHERE habit = ? ORDER BY day', idFromText(id));
    const first = await comparePairs(
      HABITS,
      (round) => page(fresh(), ids[round]!),
      (round) => bare(ids[round]!),
    );
    report(`habit page, first, ${shape}`, first.ours, first.bare, 'its bare rows');
    const kept = fresh();
    value(await kept['habits.standings']({ day: lastDay }));
    const again = await comparePairs(
      HABITS,
      (round) => page(kept, ids[round]!),
      (round) => bare(ids[round]!),
    );
    report(`habit page, again, ${shape}`, again.ours, again.bare, 'the same');
    const ticked = [];
    const ticks = [];
    for (const [round, habitId] of ids.entries()) {
      const mark = round % 2 === 0 ? ({ type: 'done' } as const) : ({ type: 'missed' } as const);
      ticks.push(await timed(() => kept['habits.check-in']({ habitId, day: lastDay, mark })));
      ticked.push(await timed(() => kept['habits.standings']({ day: lastDay })));
    }
    report(`all strengths after a tick, ${shape}`, median(ticked), median(ticks), 'the tick itself, committed');
    const all = await comparePairs(
      10,
      async () => value(await fresh()['habits.standings']({ day: lastDay })),
      () => vault.read.all('SELECT habit, day, mark, amount FROM check_in ORDER BY habit, day'),
    );
    report(`all strengths, first, ${shape}`, all.ours, all.bare, 'all bare rows');
    const grid = await comparePairs(
      20,
      async (round) => {
        const to = addDays(lastDay, -60 * (round % Math.floor((years * 365) / 60)));
        value(await kept['habits.grid']({ from: addDays(to, -59), to, archived: false }));
      },
      () => vault.read.all('SELECT * FROM check_in WHERE day BETWEEN ? AND ?', addDays(lastDay, -59), lastDay),
    );
    report(`60 days of the overview, ${shape}`, grid.ours, grid.bare, 'its bare rows');
    const today = await comparePairs(
      20,
      async () => value(await fresh()['habits.overview']({ day: lastDay })),
      () => vault.read.all('SELECT * FROM check_in WHERE day BETWEEN ? AND ?', addDays(lastDay, -6), lastDay),
    );
    report(`Today's habits, first, ${shape}`, today.ours, today.bare, 'its bare rows');
    await keeper.close();
  }
}
