import { readProblemItem } from '../../../src-shared/domain/problem-item.ts';
import type { NumberedKind, PlainKind, ProblemStep } from '../../../src-shared/domain/problem-item.ts';
import { fullDate } from '../../intl/dates.ts';
import type { MessageId } from '../../intl/en.ts';
import type { Language } from '../../intl/language.ts';
import type { ProblemThing } from './problem-groups.ts';

const NUMBERED: Readonly<Record<NumberedKind, MessageId>> = {
  audio: 'import.item.audio',
  'behind line': 'import.item.behindLine',
  'check-in': 'import.item.checkIn',
  entry: 'import.item.entry',
  file: 'import.item.file',
  habit: 'import.item.habit',
  journal: 'import.item.journal',
  line: 'import.item.line',
  media: 'import.item.medium',
  medium: 'import.item.medium',
  'other file': 'import.item.otherFile',
  pdf: 'import.item.pdf',
  photo: 'import.item.photo',
  row: 'import.item.row',
  tick: 'import.item.tick',
  video: 'import.item.video',
};

const PLAIN: Readonly<Record<PlainKind, MessageId>> = {
  activity: 'import.item.activity',
  date: 'import.item.date',
  file: 'import.item.wholeFile',
  files: 'import.item.files',
  'habit without a number': 'import.item.namelessHabit',
  journals: 'import.item.journals',
  manifest: 'import.item.manifest',
  modified: 'import.item.modified',
  music: 'import.item.music',
  properties: 'import.item.properties',
  steps: 'import.item.steps',
  text: 'import.item.text',
  weather: 'import.item.weather',
};

function stepInWords(step: ProblemStep, { say, locale }: Language): string {
  switch (step.type) {
    case 'numbered':
      return say(NUMBERED[step.kind], { number: String(step.number) });
    case 'plain':
      return say(PLAIN[step.kind]);
    case 'archive-file':
      return step.name;
    case 'day':
      return fullDate(locale, step.day);
    case 'unknown':
      return step.said;
  }
}

/**
 * Where a person finds the thing: `Travel, January 18, 2016, photo 1`, `Work/2024-02-29.md`; by its kind and number (`entry 12`) where that is all that is known of it.
 */
export function placeInWords(thing: ProblemThing, language: Language): string {
  const { item, day, journal, path, parts } = thing;
  const { say, locale } = language;
  const inWords = (steps: readonly ProblemStep[]): string[] => steps.map((step) => stepInWords(step, language));
  const steps = readProblemItem(item);
  const words: string[] = [];
  if (path !== undefined) words.push(path);
  else if (day !== undefined) words.push(...(journal === undefined ? [] : [journal]), fullDate(locale, day));
  // Its name says more than its number.
  else if (journal !== undefined)
    words.push(journal, ...inWords(steps.filter((step) => step.type !== 'numbered' || step.kind !== 'journal')));
  else words.push(...inWords(steps));
  if (parts.length === 0 && thing.count > 1) words.push(say('import.things', { count: thing.count }));
  return [...words, ...parts.flatMap((part) => inWords(readProblemItem(part)))].join(', ');
}
