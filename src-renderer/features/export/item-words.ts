import type { ExportSkipItem } from '../../../src-shared/contract/exports.ts';
import { fullDate } from '../../intl/dates.ts';
import type { Language } from '../../intl/language.ts';

/** Names that programs give to files: a sum, a UUID, a number from a camera's store. They say nothing to a person. */
const NO_WORDS = /^[\da-f]{8}(?:[\da-f_-]*[\da-f])?(?:\.\w{1,8})?$/iu;

/** `25 November 2026, video`; `25 November 2026, letter.pdf`; `Read`. */
export function itemWords(
  { day, name, file }: ExportSkipItem,
  { say, locale }: Pick<Language, 'say' | 'locale'>,
): string {
  const date = day === null ? null : fullDate(locale, day);
  const isNamed = name !== null && name !== '' && !(file !== null && NO_WORDS.test(name));
  const thing = isNamed ? name : file === null ? null : say(`export.file.${file}`);
  return [date, thing].filter((part) => part !== null).join(', ');
}
