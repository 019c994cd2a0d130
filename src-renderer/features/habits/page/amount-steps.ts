/** Steps that a hand would count by. */
const NICE = [1, 2, 5, 10] as const;
/** So many steps lead to a target, about. */
const STEPS = 8;

/** What one press adds towards a target: one, up to a dozen; behind that about an eighth of it, in round numbers. */
export function stepOf(target: number): number {
  if (target <= 12) return Number.isInteger(target) ? 1 : 0.5;
  const wanted = target / STEPS;
  const power = 10 ** Math.floor(Math.log10(wanted));
  return (NICE.find((nice) => nice * power >= wanted) ?? 10) * power;
}

/** The amount after one press, never below nothing. To a thousandth: halves and tenths add up as they are said. */
export function stepped(amount: number | null, target: number, sign: 1 | -1): number {
  return Math.max(0, Math.round(((amount ?? 0) + sign * stepOf(target)) * 1000) / 1000);
}
