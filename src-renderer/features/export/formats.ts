import type { ExportFormat } from '../../../src-shared/contract/exports.ts';
import type { MessageId } from '../../intl/en.ts';

export interface FormatChoice {
  readonly format: ExportFormat;
  readonly name: MessageId;
  /** What it is for, in one sentence. */
  readonly use: MessageId;
  /** What of the selection means something for it. */
  readonly takes: readonly ('range' | 'tag' | 'media')[];
  /** What there is of it to count. */
  readonly holds: readonly ('entries' | 'habits' | 'checkIns' | 'media' | 'pictures' | 'inTrash')[];
}

/** In the order in which people look for them. */
export const FORMATS: readonly FormatChoice[] = [
  {
    format: 'archive',
    name: 'export.archive',
    use: 'export.archiveUse',
    takes: [],
    holds: ['entries', 'habits', 'checkIns', 'media', 'inTrash'],
  },
  {
    format: 'markdown',
    name: 'export.markdown',
    use: 'export.markdownUse',
    takes: ['range', 'tag', 'media'],
    holds: ['entries', 'habits', 'media'],
  },
  {
    format: 'book-pdf',
    name: 'export.bookPdf',
    use: 'export.bookPdfUse',
    takes: ['range', 'tag', 'media'],
    holds: ['entries', 'pictures'],
  },
  {
    format: 'book-html',
    name: 'export.bookHtml',
    use: 'export.bookHtmlUse',
    takes: ['range', 'tag', 'media'],
    holds: ['entries', 'pictures'],
  },
  {
    format: 'csv',
    name: 'export.csv',
    use: 'export.csvUse',
    takes: ['range'],
    holds: ['habits', 'checkIns'],
  },
  {
    format: 'json',
    name: 'export.json',
    use: 'export.jsonUse',
    takes: ['range', 'tag'],
    holds: ['entries', 'habits', 'checkIns'],
  },
  {
    format: 'loop-backup',
    name: 'export.loopBackup',
    use: 'export.loopBackupUse',
    takes: [],
    holds: ['habits', 'checkIns'],
  },
  {
    format: 'loop-csv',
    name: 'export.loopCsv',
    use: 'export.loopCsvUse',
    takes: [],
    holds: ['habits', 'checkIns'],
  },
];

export function choiceOf(format: ExportFormat): FormatChoice {
  return FORMATS.find((choice) => choice.format === format)!;
}
