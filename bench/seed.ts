import { randomUUID } from 'node:crypto';
import { createClock } from '../src-main/clock.ts';
import { VaultKeeper } from '../src-main/storage/vault-keeper.ts';
import { projections } from '../src-main/storage/service.ts';
import { idFromText } from '../src-main/vault/record-id.ts';
import type { RecordChange } from '../src-main/vault/vault.ts';
import { addDays } from '../src-shared/domain/day.ts';

export const BENCH_PASSPHRASE = 'a bench of stone in the garden';
const WORDS =
  'frost leeks thermos railway light morning letter garden bread walk river window quiet call train rain'.split(' ');
const STEP = 500;

/** A text of about `words` words that is the same for the same number: benches must compare like with like. */
export function sampleText(seed: number, words: number): string {
  return Array.from(
    { length: words },
    (_, index) => WORDS[(seed * 31 + index * 7 + ((seed * index) % 5)) % WORDS.length],
  ).join(' ');
}

/** Makes a vault with so many entries a day backwards from `lastDay`, five habits, and their check-ins of the last year. Leaves it closed. */
export async function seedVault(folder: string, entries: number, lastDay: string, aDay = 1): Promise<void> {
  const keeper = new VaultKeeper({
    folder,
    clock: createClock({ offset: 0, zone: 'UTC' }),
    passphraseCost: 'floor',
    projections,
    log: () => {},
  });
  const recoveryKey = await keeper.create(BENCH_PASSPHRASE);
  await keeper.confirmRecoveryKey(recoveryKey);
  const { vault } = keeper;
  let pending: RecordChange[] = [];
  const flush = async (): Promise<void> => {
    await vault.commit(pending);
    pending = [];
  };
  const add = async (change: RecordChange): Promise<void> => {
    pending.push(change);
    if (pending.length >= STEP) await flush();
  };
  for (let i = 0; i < entries; i += 1) {
    const day = addDays(lastDay, -Math.floor(i / aDay));
    await add({
      id: idFromText(randomUUID()),
      type: 'entry',
      fields: {
        day,
        // Mostly evenings, with tags that the texts do not have.
        createdAt: Date.parse(`${day}T${i % 4 === 0 ? '07' : String(18 + (i % 5))}:00:00Z`),
        zone: 'UTC',
        tags: i % 3 === 0 ? [`place${i % 40}`, 'notes'] : [],
        body: sampleText(i, 120),
        mood: 1 + (i % 5),
      },
    });
  }
  for (let habit = 0; habit < 5; habit += 1) {
    const id = idFromText(randomUUID());
    const startDay = addDays(lastDay, -364);
    await add({
      id,
      type: 'habit',
      fields: {
        name: `Habit ${habit}`,
        kind: { type: 'yes-no' },
        schedule: { type: 'daily' },
        startDay,
        position: habit,
      },
    });
    for (let i = 0; i < 365; i += 1) {
      await add({
        id: idFromText(randomUUID()),
        type: 'check-in',
        fields: { habit: Buffer.from(id).toString('hex'), day: addDays(lastDay, -i), mark: 'done', amount: null },
      });
    }
  }
  await flush();
  await keeper.close();
}
