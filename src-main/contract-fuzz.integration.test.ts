import { randomInt } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contract, type Channel } from '../src-shared/contract/index.ts';
import {
  CHANNELS,
  footprint,
  openFuzzApp,
  residentBytes,
  type Answer,
  type FuzzApp,
  type Payloads,
} from './testing/fuzz-app.ts';
import { arbitraryOf } from './testing/schema-arbitrary.ts';
import { createVault, removeFolder, temporaryFolder, TEST_PASSPHRASE, value } from './testing/test-app.ts';

/**
 * Calls a channel gets of each sort of payload, in each state of the vault. `DAYGROVE_FUZZ_ROUNDS=500 npx vitest run src-main/contract-fuzz.integration.test.ts` is the long run: it draws a seed of
 * its own, unless DAYGROVE_FUZZ_SEED says which.
 */
const given = process.env['DAYGROVE_FUZZ_ROUNDS'];
const rounds = Number(given ?? 3);
const seed = Number(process.env['DAYGROVE_FUZZ_SEED'] ?? (given === undefined ? 20_261_126 : randomInt(2 ** 31)));
process.stdout.write(`contract fuzz: seed ${String(seed)}, ${String(rounds)} rounds\n`);

const PATIENCE = 60_000 + rounds * 60_000;

/** What leaves the state that a round is about: sent in its own test, once a round. */
const LEAVES: ReadonlySet<Channel> = new Set(['vault.lock', 'backups.take', 'backups.repair', 'vault.rebuild']);

let folder: string;
let fuzz: FuzzApp;

beforeEach(async () => {
  folder = await temporaryFolder();
  mkdirSync(join(folder, 'outside'));
  fuzz = await openFuzzApp(join(folder, 'profile'), join(folder, 'outside'), {});
});
afterEach(async () => {
  await fuzz.app.close();
  await removeFolder(folder);
});

/** @returns the answers in their order, each of them a typed one */
async function send(channels: readonly Channel[], payloads: Payloads, times: number, from: number): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let round = 0; round < times; round += 1)
    for (const [index, channel] of channels.entries())
      answers.push(await fuzz.send(channel, payloads, seed + from + round * channels.length + index));
  return answers;
}

/** `internal` is for what nobody thought of, and a storage process that stopped has crashed. Neither may a payload bring about. */
const unthoughtOf = (answers: readonly Answer[]): Answer[] =>
  answers.filter(({ code }) => code === 'internal' || code === 'storage-stopped');

const codesOf = (answers: readonly Answer[]): string[] => [...new Set(answers.map(({ code }) => code))].toSorted();

const staying = CHANNELS.filter((channel) => !LEAVES.has(channel));

describe('every channel of the contract', () => {
  it('can be sent values that its own schema takes', () => {
    for (const channel of CHANNELS) {
      const { input } = contract[channel];
      const samples = fc.sample(
        arbitraryOf(input, () => []),
        { seed, numRuns: 12 },
      );
      const taken = samples.filter((sample) => input.safeParse(sample).success).length;
      expect([channel, taken > 4]).toEqual([channel, true]);
    }
  });

  it(
    'answers with a typed error where there is no vault, whatever it is sent',
    async () => {
      const answers = [
        ...(await send(CHANNELS, 'mutated', rounds, 0)),
        ...(await send(CHANNELS, 'random', rounds, 1e6)),
        ...(await send(
          staying.filter((channel) => channel !== 'vault.create'),
          'valid',
          rounds,
          2e6,
        )),
      ];
      expect(unthoughtOf(answers)).toEqual([]);
      expect(codesOf(answers)).toEqual(expect.arrayContaining(['invalid-input', 'too-large', 'vault-locked', 'ok']));
      expect(fuzz.deaths).toEqual([]);
    },
    PATIENCE,
  );

  it(
    'answers with a typed error while the vault is locked, whatever it is sent',
    async () => {
      await createVault(fuzz.client);
      value(await fuzz.client.invoke('vault.lock', {}));
      const answers = [
        ...(await send(CHANNELS, 'mutated', rounds, 3e6)),
        ...(await send(CHANNELS, 'random', rounds, 4e6)),
        ...(await send(staying, 'valid', rounds, 5e6)),
      ];
      expect(unthoughtOf(answers)).toEqual([]);
      expect(codesOf(answers)).toEqual(expect.arrayContaining(['invalid-input', 'too-large', 'vault-locked', 'ok']));
      expect(fuzz.deaths).toEqual([]);
      // Wrong tries were counted, and the right one is taken when their time is over: nothing of the vault was changed.
      expect(value(await fuzz.client.invoke('vault.state', {})).state).toBe('locked');
    },
    PATIENCE,
  );

  it(
    'answers with a typed error while the vault is open, whatever it is sent',
    async () => {
      const ofEveryObject = Reflect.ownKeys(Object.prototype).length;
      await createVault(fuzz.client);
      const answers = [
        ...(await send(staying, 'valid', rounds, 6e6)),
        ...(await send(staying, 'mutated', rounds, 7e6)),
        ...(await send(staying, 'random', rounds, 8e6)),
        ...(await send(staying, 'valid', rounds, 9e6)),
      ];
      expect(unthoughtOf(answers)).toEqual([]);
      expect(codesOf(answers)).toEqual(expect.arrayContaining(['invalid-input', 'too-large', 'not-found', 'ok']));
      expect(fuzz.deaths).toEqual([]);
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
      expect(Reflect.ownKeys(Object.prototype)).toHaveLength(ofEveryObject);
      // Open all the while, and still a vault that keeps what it is told.
      expect(value(await fuzz.client.invoke('vault.state', {})).state).toBe('unlocked');
      const id = crypto.randomUUID();
      value(await fuzz.client.invoke('entries.write', { id, day: '2026-11-26', body: 'Still here.' }));
      expect(value(await fuzz.client.invoke('entries.get', { id })).body).toBe('Still here.');
    },
    PATIENCE,
  );

  it(
    'makes neither memory nor files grow by what it refuses',
    async () => {
      await createVault(fuzz.client);
      // A full collection, so that what is measured is what is kept.
      setFlagsFromString('--expose-gc');
      const collect = runInNewContext('gc') as () => void;
      const measure = () => {
        collect();
        return {
          heap: process.memoryUsage().heapUsed,
          storage: residentBytes(fuzz.storagePid() ?? 0),
          ...footprint(folder),
        };
      };
      const refused = async (from: number): Promise<void> => {
        const answers = await send(
          CHANNELS.filter((channel) => !LEAVES.has(channel)),
          'random',
          rounds * 2,
          from,
        );
        expect(answers.filter(({ code }) => code === 'invalid-input').length).toBeGreaterThan(answers.length / 2);
      };
      await refused(11e6);
      const before = measure();
      for (let turn = 1; turn <= 3; turn += 1) await refused(11e6 + turn * 1e5);
      const after = measure();
      const megabyte = 1024 * 1024;
      expect(after.heap).toBeLessThan(before.heap * 1.5 + 20 * megabyte);
      // Nothing where the system does not say it.
      expect(after.storage ?? 0).toBeLessThan((before.storage ?? 0) * 1.5 + 40 * megabyte);
      expect(after.files).toBeLessThanOrEqual(before.files + 2);
      expect(after.bytes).toBeLessThan(before.bytes + megabyte);
    },
    PATIENCE,
  );
});

describe('a channel that ends the state of the vault', () => {
  it.each([...LEAVES])(
    '%s answers with a typed result, and the vault opens again',
    async (channel) => {
      await createVault(fuzz.client);
      const answers: Answer[] = [];
      const unlock = () => fuzz.client.invoke('vault.unlock', { method: 'passphrase', secret: TEST_PASSPHRASE });
      // Each costs a new storage process.
      for (let round = 0; round < Math.ceil(rounds / 3); round += 1) {
        for (const payloads of ['mutated', 'random', 'valid'] as const)
          answers.push(await fuzz.send(channel, payloads, seed + 20e6 + round));
        // Whatever it did: the passphrase opens the vault. Where it is open still, that is no wrong try.
        value(await fuzz.client.invoke('vault.lock', {}));
        value(await unlock());
      }
      expect(unthoughtOf(answers)).toEqual([]);
      expect(codesOf(answers)).toContain('invalid-input');
      expect(fuzz.deaths).toEqual([]);
    },
    PATIENCE,
  );
});
