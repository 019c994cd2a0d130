import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

/** Which of the words stand in a heap snapshot, whatever their case. Words of plain letters only: the snapshot escapes others. */
export function wordsIn(snapshot: string, words: readonly string[]): string[] {
  const text = snapshot.toLowerCase();
  return words.filter((word) => text.includes(word.toLowerCase()));
}

/** Everything that the scripts of this page can still reach, as V8 writes it down, after a full collection of garbage. */
export async function pageHeap(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false, captureNumericValue: false });
  await session.detach();
  return chunks.join('');
}

/** What a process of Node has to be started with for `processHeap`. */
export function heapFlags(folder: string): string[] {
  return ['--heapsnapshot-signal=SIGUSR2', `--diagnostic-dir=${folder}`];
}

/** The same of a process of Node. The snapshot is a file for a moment, in `folder`, which must be outside of what the marker search looks through. */
export async function processHeap(pid: number, folder: string): Promise<string> {
  const newest = (): string | undefined => readdirSync(folder).find((name) => name.endsWith('.heapsnapshot'));
  process.kill(pid, 'SIGUSR2');
  await expect.poll(newest, { timeout: 30_000 }).toBeDefined();
  const path = join(folder, newest()!);
  await expect.poll(() => readFileSync(path, 'utf8').trimEnd().endsWith('}'), { timeout: 30_000 }).toBe(true);
  const snapshot = readFileSync(path, 'utf8');
  rmSync(path);
  return snapshot;
}
