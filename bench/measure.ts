/** The middle of the samples, milliseconds. */
export function median(samples: readonly number[]): number {
  const sorted = [...samples].toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The sample that `share` percent of all are not above, milliseconds. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((sorted.length * share) / 100) - 1)] ?? Number.NaN;
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/**
 * Two ways of doing the same, turn by turn, so that whatever else the machine does meets both alike. The first tenth is warm-up.
 * @returns the medians in milliseconds
 */
export async function comparePairs(
  rounds: number,
  ours: (round: number) => Promise<unknown>,
  bare: (round: number) => Promise<unknown>,
): Promise<{ ours: number; bare: number }> {
  const samples = { ours: [] as number[], bare: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    const a = await timed(() => ours(round));
    const b = await timed(() => bare(round));
    if (round < rounds / 10) continue;
    samples.ours.push(a);
    samples.bare.push(b);
  }
  return { ours: median(samples.ours), bare: median(samples.bare) };
}

/** One line of the result table. */
export function report(name: string, ours: number, base: number, baseName: string): void {
  const line = `${name.padEnd(42)} ${ours.toFixed(2).padStart(9)} ms   ${(ours / base).toFixed(2).padStart(6)} x   ${baseName} (${base.toFixed(2)} ms)`;
  process.stdout.write(`${line}\n`);
}
