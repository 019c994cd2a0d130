import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { ArchiveRun } from './archive-run.ts';
import { report, timed } from './measure.ts';
import { seedVault } from './seed.ts';

/** Each step in a process of its own, so that the most memory it ever had can be told. */
async function run(...args: readonly string[]): Promise<ArchiveRun> {
  const script = resolve(import.meta.dirname, 'archive-run.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...args]);
  return JSON.parse(stdout) as ArchiveRun;
}

function reportMemory(name: string, ours: number, base: number, baseName: string): void {
  const ratio = `${(ours / base).toFixed(2).padStart(6)} x`;
  process.stdout.write(
    `${name.padEnd(42)} ${ours.toFixed(0).padStart(9)} MB   ${ratio}   ${baseName} (${base.toFixed(0)} MB)\n`,
  );
}

/**
 * An archive of ten thousand and of a hundred thousand entries, written and taken into a new vault: against opening every record once and against committing as many
 * entries, and by the most memory at ten times as many.
 */
export async function benchArchive(folder: string, lastDay: string): Promise<void> {
  const most: { written?: number; taken?: number } = {};
  for (const entries of [10_000, 100_000]) {
    const vaultFolder = join(folder, `vault-${entries}`);
    const seededIn = join(folder, `archive-vault-${entries}`);
    const from = existsSync(vaultFolder) ? vaultFolder : seededIn;
    await mkdir(seededIn, { recursive: true });
    const committed = await timed(async () => {
      if (from === seededIn) await seedVault(seededIn, entries, lastDay);
    });
    const shown = entries.toLocaleString('en');
    const archive = join(folder, `archive-${entries}.zip`);
    const written = await run('write', from, archive);
    report(`archive written, ${shown} entries`, written.millis, written.indexMillis, 'every record opened once');
    const { size } = await stat(archive);
    process.stdout.write(
      `  ${(size / 1024 / 1024).toFixed(1)} MB, ${written.steps.toLocaleString('en')} steps of progress\n`,
    );
    const into = join(folder, `archive-into-${entries}`);
    await mkdir(into);
    const taken = await run('take', archive, into);
    if (from === seededIn)
      report(`archive taken in, ${shown} entries`, taken.millis, committed, 'as many made and committed');
    else report(`archive taken in, ${shown} entries`, taken.millis, written.millis, 'written');
    reportMemory('  most memory, writing', written.megabytes, most.written ?? written.megabytes, 'at 10,000');
    reportMemory('  most memory, taking in', taken.megabytes, most.taken ?? taken.megabytes, 'at 10,000');
    most.written ??= written.megabytes;
    most.taken ??= taken.megabytes;
    const again = await run('write', into, join(folder, `archive-again-${entries}.zip`));
    if (again.sha256 !== written.sha256) throw new Error('The archive of the new vault is another one');
  }
}
