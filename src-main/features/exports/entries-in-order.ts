import type { ExportSelection } from '../../../src-shared/contract/exports.ts';
import { Breath } from './breath.ts';
import type { ExportTally } from './export-job.ts';
import type { ExportSource } from './export-source.ts';
import { entryOf, readEntries, type ExportedEntry } from './vault-content.ts';

/** Ids asked for at once. */
const STEP = 200;
const ID_LENGTH = 36;

/**
 * The entries of a selection, oldest first, whatever order the vault has them in. Their places are read first and held, a hundred bytes each, and then the entries one page
 * after the other. What is begun meanwhile is not among them; what is changed meanwhile comes as it is by then, in the place that it had.
 * @param tally is told what is left out
 */
export async function* entriesInOrder(
  source: ExportSource,
  selection: ExportSelection,
  tally: ExportTally | null,
): AsyncGenerator<ExportedEntry> {
  const months = new Map<string, string[]>();
  const breath = new Breath();
  for await (const entry of readEntries(source, selection, tally)) {
    const month = entry.day.slice(0, 7);
    const places = months.get(month);
    if (places === undefined) months.set(month, [placeOf(entry)]);
    else places.push(placeOf(entry));
    await breath.take();
  }
  for (const places of inSteps(months)) {
    const days = new Map(places.map((place) => [place.slice(-ID_LENGTH), place.slice(0, 10)]));
    for await (const record of source.read([...days.keys()])) {
      const entry = entryOf(record, selection, null);
      if (entry !== null) yield { ...entry, day: days.get(entry.id) ?? entry.day };
      await breath.take();
    }
  }
}

/** Sorts as days and their moments do, ends with the id, and is unique. */
function placeOf({ day, createdAt, id }: ExportedEntry): string {
  // Moments before 1970 are negative.
  return `${day} ${String(Math.trunc(createdAt) + 1e15).padStart(17, '0')} ${id}`;
}

/** Sorted a month at a time: nothing else has to wait for a great sort. */
function* inSteps(months: ReadonlyMap<string, readonly string[]>): Generator<readonly string[]> {
  let step: string[] = [];
  for (const month of [...months.keys()].toSorted()) {
    for (const place of months.get(month)!.toSorted()) {
      step.push(place);
      if (step.length < STEP) continue;
      yield step;
      step = [];
    }
  }
  if (step.length > 0) yield step;
}
