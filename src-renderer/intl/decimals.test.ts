import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalText, parseDecimal } from './decimals.ts';

describe('a number that a person types', () => {
  it.each([
    ['en-GB', '2.5', 2.5],
    ['en-GB', '2,5', 2.5],
    ['en-GB', ' 40 ', 40],
    ['en-GB', '1,000', 1000],
    ['en-GB', '12,345.75', 12345.75],
    ['en-GB', '10 000', 10_000],
    ['en-GB', '.5', 0.5],
    ['en-GB', '2.', 2],
    ['de-AT', '2,5', 2.5],
    ['de-AT', '2.5', 2.5],
    ['de-AT', '1.000', 1000],
    ['de-AT', '1.000,25', 1000.25],
    ['de-CH', '10’000', 10_000],
  ])('is read in %s: %s', (locale, text, number) => {
    expect(parseDecimal(text, locale)).toBe(number);
  });

  it.each(['', ' ', '-1', '1e3', 'a', '1,2,3', '1.2.3', '1,000,00', '.', ','])('is none: “%s”', (text) => {
    expect(parseDecimal(text, 'en-GB')).toBeNull();
  });

  it('comes back as it was written', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('en-GB', 'en-US', 'de-AT', 'fr-FR'),
        fc.integer({ min: 0, max: 1e9 }),
        (locale, thousandths) => {
          const number = thousandths / 1000;
          expect(parseDecimal(decimalText(number, locale), locale)).toBe(number);
        },
      ),
    );
  });
});
