import { kindWords, scheduleWords, stateWords } from '../export-texts.ts';
import type { DayLine } from '../habit-histories.ts';
import type { HabitWithDays } from '../vault-content.ts';
import { frontMatter, Moment } from './front-matter.ts';

/** One cell of a table: neither a bar nor a line break may end it. */
function cell(text: string): string {
  return text.replaceAll(/[\\|]/gu, String.raw`\$&`).replaceAll(/\s*\r?\n\s*/gu, '<br>');
}

/**
 * A habit to read: what it asks for, and every day on which something was logged, the latest first, with what it came to.
 * @param days as `daysOf` gives them
 */
export function* habitNote(
  { habit, checkIns }: HabitWithDays,
  days: Iterable<DayLine>,
  today: string,
): Generator<string> {
  const { name, kind, schedule, startDay, endDay, group, archived, question, description, id } = habit;
  yield frontMatter({
    title: name,
    kind: kindWords(kind),
    schedule: scheduleWords(schedule),
    start: new Moment(startDay),
    end: endDay === null ? null : new Moment(endDay),
    group,
    archived,
    id,
  });
  if (question !== '') yield `\n${question}\n`;
  if (description !== '') yield `\n${description}\n`;
  if (checkIns.length === 0) return;
  const logged = new Set(checkIns.map(({ day }) => day));
  const states = new Map<string, string>();
  for (const { day, state } of days) if (logged.has(day)) states.set(day, stateWords(state, day, today));
  yield '\n| Day | State | Amount | Note |\n| --- | --- | --- | --- |\n';
  for (const { day, amount, note } of checkIns.toReversed()) {
    yield `| ${day} | ${states.get(day) ?? ''} | ${amount === null ? '' : String(amount)} | ${cell(note ?? '')} |\n`;
  }
}
