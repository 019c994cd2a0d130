import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { incompleteBeta, logGamma, twoSidedProbability, twoSidedQuantile } from './student-t.ts';

/** How far a value lies from its reference, in relation to it. */
function error(value: number, reference: number): number {
  return Math.abs(value / reference - 1);
}

const probability = fc.double({ min: 1e-6, max: 1, noNaN: true });
const degrees = fc.double({ min: 1, max: 10_000, noNaN: true });

// References: SciPy 1.17.1 (special.gammaln, special.betainc, stats.t.sf, stats.t.isf).
describe('the logarithm of the gamma function', () => {
  it.each([
    [0.1, 2.252712651734206],
    [0.5, 0.5723649429247],
    [3.3, 0.9870985778947343],
    [11.99, 17.477885575426185],
    [12, 17.502307845873887],
    [100, 359.1342053695754],
    [3500.5, 25062.732792799707],
  ])('is right at %d', (x, reference) => expect(error(logGamma(x), reference)).toBeLessThan(1e-12));

  it('is zero at 1 and 2', () => {
    expect(Math.abs(logGamma(1))).toBeLessThan(1e-13);
    expect(Math.abs(logGamma(2))).toBeLessThan(1e-13);
  });
});

describe('the incomplete beta function', () => {
  it.each([
    [0.3, 0.5, 0.5, 0.36901011956554536],
    [0.9, 10, 0.5, 0.15164090963470994],
    [0.2, 3, 8, 0.3222004736],
    [0.99, 3500, 0.5, 4.9730109371128254e-17],
  ])('is right at %d, %d, %d', (x, a, b, reference) =>
    expect(error(incompleteBeta(x, a, b), reference)).toBeLessThan(1e-9),
  );

  it('ends at 0 and 1', () => expect([incompleteBeta(0, 2, 3), incompleteBeta(1, 2, 3)]).toEqual([0, 1]));
});

describe('Student’s t', () => {
  it.each([
    [0.5, 1, 0.7048327646991335],
    [2, 3.7, 0.12181720190523398],
    [2.5, 18.25, 0.022159842950851032],
    [-4, 40, 0.00026591239566669807],
    [1.96, 6999.5, 0.050035407970379704],
    [12, 7, 6.358310378185098e-6],
  ])('has beyond %d on %d degrees the right probability', (t, nu, reference) =>
    expect(error(twoSidedProbability(t, nu), reference)).toBeLessThan(1e-10),
  );

  it.each([
    [0.05, 1, 12.706204736174705],
    [0.05, 10, 2.2281388519862753],
    [0.05, 30, 2.042272456301238],
    [0.05, 2.5, 3.5746548420036834],
    [0.05, 7303.2, 1.9602888637371805],
    [0.01, 19.6, 2.8513687861881274],
    [0.5, 4, 0.7406970841126829],
  ])('leaves %d outside on %d degrees at the right place', (p, nu, reference) =>
    expect(error(twoSidedQuantile(p, nu), reference)).toBeLessThan(1e-10),
  );

  it('finds back what it was asked', () => {
    fc.assert(
      fc.property(probability, degrees, (p, nu) => {
        expect(twoSidedProbability(twoSidedQuantile(p, nu), nu)).toBeCloseTo(p, 10);
      }),
    );
  });

  it('falls with the distance, and is the same on both sides', () => {
    const t = fc.double({ min: 0, max: 30, noNaN: true });
    fc.assert(
      fc.property(t, t, degrees, (a, b, nu) => {
        const [near, far] = a < b ? [a, b] : [b, a];
        expect(twoSidedProbability(far, nu)).toBeLessThanOrEqual(twoSidedProbability(near, nu) + 1e-14);
        expect(twoSidedProbability(-a, nu)).toBe(twoSidedProbability(a, nu));
      }),
    );
  });
});
