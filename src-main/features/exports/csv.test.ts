import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLine, loopCsvLine, plainNumber } from './csv.ts';
import { readCsv } from './testing/read-csv.ts';

describe('a line of a table', () => {
  it('is quoted where it must be', () => {
    expect(csvLine(['plain', 'a, b', 'say "so"', 'two\nlines', null, 3.5, ''])).toBe(
      'plain,"a, b","say ""so""","two\nlines",,3.5,\r\n',
    );
  });

  it.each([['=1+1'], ['+43 1'], ['-5 degrees'], ['@home'], ['\tx'], ['\rx']])(
    'does not let a spreadsheet run %j',
    (text) => expect(readCsv(csvLine([text]))[0]).toEqual([`'${text}`]),
  );

  it('comes back as it went, but for that apostrophe', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 5 }), (cells) => {
        const [row, ...others] = readCsv(csvLine(cells));
        expect(others).toEqual([]);
        expect(row!.map((cell) => cell.replace(/^'(?=[=+\-@\t\r])/u, ''))).toEqual(
          cells.map((cell) => cell.replace(/^'(?=[=+\-@\t\r])/u, '')),
        );
        expect(readCsv(loopCsvLine(cells))).toEqual([cells]);
      }),
    );
  });
});

it.each([
  [0, '0'],
  [12.5, '12.5'],
  [-3, '-3'],
  [1e-7, '0.0000001'],
  [1e21, '1000000000000000000000'],
])('%d is written %s', (value, text) => expect(plainNumber(value)).toBe(text));
