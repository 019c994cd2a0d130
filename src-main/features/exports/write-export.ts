import type { ExportCounts, ExportFormat } from '../../../src-shared/contract/exports.ts';
import { AppFailure } from '../../../src-shared/result.ts';
import { CountedSource } from './archive-counts.ts';
import { writeArchive } from './archive/write-archive.ts';
import { writeBook, writeBookFolder, writeBookPdf, type RenderPdf } from './book/write-book.ts';
import { writeHabitsCsv } from './csv/write-habits-csv.ts';
import type { ExportJob, ExportOutcome } from './export-job.ts';
import { writeJson } from './json/write-json.ts';
import { writeLoopCsv } from './loop/write-loop-csv.ts';
import { writeMarkdown } from './markdown/write-markdown.ts';
import type { ArchiveSource } from './paged-source.ts';

export interface ExportWriting {
  readonly job: ExportJob & { readonly source: ArchiveSource };
  readonly renderPdf: RenderPdf | null;
  /** Pictures stand in files beside the book: they would make one file too large. */
  readonly isFolder: boolean;
}

/** Writes one export to the sink of its job. Holds a page of the vault at once; a PDF is held whole, and refused where it would be too large. */
export async function writeExport(
  format: ExportFormat,
  { job, renderPdf, isFolder }: ExportWriting,
): Promise<ExportOutcome> {
  switch (format) {
    case 'archive':
      return archive(job);
    case 'markdown':
      return writeMarkdown(job);
    case 'json':
      return writeJson(job);
    case 'csv':
      return writeHabitsCsv(job);
    case 'loop-csv':
      return writeLoopCsv(job);
    case 'loop-backup': {
      // SQLite's WebAssembly is loaded when somebody wants it, and not with every start.
      const { writeLoopBackup } = await import('./loop/write-loop-backup.ts');
      return writeLoopBackup(job);
    }
    case 'book-html':
      return isFolder ? writeBookFolder(job) : writeBook(job);
    case 'book-pdf':
      if (renderPdf === null) throw new AppFailure('pdf-unavailable');
      return writeBookPdf(job, renderPdf);
  }
}

async function archive({ source, sink, onProgress, signal, words }: ExportWriting['job']): Promise<ExportOutcome> {
  const counted = new CountedSource(source);
  const { media, missingMedia } = await writeArchive(counted, sink, { onProgress, signal, say: words.say });
  const counts: ExportCounts = { ...counted.counts(), media };
  return { counts, skipped: missingMedia === 0 ? [] : [{ reason: 'media-missing', count: missingMedia, items: [] }] };
}
