import { join } from 'node:path';
import { openTestApp, value } from '../src-main/testing/test-app.ts';
import { derivePassphraseKey, FLOOR_COST } from '../src-main/vault/passphrase.ts';
import { median, report, timed } from './measure.ts';
import { BENCH_PASSPHRASE } from './seed.ts';

const ROUNDS = 7;

/** From the start of the app over unlocking to the first content of Today; the passphrase's own cost, which is there on purpose, is measured beside it. */
export async function benchStart(folder: string, lastDay: string): Promise<void> {
  const clock = { offset: Date.parse(`${lastDay}T20:00:00Z`) - Date.now(), zone: 'UTC' };
  const start = async (entries: number): Promise<number> => {
    let elapsed = 0;
    const test = { close: async () => {} };
    elapsed = await timed(async () => {
      const { app, client } = await openTestApp(join(folder, `vault-${entries}`), { clock });
      test.close = () => app.close();
      value(await client.invoke('vault.unlock', { method: 'passphrase', secret: BENCH_PASSPHRASE }));
      const { entries: shown } = value(await client.invoke('entries.on-day', { day: lastDay }));
      if (shown.length !== 1) throw new Error('Today does not show what was seeded');
    });
    await test.close();
    return elapsed;
  };
  const samples = { small: [] as number[], large: [] as number[], passphrase: [] as number[] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    const small = await start(1_000);
    const large = await start(10_000);
    const passphrase = await timed(() => derivePassphraseKey('a passphrase', new Uint8Array(16), FLOOR_COST));
    if (round === 0) continue;
    samples.small.push(small);
    samples.large.push(large);
    samples.passphrase.push(passphrase);
  }
  report('start to first content, 1,000 entries', median(samples.small), median(samples.passphrase), 'Argon2id alone');
  report('start to first content, 10,000 entries', median(samples.large), median(samples.small), 'the same at 1,000');
}
