import { createHash, randomBytes } from 'node:crypto';
import type { ElementContent } from 'hast';
import type { MainSay } from '../../../words.ts';
import type { MainMessageId } from '../../../../src-shared/intl/main-en.ts';
import { tagsInText } from '../../../../src-shared/domain/tags.ts';
import { Breath } from '../breath.ts';
import { entriesInOrder } from '../entries-in-order.ts';
import type { ExportJob, ExportTally } from '../export-job.ts';
import { foldTag } from '../selection.ts';
import { readFile, type ExportedEntry, type ExportedFile } from '../vault-content.ts';
import { slicesOf } from './body-slices.ts';
import { bookFonts } from './book-fonts.ts';
import { dataAddress, isShown, MISSING_PICTURE, type BookMedia } from './book-media.ts';
import { bookStyle } from './book-style.ts';
import { bookLanguage, type BookLanguage } from './book-dates.ts';
import { paperOf } from './paper.ts';
import { picturePlace } from './picture-place.ts';
import { escapeHtml, renderBody, renderTyped, type BodyOptions } from './render-body.ts';

/** Entries by month, `YYYY-MM`, oldest first: what the list of contents needs before the first entry. */
export type BookMonths = ReadonlyMap<string, number>;

export interface BookOptions {
  readonly months: BookMonths;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  /** Pictures that stand in several places: inside of a book they are put in once. */
  readonly repeated: ReadonlySet<string>;
  /** There are letters beyond those of Western Europe. */
  readonly hasMoreLetters: boolean;
  readonly media: BookMedia;
  readonly job: ExportJob;
  readonly tally: ExportTally;
}

/** A book that is being written. */
interface Writing extends BookOptions {
  /** Repeated pictures that have had their first place. */
  readonly drawn: Set<string>;
}

/** A book, piece by piece: one document that holds everything it shows, or leads to files beside it, and nothing that runs. */
export async function* bookHtml(book: BookOptions): AsyncGenerator<string> {
  const options: Writing = { ...book, drawn: new Set() };
  const { job, months, tally } = options;
  const language = bookLanguage(job.words, job.locale);
  yield head(options, language);
  yield contents(months, language, job.words.say);
  const placeholder = `daygrove-${randomBytes(16).toString('hex')}-`;
  let open: { year: string; month: string; day: string } | null = null;
  // What is left out was told when the outline was read.
  for await (const entry of entriesInOrder(job.source, job.selection, null)) {
    const { day } = entry;
    const next = { year: day.slice(0, 4), month: day.slice(0, 7), day };
    yield closing(open, next) + opening(open, next, language);
    open = next;
    yield* withPictures(await entryHtml(entry, options, placeholder, language), placeholder, entry, options);
    tally.add('entries');
  }
  yield closing(open, null);
  yield '</main>\n</body>\n</html>\n';
}

function head({ job, months, firstDay, lastDay, media, hasMoreLetters }: BookOptions, language: BookLanguage): string {
  const style = bookStyle({
    months: [...months.keys()].map((month) => ({ month, title: language.month(month) })),
    paper: paperOf(job.locale),
    fonts: bookFonts(hasMoreLetters),
  });
  const { say, language: spoken } = job.words;
  const hash = createHash('sha256').update(style).digest('base64');
  const images = { inside: 'data:', beside: "'self' file: data:", asked: "'self'" }[media.place];
  const policy = `default-src 'none'; img-src ${images}; font-src data:; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  const { tag, from, to } = job.selection;
  const count = [...months.values()].reduce((sum, entries) => sum + entries, 0);
  const first = from ?? firstDay;
  const last = to ?? lastDay;
  const lines = [
    first === null || last === null ? null : rangeWords(language.date(first), language.date(last), say),
    tag === null ? null : say('book.tagged', { tag }),
    count === 0 ? say('book.nothing') : say('book.entries', { count }),
    say('book.made', { date: language.date(job.today) }),
  ].filter((line) => line !== null);
  return (
    `<!doctype html>\n<html lang="${spoken.locale}" dir="${spoken.direction}">\n<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="${policy}">\n` +
    `<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n` +
    `<title>${escapeHtml(say('book.title'))}</title>\n<style>${style}</style>\n</head>\n<body>\n` +
    `<header class="cover">\n<h1>${escapeHtml(say('book.title'))}</h1>\n${lines.map((line) => `<p>${escapeHtml(line)}</p>\n`).join('')}</header>\n`
  );
}

function rangeWords(first: string, last: string, say: MainSay): string {
  return first === last ? first : say('book.range', { first, last });
}

function contents(months: BookMonths, language: BookLanguage, say: MainSay): string {
  if (months.size === 0) return '<main>\n';
  const years = Map.groupBy(months, ([month]) => month.slice(0, 4));
  const list = [...years].map(([year, ofYear]) => {
    const items = ofYear.map(
      ([month, count]) =>
        `<li><a href="#m${month}">${escapeHtml(language.monthName(month))}</a><span>${escapeHtml(say('book.entries', { count }))}</span></li>\n`,
    );
    return `<h3>${year}</h3>\n<ol>\n${items.join('')}</ol>\n`;
  });
  return `<nav class="contents" aria-label="${escapeHtml(say('book.contents'))}">\n<h2>${escapeHtml(say('book.contents'))}</h2>\n${list.join('')}</nav>\n<main>\n`;
}

interface Place {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

/** Ends what the next entry is no part of; `next` null: everything. */
function closing(open: Place | null, next: Place | null): string {
  if (open === null || open.day === next?.day) return '';
  const month = open.month === next?.month ? '' : '</section>\n';
  const year = open.year === next?.year ? '' : '</section>\n';
  return `</section>\n${month}${year}`;
}

function opening(open: Place | null, { year, month, day }: Place, language: BookLanguage): string {
  if (open?.day === day) return '';
  const yearStart = open?.year === year ? '' : `<section class="year" id="y${year}">\n`;
  const yearHeading = open?.year === year ? '' : `<h2>${year}</h2>\n`;
  const monthStart =
    open?.month === month
      ? ''
      : `<section class="month m${month}" id="m${month}">\n<h3>${escapeHtml(language.month(month))}</h3>\n`;
  return `${yearStart}${yearHeading}${monthStart}<section class="day">\n<h4>${escapeHtml(language.weekday(day))}</h4>\n`;
}

const MOODS: readonly MainMessageId[] = ['mood.1', 'mood.2', 'mood.3', 'mood.4', 'mood.5'];

/** @param mood 1 to 5 */
function moodIn(mood: number, say: MainSay): string {
  const id = MOODS[mood - 1];
  return id === undefined ? String(mood) : say(id);
}

async function entryHtml(
  entry: ExportedEntry,
  options: Writing,
  placeholder: string,
  language: BookLanguage,
): Promise<string> {
  const { id, title, createdAt, zone, location, mood, starred, tags, body } = entry;
  const { say } = options.job.words;
  const meta = [
    language.time(createdAt, zone),
    location,
    mood === null ? '' : say('book.mood', { word: moodIn(mood, say) }),
    starred ? say('book.starred') : '',
  ].filter((part) => part !== '');
  // Those in the text are read there.
  const inText = new Set(tagsInText(body).map(foldTag));
  const beside = tags.filter((tag) => !inText.has(foldTag(tag)));
  const text = await bodyHtml(entry, options, placeholder);
  return (
    `<article class="entry" id="e-${id}">\n` +
    (title === '' ? '' : `<h5>${escapeHtml(title)}</h5>\n`) +
    `<p class="meta">${meta.map(escapeHtml).join(' · ')}</p>\n` +
    (text === '' ? '' : `${text}\n`) +
    (beside.length === 0 ? '' : `<p class="tags">${beside.map((tag) => escapeHtml(`#${tag}`)).join(' ')}</p>\n`) +
    '</article>\n'
  );
}

/** Slice by slice: main carries everything else that the person does meanwhile. */
async function bodyHtml(entry: ExportedEntry, options: Writing, placeholder: string): Promise<string> {
  const { id, day, title, body } = entry;
  const breath = new Breath();
  const drawnBefore = new Set(options.drawn);
  const rendered: string[] = [];
  try {
    const slices = slicesOf(body);
    if (slices !== null) {
      for (const slice of slices) {
        const file: BodyOptions['file'] = (of, words) => fileElements(of, words, entry, options, placeholder);
        rendered.push(renderBody(slice, { prefix: `n-${id}-`, file }));
        await breath.take();
        options.tally.check();
      }
      return rendered.filter((html) => html !== '').join('\n');
    }
  } catch (error) {
    // A thousand quotations in one another are deeper than the stack.
    if (!(error instanceof RangeError)) throw error;
    // What was rendered of it is thrown away, and with it the first places of its pictures.
    for (const drawn of options.drawn) if (!drawnBefore.has(drawn)) options.drawn.delete(drawn);
  }
  options.tally.skip('markup-left-out', title === '' ? { day } : { day, name: title });
  return renderTyped(body);
}

function fileElements(
  id: string,
  words: string,
  entry: ExportedEntry,
  options: Writing,
  placeholder: string,
): ElementContent[] {
  const { media, tally, job, repeated, drawn } = options;
  const file = media.files.get(id);
  const label = words === '' ? (file?.name ?? job.words.say('book.picture')) : words;
  const named: ElementContent = element('span', { className: ['file'] }, label);
  if (!job.withMedia) return [named];
  if (file === undefined) {
    tally.skip('media-missing', { day: entry.day }, id);
    return [named];
  }
  const shown = isShown(file);
  if (!shown && media.place !== 'beside') {
    tally.skip('media-left-out', { day: entry.day, file }, id);
    return [named];
  }
  const address = media.place === 'inside' ? `${placeholder}${id}` : media.address(file);
  if (address === null) {
    tally.skip('media-missing', { day: entry.day }, id);
    return [named];
  }
  if (!shown) return [element('a', { href: address, className: ['file'] }, label)];
  const alt = words === '' ? file.name : words;
  if (media.place === 'inside' && repeated.has(id)) {
    const place = picturePlace({ file, alt, address, isFirst: !drawn.has(id) });
    drawn.add(id);
    return [place];
  }
  return [{ type: 'element', tagName: 'img', properties: { src: address, alt }, children: [] }];
}

function element(tagName: string, properties: Record<string, string | string[]>, text: string): ElementContent {
  return { type: 'element', tagName, properties, children: [{ type: 'text', value: text }] };
}

/** Puts the pictures in where they belong, one after the other. */
async function* withPictures(
  html: string,
  placeholder: string,
  { day }: ExportedEntry,
  { media, tally, job }: BookOptions,
): AsyncGenerator<string> {
  const idLength = 36;
  const [first = '', ...rest] = html.split(placeholder);
  yield first;
  for (const part of rest) {
    tally.check();
    const file = media.files.get(part.slice(0, idLength)) as ExportedFile;
    const bytes = await readFile(job.source, file);
    if (bytes === null) tally.skip('media-missing', { day }, file.id);
    else tally.add('media');
    yield bytes === null ? MISSING_PICTURE : dataAddress(file, bytes);
    yield part.slice(idLength);
  }
}
