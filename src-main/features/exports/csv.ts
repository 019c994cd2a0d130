/** Says that a file is UTF-8 to spreadsheets that would take it for something older. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** What a spreadsheet would take for the beginning of a formula, and run. */
const FORMULA = /^[=+\-@\t\r]/u;

/**
 * One line of RFC 4180, with its line break. A text that a spreadsheet would run gets an apostrophe before it; a number stays one.
 * @param cells null: an empty cell
 */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map((cell) => (typeof cell === 'string' ? quoted(FORMULA.test(cell) ? `'${cell}` : cell) : cell === null ? '' : plainNumber(cell))).join(',')}\r\n`;
}

/** The same as Loop writes it: as it stands, quoted where it must be, and a line feed behind it. */
export function loopCsvLine(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\n`;
}

function quoted(text: string): string {
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Without an exponent, which not every spreadsheet reads; to a billionth. */
export function plainNumber(value: number): string {
  const text = String(value);
  if (!text.includes('e')) return text;
  return Number.isInteger(value) ? String(BigInt(value)) : value.toFixed(9).replace(/\.?0+$/u, '');
}
