/** The sign between the ones and the tenths, where numbers are written as in `locale`. */
function decimalSign(locale: string): string {
  return new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value ?? '.';
}

const THOUSANDS = { '.': /^\d{1,3}(,\d{3})+(\.\d*)?$/, ',': /^\d{1,3}(\.\d{3})+(,\d*)?$/ } as const;

/**
 * A number from 0 as a person types it: with the decimal sign of the locale, or the other one where it cannot mean thousands. Thousands are parted by the other sign,
 * whatever the locale parts them by in print: who types 1.250 in Vienna means the same as in Berlin. Spaces and apostrophes between groups of digits are passed by.
 * @returns null when it is no such number
 */
export function parseDecimal(text: string, locale: string): number | null {
  const sign = decimalSign(locale) === ',' ? ',' : '.';
  const typed = text.trim().replaceAll(/(?<=\d)[\s'’](?=\d{3})/gu, '');
  const plain = THOUSANDS[sign].test(typed) ? typed.replaceAll(sign === '.' ? ',' : '.', '') : typed;
  const number = plain.replace(',', '.');
  return /^(\d+\.?\d*|\.\d+)$/.test(number) ? Number(number) : null;
}

/** A number as it stands in a field, to be changed: without groups, which would only be in the way. */
export function decimalText(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 6 }).format(value);
}
