import type { Habit } from '../../../../src-shared/contract/habits.ts';
import { measureOf } from '../../../../src-shared/domain/habit-day.ts';
import { dayAndMonth, fullDate, weekdayName } from '../../../intl/dates.ts';
import type { MessageId } from '../../../intl/en.ts';
import type { Language } from '../../../intl/language.ts';
import { unitName, withoutGaps } from '../progress-sentence.ts';
import { stateName } from '../state-name.ts';
import type { DayCell } from './overview-store.ts';

/** `25 of 40 pages` where the day is a period of its own, else `25 pages`; null for a habit without amounts. */
function amountWords(habit: Habit, amount: number, language: Language): string | null {
  const measure = measureOf(habit.kind);
  if (measure === null) return null;
  const { say } = language;
  const unit = unitName(habit, language);
  const isDaily = habit.schedule.type === 'daily' || habit.schedule.type === 'weekdays';
  if (!isDaily) return say('overview.amount', { amount, unit }).trim();
  const message = measure.direction === 'at-least' ? 'amount.atLeast' : 'amount.atMost';
  return withoutGaps(say(message, { amount, target: measure.target, unit }));
}

/** A page of days is a thousand sentences of the same few words: those without values are asked for once, and one with values is taken apart once. */
interface Words {
  readonly plain: Map<MessageId, string>;
  /** Of `overview.cell`: what stands before, between and behind name, day and words, with their numbers. */
  readonly cell: readonly string[];
}

const known = new WeakMap<Language, Words>();
const HOLES = { name: '\u0001', day: '\u0002', words: '\u0003' } as const;

function wordsOf(language: Language): Words {
  let words = known.get(language);
  if (words === undefined) {
    words = { plain: new Map(), cell: language.say('overview.cell', HOLES).split(/([\u0001-\u0003])/u) };
    known.set(language, words);
  }
  return words;
}

function plain(language: Language, id: MessageId): string {
  const { plain: texts } = wordsOf(language);
  const text = texts.get(id) ?? language.say(id);
  texts.set(id, text);
  return text;
}

/** `Stretch, Thursday 19 November, done`. `day` and `words` are those of `dayWords` and `cellWords`. */
export function cellLabel(name: string, day: string, words: string | null, language: Language): string {
  const values: Readonly<Record<string, string>> = {
    [HOLES.name]: name,
    [HOLES.day]: day,
    [HOLES.words]: words ?? plain(language, 'overview.unknown'),
  };
  return wordsOf(language)
    .cell.map((part) => values[part] ?? part)
    .join('');
}

/** What happened on a day: `done, 25 of 40 pages, with a note`. Null: it is not known yet. */
export function cellWords(
  habit: Habit,
  day: string,
  cell: DayCell | null,
  today: string,
  language: Language,
): string | null {
  if (cell === null) return null;
  let words = plain(language, stateName(habit, { day, state: cell.state, amount: cell.amount }, today));
  const amount = cell.amount === null ? null : amountWords(habit, cell.amount, language);
  if (amount !== null) words += `, ${amount}`;
  return cell.hasNote ? `${words}, ${plain(language, 'overview.withNote')}` : words;
}

/** `Thursday 19 November`, with the year where it is not the present one. */
export function dayWords(day: string, today: string, locale: string): string {
  const date = day.slice(0, 4) === today.slice(0, 4) ? dayAndMonth(locale, day) : fullDate(locale, day);
  return `${weekdayName(locale, day)} ${date}`;
}

const compact = new Map<string, Intl.NumberFormat>();

/** As short as it fits below a cell: `25`, `7.5`, `1.2K`. */
export function amountFigure(locale: string, amount: number): string {
  if (Number.isInteger(amount) && amount < 1000) return String(amount);
  let format = compact.get(locale);
  if (format === undefined) {
    format = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
    compact.set(locale, format);
  }
  return format.format(amount);
}
