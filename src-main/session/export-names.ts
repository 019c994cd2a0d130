import type { ExportFormat, ExportSelection } from '../../src-shared/contract/exports.ts';
import { selectionWords } from '../features/exports/selection-words.ts';

interface NameParts {
  readonly format: ExportFormat;
  readonly selection: ExportSelection;
  /** The day of the export. */
  readonly today: string;
  readonly isFolder: boolean;
}

/** What the file is called at first. Whoever sees the folder reads it: it tells the format and the time, and a tag only because the person chose both. */
export function exportName({ format, selection, today, isFolder }: NameParts): string {
  const part = selectionWords(selection, today);
  switch (format) {
    case 'archive':
      return `Daygrove archive ${today}.zip`;
    case 'markdown':
      return `Daygrove Markdown ${part}.zip`;
    case 'json':
      return `Daygrove ${part}.json`;
    case 'csv':
      return `Daygrove habits ${part}.zip`;
    case 'loop-csv':
      return `Loop Habits CSV ${today}.zip`;
    case 'loop-backup':
      return `Loop Habits Backup ${today}.db`;
    case 'book-html':
      return `Daygrove book ${part}.${isFolder ? 'zip' : 'html'}`;
    case 'book-pdf':
      return `Daygrove book ${part}.pdf`;
  }
}
