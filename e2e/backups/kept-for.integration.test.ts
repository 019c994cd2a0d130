import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { backupsToKeep } from '../../src-main/vault/backup-rotation.ts';

const DAY = 24 * 60 * 60 * 1000;

/** Whoever erases something for good is told how long backups hold it: that has to be what the rotation does. */
it('the words of erasing say as long as backups of every day are kept', async () => {
  let kept: number[] = [];
  let longest = 0;
  for (let day = 0; day < 3 * 365; day += 1) {
    const now = Date.UTC(2024, 0, 1, 12) + day * DAY;
    const keep = backupsToKeep(
      [...kept, now].map((time) => ({ time, whole: true })),
      now,
    );
    kept = [...keep.keys()];
    longest = Math.max(longest, ...kept.map((time) => (now - time) / DAY));
  }
  expect(longest).toBeGreaterThan(330);
  expect(longest).toBeLessThanOrEqual(366);
  // The catalogue belongs to another project of the compiler's.
  const catalogue = await readFile(new URL('../../src-renderer/intl/en/journal.ts', import.meta.url), 'utf8');
  const sentence = /'erase\.backups':\s*'([^']*)'/u.exec(catalogue)?.[1];
  expect(sentence).toContain('for up to a year');
});
