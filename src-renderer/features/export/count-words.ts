import type { OutputOf } from '../../../src-shared/contract/index.ts';
import type { Language } from '../../intl/language.ts';
import { fileSize } from '../../intl/sizes.ts';
import type { FormatChoice } from './formats.ts';

export interface Counted {
  readonly entries: number;
  readonly habits: number;
  readonly checkIns: number;
  readonly media: number;
  readonly inTrash: number;
  readonly pictures?: number;
  /** Bytes of the files; null: not said. */
  readonly bytes: number | null;
}

/** What a file would hold of what there is. An archive takes every file along, whether an entry shows it or not. */
export function countsOf(
  estimate: OutputOf<'exports.estimate'>,
  holds: FormatChoice['holds'],
  isWithMedia: boolean,
): Counted {
  const isWhole = holds.includes('inTrash');
  return {
    ...estimate,
    media: !isWithMedia ? 0 : isWhole ? estimate.allMedia : estimate.media,
    pictures: isWithMedia ? estimate.pictures : 0,
    bytes: isWhole ? estimate.allMediaBytes : holds.includes('pictures') ? estimate.pictureBytes : estimate.mediaBytes,
  };
}

/** `412 entries, 8 habits and 36 files (14 MB)`; empty where there is nothing of it. */
export function countWords(counts: Counted, holds: FormatChoice['holds'], { say, locale }: Language): string {
  const { entries, habits, checkIns, media, inTrash, pictures = media, bytes } = counts;
  const size = bytes === null ? '' : fileSize(locale, bytes);
  const files = { count: 0, size, hasSize: size === '' ? 'no' : 'yes' };
  const words: Readonly<Record<FormatChoice['holds'][number], string | null>> = {
    entries: entries > 0 ? say('export.countEntries', { count: entries }) : null,
    habits: habits > 0 ? say('export.countHabits', { count: habits }) : null,
    checkIns: checkIns > 0 ? say('export.countCheckIns', { count: checkIns }) : null,
    media: media > 0 ? say('export.countFiles', { ...files, count: media }) : null,
    inTrash: inTrash > 0 ? say('export.countInTrash', { count: inTrash }) : null,
    pictures: pictures > 0 ? say('export.countPictures', { ...files, count: pictures }) : null,
  };
  const parts = holds.map((kind) => words[kind]).filter((part) => part !== null);
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts);
}
