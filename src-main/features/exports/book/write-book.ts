import { AppFailure } from '../../../../src-shared/result.ts';
import { attachedTo } from '../../entries/projection.ts';
import { ExportTally, type ExportJob, type ExportOutcome } from '../export-job.ts';
import { UniqueNames } from '../file-names.ts';
import { attachmentsIn, linkTo, MediaNames } from '../media-names.ts';
import { isPicture } from '../pictures.ts';
import { TextOut } from '../text-out.ts';
import { readEntries, readFile, readFiles, type ExportedFile } from '../vault-content.ts';
import { ZipWriter } from '../zip/zip-writer.ts';
import { hasMoreLetters } from './book-fonts.ts';
import { bookHtml, type BookOptions } from './book-html.ts';

/** Bytes of pictures that one HTML file holds; with more of them it becomes a folder, as a zip. */
export const MOST_EMBEDDED_BYTES = 64 * 1024 * 1024;

type Outline = Pick<BookOptions, 'months' | 'firstDay' | 'lastDay' | 'repeated' | 'hasMoreLetters'> & {
  readonly attached: ReadonlySet<string>;
};

/** What has to be known before the first entry is written; the texts go by. */
async function outlineOf({ source, selection }: ExportJob, tally: ExportTally): Promise<Outline> {
  const months = new Map<string, number>();
  const attached = new Set<string>();
  const once = new Set<string>();
  const repeated = new Set<string>();
  let isWide = false;
  let firstDay: string | null = null;
  let lastDay: string | null = null;
  for await (const { day, body, title, location, tags } of readEntries(source, selection, tally)) {
    const month = day.slice(0, 7);
    months.set(month, (months.get(month) ?? 0) + 1);
    for (const id of attachedTo(body)) attached.add(id);
    for (const id of attachmentsIn(body)) (once.has(id) ? repeated : once).add(id);
    isWide ||= [body, title, location, ...tags].some(hasMoreLetters);
    if (firstDay === null || day < firstDay) firstDay = day;
    if (lastDay === null || day > lastDay) lastDay = day;
    tally.check();
  }
  const ordered = new Map([...months].toSorted(([one], [other]) => (one < other ? -1 : 1)));
  return { months: ordered, firstDay, lastDay, attached, repeated, hasMoreLetters: isWide };
}

function entriesIn({ months }: Outline): number {
  return [...months.values()].reduce((sum, count) => sum + count, 0);
}

/** One HTML file with its pictures in it. */
export async function writeBook(job: ExportJob): Promise<ExportOutcome> {
  const tally = new ExportTally(job);
  const outline = await outlineOf(job, tally);
  const files = job.withMedia ? await readFiles(job.source) : new Map<string, ExportedFile>();
  const pictures = [...outline.attached].filter((id) => isPicture(files.get(id)?.type ?? ''));
  tally.expect(entriesIn(outline) + pictures.length);
  const out = new TextOut(job.sink);
  for await (const piece of bookHtml({
    ...outline,
    media: { files, place: 'inside', address: () => null },
    job,
    tally,
  }))
    await out.write(piece);
  await out.end();
  return tally.outcome();
}

/** A zip of `book.html` and `media/` beside it, with every file that the entries hold. */
export async function writeBookFolder(job: ExportJob): Promise<ExportOutcome> {
  const { source, now } = job;
  const tally = new ExportTally(job);
  const outline = await outlineOf(job, tally);
  const files = await readFiles(source);
  tally.expect(entriesIn(outline) + outline.attached.size);
  const zip = new ZipWriter(job.sink);
  const names = new MediaNames(new UniqueNames());
  // Before the book: it must know which of them are here.
  const written = new Set<string>();
  for (const id of [...outline.attached].toSorted()) {
    tally.check();
    const file = files.get(id);
    const bytes = file === undefined ? null : await readFile(source, file);
    if (file === undefined || bytes === null) continue;
    await zip.add(names.pathOf(file), bytes, { modified: now, isCompressed: !isPicture(file.type) });
    written.add(id);
    tally.add('media');
  }
  const address = (file: ExportedFile): string | null => (written.has(file.id) ? linkTo(names.pathOf(file)) : null);
  await zip.add('book.html', bookHtml({ ...outline, media: { files, place: 'beside', address }, job, tally }), {
    modified: now,
  });
  await zip.close();
  return tally.outcome();
}

/** A book to be laid out: the pictures that it names are asked for by their addresses in it. */
export interface LaidOutBook {
  readonly html: Uint8Array;
  /** @param address as it stands in `src`; null: there is no such picture. Rejects as the source does. */
  readonly picture: (address: string) => Promise<{ readonly bytes: Uint8Array; readonly type: string } | null>;
}

/** Makes a PDF of a book, in memory. @throws AppFailure `pdf-unavailable`; the signal's reason where it was aborted */
export type RenderPdf = (book: LaidOutBook, signal: AbortSignal) => Promise<Uint8Array>;

/**
 * Bytes of HTML, without pictures, that become one PDF: about 30,000 entries of two hundred words. A browser lays it out as a whole, and takes no larger piece over its
 * pipe.
 */
export const MOST_PDF_HTML_BYTES = 64 * 1024 * 1024;
/** Bytes of pictures in one PDF, which passes through memory as one text. */
export const MOST_PDF_PICTURE_BYTES = 256 * 1024 * 1024;

/** Bytes of a PDF handed on at once. */
const PIECE_BYTES = 1024 * 1024;

/** A PDF of the book. It is held whole, and refused where it would be too large. @throws AppFailure `export-too-large` */
export async function writeBookPdf(job: ExportJob, renderPdf: RenderPdf): Promise<ExportOutcome> {
  const { source, signal, sink } = job;
  const tally = new ExportTally(job);
  const outline = await outlineOf(job, tally);
  const files = job.withMedia ? await readFiles(source) : new Map<string, ExportedFile>();
  const pictures = [...outline.attached].flatMap((id) => files.get(id) ?? []).filter(({ type }) => isPicture(type));
  if (pictures.reduce((sum, { size }) => sum + size, 0) > MOST_PDF_PICTURE_BYTES)
    throw new AppFailure('export-too-large');
  tally.expect(entriesIn(outline) + pictures.length);
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  const out = new TextOut(async (piece) => {
    bytes += piece.byteLength;
    if (bytes > MOST_PDF_HTML_BYTES) throw new AppFailure('export-too-large');
    pieces.push(piece);
  });
  const media = { files, place: 'asked' as const, address: ({ id }: ExportedFile) => `media/${id}` };
  for await (const piece of bookHtml({ ...outline, media, job, tally })) await out.write(piece);
  await out.end();
  const known = new Map(pictures.map((file) => [media.address(file), file]));
  const picture: LaidOutBook['picture'] = async (address) => {
    const file = known.get(address);
    if (file === undefined) return null;
    const read = await readFile(source, file);
    if (read === null) tally.skip('media-missing', { file }, file.id);
    else tally.add('media');
    return read === null ? null : { bytes: read, type: file.type.toLowerCase() };
  };
  const pdf = await renderPdf({ html: Buffer.concat(pieces), picture }, signal);
  for (let at = 0; at < pdf.byteLength; at += PIECE_BYTES) await sink(pdf.subarray(at, at + PIECE_BYTES));
  return tally.outcome();
}
