import { describe, expect, it } from 'vitest';
import { searchForSecrets } from '../support/marker-search.ts';
import { PLAINTEXT, simulate } from './simulation.ts';

/** Short runs of what `npm run simulate` does at length; docs/sync.md tells of fifty long ones. */
describe('the simulation of three devices', () => {
  it.each([11, 12, 13])(
    'seed %i: loses nothing that was acknowledged, and ends with all equal and nothing in clear',
    async (seed) => {
      const said: string[] = [];
      let plain = 0;
      let requests = 0;
      const report = await simulate({
        seed,
        devices: 3,
        seconds: 7,
        say: (line) => void said.push(line),
        onRequest: ({ path, body }) => {
          requests += 1;
          if (body.includes(PLAINTEXT) || path.includes(PLAINTEXT)) plain += 1;
        },
        inspect: (folder) => {
          const { findings, files } = searchForSecrets([folder], [PLAINTEXT]);
          expect(files).toBeGreaterThan(20);
          expect(findings).toEqual([]);
        },
      });
      // What it did is what tells where it went wrong.
      if (report.problems.length > 0) process.stdout.write(`${said.join('\n')}\n`);
      expect(report.problems).toEqual([]);
      expect(report.acknowledged).toBeGreaterThan(10);
      expect(requests).toBeGreaterThan(50);
      expect(plain).toBe(0);
    },
    180_000,
  );
});
