import type { ExportSelection } from '../../../src-shared/contract/exports.ts';
import { legalName } from './file-names.ts';

/** What of the vault it is, for the name of a file or folder: `2026-11-25`, the day of the export; `garden 2026-01-01 to 2026-06-30`. */
export function selectionWords({ from, to, tag }: ExportSelection, today: string): string {
  const range = from === null && to === null ? today : [from ?? 'beginning', to ?? today].join(' to ');
  return tag === null ? range : `${legalName(tag, 'tag', 60)} ${range}`;
}
