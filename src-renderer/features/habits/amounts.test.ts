import { describe, expect, it } from 'vitest';
import type { HabitDay, HabitKind } from '../../../src-shared/contract/habits.ts';
import { amountOfText, clockText, minutesBetween, nextAmount, numberOfText, stepOf, textOfAmount } from './amounts.ts';

function amount(target: number, direction: 'at-least' | 'at-most' = 'at-least'): HabitKind {
  return { type: 'amount', unit: '', target, direction };
}
const minutes = (target: number): HabitKind => ({ type: 'minutes', target, direction: 'at-least' });

function day(given: number | null, mark: HabitDay['mark'] = given === null ? null : 'done', earlier = 0): HabitDay {
  return { day: '2026-11-22', state: 'open', mark, amount: given, note: null, earlier };
}

describe('one press of + or -', () => {
  it.each<[HabitKind, number]>([
    [amount(3), 1],
    [amount(8), 1],
    [amount(40), 1],
    [amount(60), 5],
    [amount(100), 10],
    [amount(2000), 100],
    [amount(10_000), 1000],
    [amount(2.5), 0.5],
    [amount(0), 1],
    [amount(1e9), 1e8],
    [minutes(5), 1],
    [minutes(20), 5],
    [minutes(120), 10],
    [{ type: 'yes-no' }, 1],
  ])('is for %j: %d', (kind, step) => {
    expect(stepOf(kind)).toBe(step);
  });

  it('adds and takes away, and comes to nothing rather than below it', () => {
    expect(nextAmount(amount(8), day(null), 1)).toEqual({ type: 'done', amount: 1 });
    expect(nextAmount(amount(8), day(3), 10)).toEqual({ type: 'done', amount: 13 });
    expect(nextAmount(amount(8), day(1), -1)).toEqual({ type: 'clear' });
    expect(nextAmount(amount(8), day(3), -10)).toEqual({ type: 'clear' });
    expect(nextAmount(amount(8), day(null), -1)).toBeNull();
  });

  it('has nothing at all as an amount where it is a limit', () => {
    expect(nextAmount(amount(3, 'at-most'), day(null), -1)).toEqual({ type: 'done', amount: 0 });
    expect(nextAmount(amount(3, 'at-most'), day(0), -1)).toBeNull();
  });

  it('goes on from the target where a tick said no amount', () => {
    expect(nextAmount(amount(8), day(null, 'done'), 1)).toEqual({ type: 'done', amount: 9 });
    expect(nextAmount(amount(8), day(null, 'done', 5), -1)).toEqual({ type: 'done', amount: 2 });
    expect(nextAmount(amount(8), day(null, 'skipped'), 1)).toEqual({ type: 'done', amount: 1 });
  });

  it('leaves no dust of tenths', () => {
    expect(nextAmount(amount(0.7), day(0.2), 1)).toEqual({ type: 'done', amount: 0.3 });
  });
});

describe('an amount that is typed', () => {
  it.each<[string, string, number | null]>([
    ['25', 'en-GB', 25],
    [' 2.5 ', 'en-GB', 2.5],
    ['2,5', 'en-GB', 2.5],
    ['1,250', 'en-GB', 1250],
    ['1,250.5', 'en-GB', 1250.5],
    ['1,25', 'en-GB', 1.25],
    ['1.250', 'de-AT', 1250],
    ['2.5', 'de-AT', 2.5],
    ['1.250,', 'de-DE', 1250],
    ['1.250', 'de-DE', 1250],
    ['1 250,5', 'de-AT', 1250.5],
    ['1 250', 'fr-FR', 1250],
    ['.5', 'en-GB', 0.5],
    ['5.', 'en-GB', 5],
    ['0', 'en-GB', 0],
    ['1000000000', 'en-GB', 1e9],
    ['1000000001', 'en-GB', null],
    ['-3', 'en-GB', null],
    ['3+2', 'en-GB', null],
    ['1.2.3', 'en-GB', null],
    ['ten', 'en-GB', null],
    ['', 'en-GB', null],
    ['.', 'en-GB', null],
    ['1:30', 'en-GB', null],
  ])('%j in %s is %j', (text, locale, expected) => {
    expect(amountOfText(text, locale, amount(8))).toBe(expected);
  });

  it('is a number, too, where it is more than an amount can be', () => {
    expect(numberOfText('1000000001', 'en-GB', amount(8))).toBe(1_000_000_001);
    expect(numberOfText('many', 'en-GB', amount(8))).toBeNull();
  });

  it('is hours and minutes too, where minutes are counted', () => {
    expect(amountOfText('1:30', 'en-GB', minutes(20))).toBe(90);
    expect(amountOfText('0:05', 'en-GB', minutes(20))).toBe(5);
    expect(amountOfText('1:60', 'en-GB', minutes(20))).toBeNull();
  });

  it.each(['en-GB', 'en-US', 'de-AT', 'de-DE', 'fr-FR'])('comes back as it stands in the field, in %s', (locale) => {
    for (const value of [0, 0.125, 2.5, 25, 1250, 1250.5, 12_345_678]) {
      expect(amountOfText(textOfAmount(value, locale), locale, amount(8))).toBe(value);
    }
  });
});

describe('a timer', () => {
  it.each([
    [0, '0:00'],
    [999, '0:00'],
    [61_000, '1:01'],
    [3_599_000, '59:59'],
    [3_600_000, '1:00:00'],
    [-5000, '0:00'],
  ])('shows %d milliseconds as %s', (milliseconds, text) => {
    expect(clockText(milliseconds)).toBe(text);
  });

  it('measures to a tenth of a minute, and nothing where the clock was set back', () => {
    const begun = '2026-11-22T08:00:00.000Z';
    expect(minutesBetween(begun, Date.parse('2026-11-22T08:12:30Z'))).toBe(12.5);
    expect(minutesBetween(begun, Date.parse('2026-11-22T07:00:00Z'))).toBe(0);
  });
});
