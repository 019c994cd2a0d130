/**
 * The changelog and the page of what is protected are in the app in German too. Each German part carries a checksum of the English it was made from, in a
 * comment that is not shown; so a test can say which part of the English has none, or was changed since.
 */
import { createHash } from 'node:crypto';
import { readChangelog } from '../src-shared/domain/changelog.ts';

const MARK = / ?<!-- ([0-9a-f]{8}) -->/u;

/** Eight hexadecimal digits. */
export function checksumOf(english: string): string {
  return createHash('sha256').update(english.trim()).digest('hex').slice(0, 8);
}

const markOf = (english: string): string => `<!-- ${checksumOf(english)} -->`;

/** The points of some notes, each on one line, without what stands before the first. */
function points(notes: string): string[] {
  return notes
    .split('\n- ')
    .map((point) =>
      point
        .replace(/^- /u, '')
        .replaceAll(/\s*\n\s*/gu, ' ')
        .trim(),
    )
    .filter((point) => point !== '');
}

/** The checksums of a German text, in their order. */
function marksIn(german: string): string[] {
  return [...german.matchAll(new RegExp(MARK, 'gu'))].map(([, mark = '']) => mark);
}

/** What is wrong with the German of the changelog, a sentence each: which English lines have none, and which German ones stand for no English line any more. */
export function changelogLacks(english: string, german: string): string[] {
  const wrong: string[] = [];
  // The German as it is written: in the app the marks are gone.
  const sections = new Map(german.split(/^(?=## )/mu).map((section) => [section.split('\n', 1)[0] ?? '', section]));
  const titles = english.split('\n').filter((line) => line.startsWith('## '));
  for (const [index, { version, notes }] of readChangelog(english).entries()) {
    const title = titles[index] ?? '';
    const section = sections.get(title);
    sections.delete(title);
    if (section === undefined) {
      wrong.push(`There is no German section “${title}”.`);
      continue;
    }
    const wanted = points(notes);
    const marks = marksIn(section);
    for (const point of wanted) {
      if (!marks.includes(checksumOf(point)))
        wrong.push(`${version} lacks the German of this line, to end in ${markOf(point)}: ${point}`);
    }
    const known = new Set(wanted.map(checksumOf));
    for (const line of section.split('\n').filter((each) => each.startsWith('- '))) {
      const mark = MARK.exec(line)?.[1];
      if (mark === undefined) wrong.push(`${version} has a German line without its mark: ${line}`);
      else if (!known.has(mark))
        wrong.push(`${version} has a German line whose English is gone or was changed: ${line}`);
    }
    if (wrong.length === 0 && marks.join(' ') !== wanted.map(checksumOf).join(' '))
      wrong.push(`The German lines of ${version} stand in another order.`);
  }
  const left = [...sections.keys()].filter((title) => title.startsWith('## '));
  return [...wrong, ...left.map((title) => `There is no English section “${title}”.`)];
}

interface Section {
  readonly title: string;
  /** `## > text > list 2 > tests`: what is in it, without its words. */
  readonly shape: string;
  readonly links: string;
  readonly text: string;
}

const LINK = /\]\(([^()\s]+)\)/gu;

/** Each heading with what stands below it. */
function sectionsOf(markdown: string): Section[] {
  return markdown.split(/^(?=#{1,3} )/mu).map((text) => {
    const lines = text.split('\n').filter((line) => line !== '' && !MARK.test(line));
    const kinds = lines.map((line) => /^(?:#+|-|\s*Tests:)(?= )/u.exec(line)?.[0].trim() ?? 'text');
    return {
      title: lines[0] ?? '',
      shape: kinds.join(' '),
      links: lines.flatMap((line) => [...line.matchAll(LINK)].map(([, target = '']) => target)).join(' '),
      text: lines.filter((line) => !line.trim().startsWith('Tests:')).join('\n'),
    };
  });
}

/** The tests that a document names, with their titles, in their order. */
function testsOf(markdown: string): string[] {
  return markdown.split('\n').filter((line) => line.trim().startsWith('Tests:'));
}

/** What is wrong with the German of a page, a sentence each: another structure, other tests, or English that was changed since. */
export function pageLacks(english: string, german: string): string[] {
  const [ours, theirs] = [sectionsOf(english), sectionsOf(german)];
  const marks = german.split(/^(?=#{1,3} )/mu).map((section) => marksIn(section)[0]);
  if (ours.length !== theirs.length)
    return [`There are ${ours.length} headings in English, and ${theirs.length} in German.`];
  const wrong = ours.flatMap((section, index): string[] => {
    const other = theirs[index];
    if (other === undefined || section.shape !== other.shape)
      return [`“${section.title}” has [${section.shape}], “${other?.title}” has [${other?.shape}].`];
    if (section.links !== other.links) return [`“${section.title}” and “${other.title}” have other links.`];
    return marks[index] === checksumOf(section.text)
      ? []
      : [`“${section.title}” was changed in English: read “${other.title}” again, and write ${markOf(section.text)}.`];
  });
  return testsOf(english).join('\n') === testsOf(german).join('\n') || wrong.length > 0
    ? wrong
    : ['The claims name other tests in German.'];
}
