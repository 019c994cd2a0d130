import { addDays } from '../../../src-shared/domain/day.ts';
import type { CheckInValues } from '../../../src-main/features/habits/records.ts';
import { Random } from '../../simulation/random.ts';
import { checkInOn, SEED_HABITS, seedHabits } from './habit-plan.ts';
import type { PictureShape } from './picture.ts';
import { markdownText, sentence } from './texts.ts';
import type { Tongue } from './texts.ts';

export interface SeedOptions {
  readonly seed: number;
  /** The last day that something is written on. */
  readonly lastDay: string;
  /** Days before it, and it. */
  readonly days: number;
  /** How many entries they hold together, without the one of LONGEST_WORDS. At least one. */
  readonly entries: number;
  /** One of each kind where it is left out. */
  readonly habits?: number;
}

/** One step of a life with the app, in the order of time. `at`: milliseconds since the epoch. */
export type SeedStep =
  | { readonly type: 'habit'; readonly at: number; readonly id: string; readonly fields: Fields }
  | {
      readonly type: 'check-in';
      readonly at: number;
      readonly habit: string;
      readonly day: string;
      readonly values: CheckInValues;
    }
  | {
      readonly type: 'pause';
      readonly at: number;
      readonly id: string;
      /** null: every habit. */
      readonly habit: string | null;
      readonly from: string;
      readonly to: string;
      readonly reason: string;
    }
  | { readonly type: 'picture'; readonly at: number; readonly id: string; readonly shape: PictureShape }
  /** A new entry, or what a later sitting made of one: exactly the fields that `entries.write` would write. */
  | { readonly type: 'entry'; readonly at: number; readonly id: string; readonly fields: Fields }
  | { readonly type: 'removal'; readonly at: number; readonly id: string };
type Fields = Readonly<Record<string, unknown>>;

export const LONGEST_WORDS = 20_000;
export const LONGEST_TITLE = 'The long walk, from the first day to the last';
const LONGEST_ENTRY = 2_000;
/** Days from the end to the entry of LONGEST_WORDS: on the first screens of the journal. */
const LONGEST_BEFORE_END = 5;
/** Pictures take most of the room, and a journal of 100,000 entries is no better tested by thousands of them. */
const MOST_PICTURES = 300;
/** What was removed earlier than this is not in the trash any more. */
const TRASH_DAYS = 30;
const MINUTE = 60_000;

const TAGS =
  'garden family work reading kitchen health music travel house money friends dream weather project idea gratitude sleep bread bicycle choir politics film language night winter summer letter river walk school museum lake repair tax birthday concert recipe train allotment piano'.split(
    ' ',
  );
const PLACES = ['Home', 'Allotment', 'Vienna', 'Graz', 'On the train', 'Lisboa', 'Kyoto 京都', 'At the lake'] as const;
const TITLES = ['First frost', 'A long call', 'What the doctor said', 'Sunday', 'Moving the piano', 'Letters'] as const;

/** A choice by Zipf's law: the n-th is chosen n times less often than the first. */
function byRank<T>(random: Random, values: readonly T[]): T {
  const total = values.reduce((sum, _, index) => sum + 1 / (index + 1), 0);
  let left = random.next() * total;
  for (const [index, value] of values.entries()) {
    left -= 1 / (index + 1);
    if (left < 0) return value;
  }
  return values[0]!;
}

/** Words of an entry: half of them below 60, a long tail up to LONGEST_ENTRY (log-normal, as lengths of diary entries are). */
function lengthOf(random: Random): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
  return Math.min(LONGEST_ENTRY, Math.max(3, Math.round(60 * Math.exp(1.1 * normal))));
}

/** Knuth's method: fine for the few that a day holds. */
function poisson(random: Random, mean: number): number {
  let count = 0;
  for (let left = random.next(); left > Math.exp(-mean); left *= random.next()) count += 1;
  return count;
}

const momentOf = (day: string, minutes: number): number => Date.parse(`${day}T00:00:00Z`) + minutes * MINUTE;

type EntryStep = Extract<SeedStep, { type: 'entry' }>;

/** An entry, behind the pictures that stand in it. */
function writtenEntry(
  random: Random,
  { day, at, pictureChance }: { readonly day: string; readonly at: number; readonly pictureChance: number },
): { readonly pictures: readonly SeedStep[]; readonly entry: EntryStep } {
  const tongue: Tongue = random.weighted({ en: 84, de: 11, ja: 5 });
  const words = lengthOf(random);
  const isMoodOnly = random.chance(0.04);
  const pictures: SeedStep[] = [];
  let body = isMoodOnly ? '' : markdownText(random, words, tongue, words > 60 ? 0.18 : 0);
  for (let count = 1 + random.below(3); !isMoodOnly && random.chance(pictureChance) && count > 0; count -= 1) {
    const id = random.uuid();
    const [width, height] = random.chance(0.7) ? ([320, 240] as const) : ([240, 320] as const);
    pictures.push({ type: 'picture', at, id, shape: { width, height, motif: random.below(10_000) } });
    body += `\n\n![${random.pick(['The garden', 'From the train', 'Evening', ''])}](attachment:${id})`;
  }
  if (!isMoodOnly && random.chance(0.55)) {
    body += ` ${Array.from({ length: 1 + random.below(3) }, () => `#${byRank(random, TAGS)}`).join(' ')}`;
  }
  const isAway = random.chance(0.03);
  const fields = {
    createdAt: at,
    zone: isAway ? 'Asia/Tokyo' : 'Europe/Vienna',
    body,
    mood: isMoodOnly || random.chance(0.7) ? 1 + Math.min(4, random.below(4) + random.below(3)) : null,
    day,
    ...(random.chance(0.12) ? { title: random.pick(TITLES) } : {}),
    ...(random.chance(0.15) ? { location: isAway ? 'Kyoto 京都' : random.pick(PLACES) } : {}),
    ...(random.chance(0.05) ? { tags: [byRank(random, TAGS)] } : {}),
    ...(random.chance(0.04) ? { starred: true } : {}),
    updatedAt: at,
  };
  return { pictures, entry: { type: 'entry', at, id: random.uuid(), fields } };
}

/** What a later sitting makes of a text: a sentence more, or one in the place of another. */
function edited(random: Random, { id, fields }: EntryStep, at: number): EntryStep {
  const body = String(fields['body']);
  const more = sentence(random, 'en');
  const changed = random.chance(0.3) ? body.replace(/^[^.\n]+\./u, () => more) : `${body}\n\n${more}`;
  return { type: 'entry', at, id, fields: { day: fields['day'], body: changed, updatedAt: at } };
}

const HOLIDAY_DAYS = 14;

/** Days from the beginning of a holiday to the given day, 0 to 13; null: it is none of one. There is one each year. */
function dayOfHoliday(random: Random, index: number, holidays: Map<number, number>): number | null {
  const year = Math.floor(index / 365);
  const begin = holidays.get(year) ?? random.below(350);
  holidays.set(year, begin);
  const since = (index % 365) - begin;
  return since >= 0 && since < HOLIDAY_DAYS ? since : null;
}

/** Of the years' habit of running: a knee, every third year. */
const KNEE = { every: 1095, begin: 200, days: 21 } as const;

/** Years of a life with the app, made up: the same for the same options, and never more than some weeks of it in memory. */
export function* seedPlan({
  seed,
  lastDay,
  days,
  entries,
  habits: habitCount = SEED_HABITS.length,
}: SeedOptions): Generator<SeedStep> {
  const random = new Random(seed);
  const firstDay = addDays(lastDay, 1 - days);
  const pictureChance = Math.min(0.05, MOST_PICTURES / entries);
  const longestOn = Math.max(0, days - 1 - LONGEST_BEFORE_END);
  const habits = seedHabits(habitCount).map((each, position) => {
    // Not everything began on the first day.
    const begin = position < 5 ? 0 : Math.floor((days * random.below(60)) / 100);
    return { ...each, id: random.uuid(), begin, startDay: addDays(firstDay, begin), position };
  });
  const holidays = new Map<number, number>();
  /** Sittings and removals of later days, by the day's index. */
  const later = new Map<number, SeedStep[]>();
  const putOff = (index: number, step: SeedStep): void => {
    if (index < days) later.set(index, [...(later.get(index) ?? []), step]);
  };
  let left = entries - 1;
  for (let index = 0; index < days; index += 1) {
    const day = addDays(firstDay, index);
    const isLast = index === days - 1;
    // Where a text stands in the trash is known when it is written: what went there earlier is gone.
    const isNearEnd = days - index <= TRASH_DAYS;
    const steps: SeedStep[] = later.get(index) ?? [];
    later.delete(index);
    for (const { id, begin, steadiness: _, ...words } of habits) {
      if (begin !== index) continue;
      const archivedOn = words.archived ? addDays(firstDay, Math.floor(days / 2)) : null;
      steps.push({
        type: 'habit',
        at: momentOf(day, 5 * 60 + 30),
        id,
        fields: { ...words, endDay: null, archivedOn },
      });
    }
    if (index === longestOn) {
      const at = momentOf(day, 5 * 60 + 45);
      const body = markdownText(random, LONGEST_WORDS, 'en', 0.1);
      const fields = { createdAt: at, zone: 'Europe/Vienna', body, mood: 4, day, title: LONGEST_TITLE, updatedAt: at };
      steps.push({ type: 'entry', at, id: random.uuid(), fields });
    }
    const mean = (left / (days - index)) * 1.17;
    // Two weeks of each year are spent without a word and without a habit, and one day in nine without a word.
    const holiday = dayOfHoliday(random, index, holidays);
    const isSilent = random.chance(0.11) || holiday !== null;
    const pause = (habit: string | null, length: number, reason: string): SeedStep => {
      const at = momentOf(day, 5 * 60 + 40);
      return { type: 'pause', at, id: random.uuid(), habit, from: day, to: addDays(day, length - 1), reason };
    };
    if (holiday === 0) steps.push(pause(null, HOLIDAY_DAYS, 'Away'));
    const sinceKnee = (index % KNEE.every) - KNEE.begin;
    const run = habits.find(({ name }) => name === 'Run');
    if (sinceKnee === 0 && run !== undefined) steps.push(pause(run.id, KNEE.days, 'The knee'));
    const hasKnee = sinceKnee >= 0 && sinceKnee < KNEE.days;
    const count = isLast ? left + 1 : isSilent ? 0 : Math.min(left, poisson(random, mean));
    left -= isLast ? left : count;
    for (let nth = 0; nth < count; nth += 1) {
      // The last day is still young.
      const at = momentOf(day, isLast ? 360 + nth / count : 360 + Math.floor((900 * nth) / count) + random.below(40));
      const { pictures, entry } = writtenEntry(random, { day, at, pictureChance });
      steps.push(...pictures, entry);
      const sittings = random.weighted({ 0: 90, 1: 5, 2: 3, 3: 1, 8: 1 });
      let last = entry;
      let on = index;
      for (let sitting = 0; sitting < Number(sittings); sitting += 1) {
        on += 1 + random.below(4);
        last = edited(random, last, momentOf(addDays(firstDay, on), 300));
        putOff(on, last);
      }
      if (isNearEnd && random.chance(0.25)) {
        const removedOn = on + 1 + random.below(4);
        putOff(removedOn, { type: 'removal', at: momentOf(addDays(firstDay, removedOn), 310), id: entry.id });
      }
    }
    for (const each of habits) {
      if (each.begin > index || (each.archived && index > days / 2) || (isLast && each.position > 3)) continue;
      if (holiday !== null || (hasKnee && each === run)) continue;
      const values = checkInOn(random, each, day, each.startDay);
      const at = momentOf(day, isLast ? 365 : 21 * 60 + 30 + each.position);
      if (values !== null) steps.push({ type: 'check-in', at, habit: each.id, day, values });
    }
    yield* steps.toSorted((a, b) => a.at - b.at);
  }
}
