/** `npm run simulate -- --seed S --devices 3 --seconds 40 [--seeds N] [--quiet]` */
import { parseArgs } from 'node:util';
import { simulate } from './simulation.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    devices: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '40' },
    /** How many seeds, one after the other, from `seed` on. */
    seeds: { type: 'string', default: '1' },
    quiet: { type: 'boolean', default: false },
  },
});

const [seed, devices, seconds, seeds] = [values.seed, values.devices, values.seconds, values.seeds].map(Number) as [
  number,
  number,
  number,
  number,
];
if (![seed, devices, seconds, seeds].every((each) => Number.isFinite(each) && each > 0) || devices > 26) {
  process.stderr.write('Numbers above 0 are needed: --seed, --devices (at most 26), --seconds, --seeds.\n');
  process.exit(2);
}

let failed = false;
for (let each = seed; each < seed + seeds; each += 1) {
  const started = performance.now();
  const report = await simulate({
    seed: each,
    devices,
    seconds,
    say: (line) => {
      if (!values.quiet)
        process.stdout.write(`${((performance.now() - started) / 1000).toFixed(2).padStart(7)} ${line}\n`);
    },
  });
  const counts = Object.entries(report.counts).map(([name, count]) => `${name} ${count}`);
  process.stdout.write(
    `seed ${each}: ${report.acknowledged} acknowledged, ${report.versions} versions, ${report.problems.length === 0 ? 'nothing lost, all equal' : 'FAILED'}; ${counts.join(', ')}\n`,
  );
  for (const problem of report.problems) process.stdout.write(`  ${problem}\n`);
  failed ||= report.problems.length > 0;
}
process.exit(failed ? 1 : 0);
