import { attachedTo } from '../../entries/projection.ts';
import { dayLines } from '../csv/write-habits-csv.ts';
import { entriesInOrder } from '../entries-in-order.ts';
import { ExportTally, type ExportJob, type ExportOutcome } from '../export-job.ts';
import { legalName, UniqueNames } from '../file-names.ts';
import { daysOf, historyOf, weekStartOf } from '../habit-histories.ts';
import { linkTo, MediaNames, withLinks } from '../media-names.ts';
import { isPicture } from '../pictures.ts';
import { isWholeVault } from '../selection.ts';
import { selectionWords } from '../selection-words.ts';
import { habitsWithDays, readFile, readFiles, readHabits, readPauses } from '../vault-content.ts';
import { ZipWriter } from '../zip/zip-writer.ts';
import { habitNote } from './habit-note.ts';
import { noteName, noteText } from './note.ts';
import { readMe } from './read-me.ts';

/**
 * A zip that unpacks into one folder of Markdown: `2026/2026-11-25.md` an entry, `media/` with what they show, `habits/` with a note and a table each. Obsidian opens it
 * as a vault.
 */
export async function writeMarkdown(job: ExportJob): Promise<ExportOutcome> {
  const { source, selection, withMedia } = job;
  const tally = new ExportTally(job);
  const zip = new ZipWriter(job.sink);
  const folder = job.words.say('file.markdown', { part: selectionWords(selection, job.today, job.words.say) });
  const add: typeof zip.add = (path, content, options) => zip.add(`${folder}/${path}`, content, options);
  const names = new UniqueNames();
  const media = new MediaNames(names);
  const files = withMedia ? await readFiles(source) : new Map<string, never>();
  const written = new Map<string, boolean>();
  for await (const entry of entriesInOrder(source, selection, tally)) {
    // The files first: a link must not lead to one that turns out not to be here.
    for (const id of withMedia ? attachedTo(entry.body) : []) {
      if (!written.has(id)) written.set(id, await addFile(id));
      if (written.get(id) === false) tally.skip('media-missing', { day: entry.day }, id);
    }
    const body = withLinks(entry.body, (id) =>
      written.get(id) === true ? `../${linkTo(media.pathOf(files.get(id)!))}` : null,
    );
    const path = names.take(`${entry.day.slice(0, 4)}/`, noteName(entry), '.md');
    await add(path, noteText(entry, body), { modified: entry.updatedAt });
    tally.add('entries');
  }
  if (isWholeVault(selection)) await addHabits();
  await add('README.md', readMe(job.words.say), { modified: job.now });
  await zip.close();
  return tally.outcome();

  async function addFile(id: string): Promise<boolean> {
    tally.check();
    const file = files.get(id);
    const bytes = file === undefined ? null : await readFile(source, file);
    if (file === undefined || bytes === null) return false;
    await add(media.pathOf(file), bytes, { modified: job.now, isCompressed: !isPicture(file.type) });
    tally.add('media');
    return true;
  }

  async function addHabits(): Promise<void> {
    const pauses = await readPauses(source);
    const weekStart = await weekStartOf(job);
    const habits = await readHabits(source, tally);
    for await (const habit of habitsWithDays(source, habits, selection)) {
      const path = names.take('habits/', legalName(habit.habit.name, 'Habit'), '.md');
      const history = historyOf(habit, pauses, weekStart);
      const days = (): ReturnType<typeof daysOf> => daysOf(habit, history, { ...selection, today: job.today });
      await add(path, habitNote(habit, days(), job.today), { modified: job.now });
      await add(path.replace(/\.md$/u, '.csv'), dayLines(habit, days(), job.today), { modified: job.now });
      tally.add('habits');
      tally.add('checkIns', habit.checkIns.length);
    }
  }
}
