import type { Attachment } from '../../../src-shared/contract/attachments.ts';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { MOST_MONTH_PHOTOS } from '../../../src-shared/contract/insights.ts';
import type { MonthHabit, MonthLine, MonthWriting } from '../../../src-shared/contract/insights.ts';
import { addDays, daysBetween, type Day } from '../../../src-shared/domain/day.ts';
import { monthDays, stepMonth } from '../../../src-shared/domain/months.ts';
import { meanMood, sumOf } from '../../../src-shared/domain/writing-statistics.ts';
import type { DatedTally } from '../../../src-shared/domain/writing-statistics.ts';
import { bytesOf, textOf, type ReadableDatabase } from '../../vault/database.ts';
import { idToText } from '../../vault/record-id.ts';
import { SUMMARY_COLUMNS, summaryOf } from '../entries/summary.ts';
import { lastDayOf } from '../../../src-shared/domain/habit-span.ts';
import type { HabitBook } from '../habits/habit-book.ts';
import { COUNTED, IN_RANGE, readDays } from '../statistics/counted-days.ts';

type Month = OutputOf<'insights.month'>;

/** Starred entries of a month that are shown. */
const MOST_STARRED = 60;

function writingOf(from: Day, to: Day, days: readonly DatedTally[]): MonthWriting {
  const sum = sumOf(days);
  const { entries, words, moodDays } = sum;
  return { from, to, entries, words, days: sum.days, moodDays, mood: meanMood(sum) };
}

/** Which it is stands in the index; only that one is read. */
async function readLongest(read: ReadableDatabase, from: Day, to: Day): Promise<Month['longest']> {
  const row = await read.first(
    `SELECT id, CAST(day AS BLOB) AS day, CAST(title AS BLOB) AS title, words FROM entry WHERE place =
       (SELECT place FROM ${COUNTED} WHERE ${IN_RANGE} AND words > 0 ORDER BY words DESC, place LIMIT 1)`,
    from,
    to,
  );
  if (row === undefined) return null;
  return { id: idToText(bytesOf(row.id)), day: textOf(row.day), title: textOf(row.title), words: Number(row.words) };
}

async function readLines(read: ReadableDatabase, from: Day, to: Day): Promise<MonthLine[]> {
  const starred = await read.all(
    `SELECT place, ${SUMMARY_COLUMNS} FROM entry INDEXED BY entry_by_day WHERE ${IN_RANGE} AND starred = 1 ORDER BY place LIMIT ?`,
    from,
    to,
    MOST_STARRED,
  );
  // Places ascend with the moments: the first of a day that has words is found in the index.
  const firsts = await read.all(
    `SELECT place, ${SUMMARY_COLUMNS} FROM entry WHERE place IN
       (SELECT coalesce(min(CASE WHEN words > 0 THEN place END), min(place)) FROM ${COUNTED} WHERE ${IN_RANGE} GROUP BY day)`,
    from,
    to,
  );
  const starredDays = new Set(starred.map((row) => textOf(row.day)));
  return [...starred, ...firsts.filter((row) => !starredDays.has(textOf(row.day)))]
    .toSorted((a, b) => Number(a.place) - Number(b.place))
    .map((row) => {
      const { id, day, title, excerpt, mood, starred: isStarred } = summaryOf(row);
      return { id, day, title, excerpt, mood, starred: isStarred };
    });
}

async function readPhotos(read: ReadableDatabase, from: Day, to: Day): Promise<Pick<Month, 'photos' | 'photoCount'>> {
  const rows = await read.all(
    `SELECT entry.id AS entry, CAST(entry.day AS BLOB) AS day, attachment.id AS id, CAST(attachment.name AS BLOB) AS name,
            CAST(attachment.type AS BLOB) AS type, size, width, height
     FROM entry INDEXED BY entry_by_day JOIN entry_attachment ON entry_attachment.entry = entry.id
       JOIN attachment ON attachment.id = entry_attachment.attachment
     WHERE deleted = 0 AND entry.day BETWEEN ? AND ? AND width IS NOT NULL ORDER BY place, position`,
    from,
    to,
  );
  const items = rows.map((row) => ({
    entry: idToText(bytesOf(row.entry)),
    day: textOf(row.day),
    attachment: {
      id: idToText(bytesOf(row.id)),
      name: textOf(row.name).slice(0, 255),
      type: textOf(row.type).slice(0, 100),
      size: Number(row.size),
      width: Number(row.width),
      height: row.height === null ? null : Number(row.height),
    } satisfies Attachment,
  }));
  // One that stands in two entries is one picture.
  const seen = new Set<string>();
  const photos = items.filter(({ attachment: { id } }) => !seen.has(id) && seen.add(id));
  return { photos: photos.slice(0, MOST_MONTH_PHOTOS), photoCount: photos.length };
}

async function habitsOf(book: HabitBook, from: Day, end: Day, today: Day): Promise<MonthHabit[]> {
  const inTime = (await book.habits('all')).filter((habit) => (lastDayOf(habit) ?? end) >= from);
  const histories = await book.histories(inTime);
  const to = end < today ? end : today;
  return inTime.flatMap((habit, index) => {
    const history = histories[index]!;
    const states = history.states(from, end, today);
    // One that had not begun, or had been put away, and nothing logged all the same.
    const isThere = habit.startDay <= to && (!habit.archived || habit.archivedOn !== null);
    if (!isThere && !states.some((state) => state !== 'not-due' && state !== 'open' && state !== 'future')) return [];
    const eve = addDays(from, -1);
    return [
      {
        habit,
        states: [...states],
        ...history.tally(from, end, today),
        before: habit.startDay <= eve ? history.strengthOn(eve) : null,
        after: history.strengthOn(to),
      },
    ];
  });
}

/** See the contract. */
export async function readMonth(book: HabitBook, month: string): Promise<Month> {
  const { read } = book.vault;
  const today = await book.today();
  const { from, to: end } = monthDays(month);
  const to = end < today ? end : today;
  const earlier = monthDays(stepMonth(month, -1));
  // As many days as are over of this month; a whole one is compared with a whole one.
  const sameDay = addDays(earlier.from, Math.max(0, daysBetween(from, to)));
  const until = to === end || sameDay > earlier.to ? earlier.to : sameDay;
  const days = await readDays(read, from, end);
  return {
    writing: writingOf(from, to, days),
    before: writingOf(earlier.from, until, await readDays(read, earlier.from, until)),
    longest: await readLongest(read, from, end),
    moods: days.filter(({ moodDays }) => moodDays > 0).map(({ day, moodSum }) => ({ day, mood: moodSum })),
    habits: await habitsOf(book, from, end, today),
    ...(await readPhotos(read, from, end)),
    lines: await readLines(read, from, end),
  };
}
