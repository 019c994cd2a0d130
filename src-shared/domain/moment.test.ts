import { expect, it } from 'vitest';
import { instantSchema } from '../contract/values.ts';
import { FIRST_MOMENT, isMoment, isoMoment, LAST_MOMENT, nearestMoment } from './moment.ts';

it('the moments are those that the contract can say', () => {
  for (const millis of [FIRST_MOMENT, 0, LAST_MOMENT]) {
    expect(isMoment(millis)).toBe(true);
    expect(Date.parse(instantSchema.parse(isoMoment(millis)))).toBe(millis);
  }
  for (const millis of [FIRST_MOMENT - 1, LAST_MOMENT + 1, Number.NaN, Infinity]) expect(isMoment(millis)).toBe(false);
});

it.each([1e300, -1e300, 8.64e15, Number.MAX_SAFE_INTEGER, Infinity, -Infinity, Number.NaN, 0.5])(
  'a time of %s is said as a moment',
  (millis) => {
    expect(instantSchema.safeParse(isoMoment(millis)).success).toBe(true);
  },
);

it('a time that is one stays as it is', () => {
  expect(nearestMoment(1234.5)).toBe(1234.5);
  expect(isoMoment(1234)).toBe('1970-01-01T00:00:01.234Z');
});
