import { dayOneReader } from './day-one/reader.ts';
import { daygroveArchive } from './daygrove-archive/read-archive.ts';
import { habitBullReader } from './habitbull/reader.ts';
import { joplinReader } from './joplin/read-joplin.ts';
import { journeyReader } from './journey/reader.ts';
import { jrnlReader } from './jrnl/read-jrnl.ts';
import { loopBackupReader } from './loop-backup/reader.ts';
import { loopCsvReader } from './loop-csv/reader.ts';
import { markdownReader } from './markdown/read-markdown.ts';
import type { ImportReader } from './parsed.ts';
import { rewireReader } from './rewire/reader.ts';
import { standardNotesReader } from './standard-notes/read-standard-notes.ts';
import { tickmateReader } from './tickmate/reader.ts';

/** In the order they are asked: what names itself plainly comes before what could be anybody's. */
export const readers: readonly ImportReader[] = [
  daygroveArchive,
  loopBackupReader,
  tickmateReader,
  rewireReader,
  dayOneReader,
  journeyReader,
  standardNotesReader,
  joplinReader,
  loopCsvReader,
  habitBullReader,
  jrnlReader,
  markdownReader,
];
