import type { ImportFormat } from '../../../src-shared/contract/imports.ts';
import type { MessageId } from '../../intl/en.ts';

interface FormatWords {
  /** What the file is: `Day One export`. */
  readonly what: MessageId;
  /** The program it comes from. */
  readonly program: MessageId;
  /** How one gets such a file there. */
  readonly how: MessageId;
}

/** Every format, in the order of the list: journals, notes, habits, our own. */
export const FORMATS: Readonly<Record<ImportFormat, FormatWords>> = {
  'day-one': { what: 'import.what.dayOne', program: 'import.program.dayOne', how: 'import.how.dayOne' },
  journey: { what: 'import.what.journey', program: 'import.program.journey', how: 'import.how.journey' },
  jrnl: { what: 'import.what.jrnl', program: 'import.program.jrnl', how: 'import.how.jrnl' },
  markdown: { what: 'import.what.markdown', program: 'import.program.markdown', how: 'import.how.markdown' },
  'standard-notes': {
    what: 'import.what.standardNotes',
    program: 'import.program.standardNotes',
    how: 'import.how.standardNotes',
  },
  joplin: { what: 'import.what.joplin', program: 'import.program.joplin', how: 'import.how.joplin' },
  'loop-backup': { what: 'import.what.loopBackup', program: 'import.program.loopBackup', how: 'import.how.loopBackup' },
  'loop-csv': { what: 'import.what.loopCsv', program: 'import.program.loopCsv', how: 'import.how.loopCsv' },
  habitbull: { what: 'import.what.habitbull', program: 'import.program.habitbull', how: 'import.how.habitbull' },
  tickmate: { what: 'import.what.tickmate', program: 'import.program.tickmate', how: 'import.how.tickmate' },
  rewire: { what: 'import.what.rewire', program: 'import.program.rewire', how: 'import.how.rewire' },
  daygrove: { what: 'import.what.daygrove', program: 'import.program.daygrove', how: 'import.how.daygrove' },
};
