import type { ExportSelection } from '../../../src-shared/contract/exports.ts';
import type { MainSay } from '../../words.ts';
import { legalName } from './file-names.ts';

/** What of the vault it is, for the name of a file or folder: `2026-11-25`, the day of the export; `garden 2026-01-01 to 2026-06-30`. */
export function selectionWords({ from, to, tag }: ExportSelection, today: string, say: MainSay): string {
  const range = from === null && to === null ? today : rangeWords(from, to ?? today, say);
  return tag === null ? range : say('file.tagged', { tag: legalName(tag, 'tag', 60), range });
}

function rangeWords(from: string | null, to: string, say: MainSay): string {
  return from === null ? say('file.fromBeginning', { to }) : say('file.range', { from, to });
}
