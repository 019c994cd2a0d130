import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import type { ArchiveRun } from './archive-run.ts';
import { report } from './measure.ts';

const here = (path: string): string => resolve(import.meta.dirname, path);

/** Each step in a process of its own, so that the most memory it ever had can be told. */
async function run<T>(script: string, ...args: readonly string[]): Promise<T> {
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...args]);
  return JSON.parse(stdout) as T;
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

const SIZES = [10_000, 100_000] as const;

/**
 * Exports of ten thousand and of a hundred thousand entries, and an archive of them taken into a new vault and written out of it again, by time and by memory at ten times as
 * many. Main alone gets pages that are made when it asks for them; the vault's own figures are of one process that reads, keeps and writes.
 */
export async function benchArchive(folder: string): Promise<void> {
  const least = new Map<string, number>();
  const reportMemory = (name: string, megabytes: number): void => {
    const base = least.get(name) ?? megabytes;
    least.set(name, base);
    const ratio = `${(megabytes / base).toFixed(2).padStart(6)} x`;
    process.stdout.write(
      `${`  most memory, ${name}`.padEnd(42)} ${megabytes.toFixed(0).padStart(9)} MB   ${ratio}   at 10,000 (${base.toFixed(0)} MB)\n`,
    );
  };
  for (const entries of SIZES) {
    const shown = entries.toLocaleString('en');
    const archive = join(folder, `archive-${entries}.zip`);
    const child = here('../src-main/features/exports/testing/memory-child.ts');
    const made = (
      format: string,
      path: string,
      ...more: readonly string[]
    ): Promise<{ megabytes: number; millis: number }> => run(child, format, String(entries), path, ...more);
    const main = await made('archive', archive);
    report(`archive by main alone, ${shown} entries`, main.millis, main.millis, 'itself');
    reportMemory('main alone, growth', main.megabytes);
    const other = join(folder, 'other.zip');
    const withFiles = await made('archive', other, 'with files');
    report(`  with as many files`, withFiles.millis, main.millis, 'without');
    reportMemory('with as many files, growth', withFiles.megabytes);
    const markdown = await made('markdown', other);
    report(`Markdown by main alone, ${shown} entries`, markdown.millis, main.millis, 'archive');
    reportMemory('Markdown, growth', markdown.megabytes);
    await rm(other);

    const into = join(folder, `archive-into-${entries}`);
    await mkdir(into);
    const steps = here('archive-run.ts');
    const taken = await run<ArchiveRun>(steps, 'take', archive, into);
    const written = await run<ArchiveRun>(steps, 'write', into, join(folder, 'again.zip'));
    report(`archive taken in, ${shown} entries`, taken.millis, written.millis, 'written');
    reportMemory('taking in', taken.megabytes);
    report(`archive written, ${shown} entries`, written.millis, written.indexMillis, 'every record opened once');
    reportMemory('writing', written.megabytes);
    if (written.sha256 !== (await sha256Of(archive))) throw new Error('The archive of the new vault is another one');
    await rm(into, { recursive: true });
  }
}
