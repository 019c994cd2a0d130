import { loopBackupReader } from './loop-backup/reader.ts';
import type { ImportReader } from './parsed.ts';

/** In the order they are asked: what names itself plainly comes before what could be anybody's. */
export const readers: readonly ImportReader[] = [loopBackupReader];
