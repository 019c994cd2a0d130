import { join, resolve } from 'node:path';
import type { BrowserContext } from '@playwright/test';

/** Beside what the marker search looks through: it holds what was typed, in clear. */
const EVIDENCE = resolve(import.meta.dirname, '../../test-results/evidence');

/**
 * The folder of a test for a trace (and, in Electron, a video) of it, where DAYGROVE_EVIDENCE asks for such things; null: nobody asked. Off unless somebody looks for a
 * fault, and never in CI: pictures hold what was typed.
 */
export function evidenceFolder(test: string, environment: NodeJS.ProcessEnv = process.env): string | null {
  if (!environment['DAYGROVE_EVIDENCE']) return null;
  return join(EVIDENCE, test.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80));
}

/** @returns writes the trace of this start of the app; `npx playwright show-trace FILE` shows it */
export async function traceStart(context: BrowserContext, folder: string, start: number): Promise<() => Promise<void>> {
  await context.tracing.start({ screenshots: true, snapshots: true });
  return () => context.tracing.stop({ path: join(folder, `start-${String(start)}.zip`) });
}
