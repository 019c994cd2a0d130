import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sourceOf } from '../../import-process/testing/sources.ts';
import { projections } from '../../storage/service.ts';
import { removeFolder, temporaryFolder } from '../../testing/test-app.ts';
import { deriveKeys, newVaultId, newVaultKey } from '../../vault/keys.ts';
import { StillClock } from '../../vault/testing/test-vault.ts';
import { Vault } from '../../vault/vault.ts';
import { archiveBytes } from '../exports/archive/testing.ts';
import { takeInArchive } from './testing-archives.ts';
import { vaultSteps } from './testing-vaults.ts';

const HOUR_MS = 3_600_000;

/** Everything that a person is shown of records, the times of the trash and of lists included. */
async function shown(vault: Vault): Promise<string> {
  const tables = await Promise.all(
    [
      `SELECT hex(id), day, created_at, zone, updated_at, hex(title), hex(location), hex(body), mood, hex(tags), starred, words, hour, deleted, removed_at FROM entry ORDER BY id`,
      'SELECT hex(entry), position, hex(attachment) FROM entry_attachment ORDER BY 1, 2',
      'SELECT hex(id), hex(name), archived, position, deleted, hex(rest) FROM habit ORDER BY id',
      'SELECT hex(habit), day, mark, amount, hex(note) FROM check_in ORDER BY 1, 2',
      'SELECT hex(id), hex(habit), first_day, last_day, hex(reason) FROM pause ORDER BY id',
      'SELECT hex(id), hex(name), hex(type), size, width, height FROM attachment ORDER BY id',
      'SELECT hex(word) FROM spelling_word ORDER BY 1',
      'SELECT hex(id) FROM template ORDER BY id',
      'SELECT hex(id) FROM saved_search ORDER BY id',
    ].map((sql) => vault.read.all(sql)),
  );
  return JSON.stringify(tables);
}

test('a vault that was written out and taken into another one is the same, and taking it in again adds nothing', async () => {
  const folder = await temporaryFolder();
  let number = 0;
  const open = async (now: string): Promise<{ vault: Vault; clock: StillClock }> => {
    number += 1;
    const clock = new StillClock(now);
    const keys = deriveKeys(newVaultKey(), newVaultId());
    return { vault: await Vault.open(join(folder, `${number}.db`), keys, clock, projections), clock };
  };
  try {
    await fc.assert(
      fc.asyncProperty(vaultSteps, async (steps) => {
        const first = await open('2026-11-22T08:14:00Z');
        const second = await open('2031-01-01T00:00:00Z');
        try {
          for (const step of steps) {
            first.clock.advance(HOUR_MS);
            const changes = step(first.vault);
            const ids = changes.map((change) => Buffer.from(change.id).toString('hex'));
            expect(new Set(ids).size).toBe(ids.length);
            await first.vault.commit(changes);
          }
          const archive = await archiveBytes(first.vault);
          const taken = await takeInArchive(second.vault, sourceOf({ 'my archive.zip': archive }));
          expect(taken.problems).toEqual([]);
          expect(taken.alreadyThere).toBe(0);
          expect((await archiveBytes(second.vault)).equals(archive)).toBe(true);
          expect(await shown(second.vault)).toBe(await shown(first.vault));

          const versions = await second.vault.versionCount();
          const again = await takeInArchive(second.vault, sourceOf({ 'my archive.zip': archive }));
          expect([again.added, again.alreadyThere, again.problems.length]).toEqual([0, taken.added, 0]);
          expect(await second.vault.versionCount()).toBe(versions);
        } finally {
          await first.vault.close();
          await second.vault.close();
        }
      }),
      { numRuns: 16 },
    );
  } finally {
    await removeFolder(folder);
  }
}, 180_000);
