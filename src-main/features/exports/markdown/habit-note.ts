import { kindWords, markWords, scheduleWords } from '../export-texts.ts';
import type { HabitWithDays } from '../vault-content.ts';
import { frontMatter, Moment } from './front-matter.ts';

/** One cell of a table: neither a bar nor a line break may end it. */
function cell(text: string): string {
  return text.replaceAll(/[\\|]/gu, String.raw`\$&`).replaceAll(/\s*\r?\n\s*/gu, '<br>');
}

/** A habit to read: what it asks for, and every day on which something was logged, the latest first. */
export function* habitNote({ habit, checkIns }: HabitWithDays): Generator<string> {
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
  yield '\n| Day | Logged | Amount | Note |\n| --- | --- | --- | --- |\n';
  for (const { day, mark, amount, note } of checkIns.toReversed()) {
    yield `| ${day} | ${markWords(mark, habit)} | ${amount === null ? '' : String(amount)} | ${cell(note ?? '')} |\n`;
  }
}
