import type { ExportSelection } from '../../../src-shared/contract/exports.ts';

/** As tags are compared everywhere: neither case nor the way a letter is composed makes another one. */
export function foldTag(tag: string): string {
  return tag.normalize('NFC').toLowerCase();
}

export function isInRange(day: string, { from, to }: Pick<ExportSelection, 'from' | 'to'>): boolean {
  return (from === null || day >= from) && (to === null || day <= to);
}

export function hasTag(tags: readonly string[], tag: string | null): boolean {
  return tag === null || tags.some((own) => foldTag(own) === foldTag(tag));
}

/** What has no tags is left out where one is asked for. */
export function isWholeVault({ tag }: ExportSelection): boolean {
  return tag === null;
}
