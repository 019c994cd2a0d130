/**
 * Student's t distribution with any number of degrees of freedom above 0, whole or not, as Welch's test needs it. Checked against SciPy to ten digits.
 */

/** Below this the series of the logarithm of the gamma function is not yet good to sixteen digits. */
const SERIES_FROM = 12;
/** B(2k) / (2k (2k − 1)) for k = 1 … 7: DLMF 5.11.1. */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360_360, 1 / 156] as const;

/** ln Γ(x), x above 0: Stirling's series (DLMF 5.11.1), reached by Γ(x) = Γ(x + 1) / x (DLMF 5.5.1). */
export function logGamma(x: number): number {
  let shift = 0;
  let at = x;
  for (; at < SERIES_FROM; at += 1) shift += Math.log(at);
  let series = 0;
  for (const [k, coefficient] of STIRLING.entries()) series += coefficient / at ** (2 * k + 1);
  return (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series - shift;
}

const MOST_TERMS = 10_000;
/** In the place of a zero in Lentz's method. */
const TINY = 1e-300;

/**
 * The regularised incomplete beta function I_x(a, b), a and b above 0, x from 0 to 1: the continued fraction DLMF 8.17.22, evaluated from its front (the modified
 * Lentz algorithm, DLMF 3.10.iii); where it converges slowly, its mirror image (DLMF 8.17.4).
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const factor = Math.exp(a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b)) / a;
  // 1 / (1 + d1 / (1 + d2 / (1 + …)))
  let value = 1;
  let c = 1;
  let d = 0;
  for (let term = 1; term <= MOST_TERMS; term += 1) {
    const m = Math.floor(term / 2);
    const coefficient =
      term % 2 === 0
        ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
        : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + coefficient * d || TINY);
    c = 1 + coefficient / c || TINY;
    value *= c * d;
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return factor / value;
}

/**
 * P(|T| ≥ |t|): I_x(ν/2, 1/2) at x = ν / (ν + t²) (Abramowitz & Stegun 26.5.27).
 * @param degrees ν, above 0
 */
export function twoSidedProbability(t: number, degrees: number): number {
  const whole = degrees + t * t;
  // Near 0 its mirror image, asked for directly: 1 − x would have lost the digits of t.
  if (t * t < 1) return 1 - incompleteBeta((t * t) / whole, 0.5, degrees / 2);
  return incompleteBeta(degrees / whole, degrees / 2, 0.5);
}

/**
 * The t, 0 or above, with P(|T| ≥ t) = `probability`: for a 95 % interval, of 0.05.
 * @param probability above 0, at most 1
 * @param degrees ν, above 0
 */
export function twoSidedQuantile(probability: number, degrees: number): number {
  let high = 1;
  while (twoSidedProbability(high, degrees) > probability && high < 1e150) high *= 2;
  let low = 0;
  // Halved until no number lies between.
  for (let middle = high / 2; middle > low && middle < high; middle = (low + high) / 2) {
    if (twoSidedProbability(middle, degrees) > probability) low = middle;
    else high = middle;
  }
  return high;
}
