import type { ExportFormat, ExportSelection } from '../../src-shared/contract/exports.ts';
import type { MainSay } from '../words.ts';
import { selectionWords } from '../features/exports/selection-words.ts';

interface NameParts {
  readonly format: ExportFormat;
  readonly selection: ExportSelection;
  /** The day of the export. */
  readonly today: string;
  readonly isFolder: boolean;
  readonly say: MainSay;
}

/** What the file is called at first. Whoever sees the folder reads it: it tells the format and the time, and a tag only because the person chose both. */
export function exportName({ format, selection, today, isFolder, say }: NameParts): string {
  const part = selectionWords(selection, today, say);
  switch (format) {
    case 'archive':
      return `${say('file.archive', { day: today })}.zip`;
    case 'markdown':
      return `${say('file.markdown', { part })}.zip`;
    case 'json':
      return `${say('file.json', { part })}.json`;
    case 'csv':
      return `${say('file.csv', { part })}.zip`;
    case 'loop-csv':
      return `Loop Habits CSV ${today}.zip`;
    case 'loop-backup':
      return `Loop Habits Backup ${today}.db`;
    case 'book-html':
      return `${say('file.book', { part })}.${isFolder ? 'zip' : 'html'}`;
    case 'book-pdf':
      return `${say('file.book', { part })}.pdf`;
  }
}
