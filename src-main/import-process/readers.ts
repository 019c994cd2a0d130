import { dayOneReader } from './day-one/reader.ts';
import { habitBullReader } from './habitbull/reader.ts';
import { journeyReader } from './journey/reader.ts';
import { loopBackupReader } from './loop-backup/reader.ts';
import { loopCsvReader } from './loop-csv/reader.ts';
import type { ImportReader } from './parsed.ts';
import { rewireReader } from './rewire/reader.ts';
import { tickmateReader } from './tickmate/reader.ts';

/** In the order they are asked: what names itself plainly comes before what could be anybody's. */
export const readers: readonly ImportReader[] = [
  loopBackupReader,
  tickmateReader,
  rewireReader,
  dayOneReader,
  journeyReader,
  loopCsvReader,
  habitBullReader,
];
