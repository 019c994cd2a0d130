/** One step of the bench of archives: `archive-run.ts write VAULT FILE` or `archive-run.ts take FILE VAULT`. Prints an ArchiveRun as JSON. */
import { ENGLISH } from '../src-main/testing/english-words.ts';
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { createClock } from '../src-main/clock.ts';
import { writeArchive } from '../src-main/features/exports/archive/write-archive.ts';
import { VaultExportSource } from '../src-main/features/exports/vault-source.ts';
import { takeInArchive } from '../src-main/features/imports/testing-archives.ts';
import { projections } from '../src-main/storage/service.ts';
import { VaultKeeper } from '../src-main/storage/vault-keeper.ts';
import { timed } from './measure.ts';
import { BENCH_PASSPHRASE } from './seed.ts';

export interface ArchiveRun {
  readonly millis: number;
  /** Until it was known which records there are. */
  readonly indexMillis: number;
  /** How often progress was told. */
  readonly steps: number;
  readonly sha256: string;
  /** The most that the process ever had. */
  readonly megabytes: number;
}

function keeperOf(folder: string): VaultKeeper {
  const clock = createClock({ offset: 0, zone: 'UTC' });
  return new VaultKeeper({ folder, clock, passphraseCost: 'floor', projections, log: () => {} });
}

async function write(folder: string, path: string): Promise<Omit<ArchiveRun, 'megabytes'>> {
  const keeper = keeperOf(folder);
  await keeper.unlock('passphrase', BENCH_PASSPHRASE);
  const source = new VaultExportSource(keeper.vault);
  const file = await open(path, 'w');
  const hash = createHash('sha256');
  let steps = 0;
  let last = 0;
  const indexMillis = await timed(() => source.types());
  const millis = await timed(() =>
    writeArchive(
      source,
      async (bytes) => {
        hash.update(bytes);
        await file.write(bytes);
      },
      {
        onProgress: (done, total) => {
          if (done < last || done > total) throw new Error('Progress went back');
          last = done;
          steps += 1;
        },
        signal: new AbortController().signal,
        say: ENGLISH.say,
      },
    ),
  );
  await file.close();
  await keeper.close();
  return { millis: millis + indexMillis, indexMillis, steps, sha256: hash.digest('hex') };
}

async function take(path: string, folder: string): Promise<Omit<ArchiveRun, 'megabytes'>> {
  const keeper = keeperOf(folder);
  await keeper.confirmRecoveryKey(await keeper.create(BENCH_PASSPHRASE));
  const file = await open(path, 'r');
  const { size } = await file.stat();
  let steps = 0;
  const source = {
    path: 'archive.zip',
    size,
    modifiedAt: null,
    read: async (offset: number, length: number): Promise<Uint8Array<ArrayBuffer>> => {
      const bytes = new Uint8Array(Math.min(length, size - offset));
      await file.read(bytes, 0, bytes.length, offset);
      return bytes;
    },
  };
  const millis = await timed(async () => {
    const taken = await takeInArchive(keeper.vault, { files: [source] }, () => (steps += 1));
    if (taken.problems.length > 0) throw new Error('Something of our own archive was refused');
  });
  await file.close();
  await keeper.close();
  return { millis, indexMillis: 0, steps, sha256: '' };
}

const [what, from, to] = process.argv.slice(2);
const done = what === 'write' ? await write(from!, to!) : await take(from!, to!);
// Kilobytes.
const megabytes = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ ...done, megabytes } satisfies ArchiveRun));
