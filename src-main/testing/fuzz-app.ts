/** For tests: the real application with its real child processes, called as a page would that sends anything, and watched while it answers. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { contract, type Channel } from '../../src-shared/contract/index.ts';
import { ERROR_CODES } from '../../src-shared/result.ts';
import type { AppOptions } from '../app.ts';
import { createNodeSpawn } from '../browser-host/node-child.ts';
import type { App } from '../host.ts';
import { mutated } from './hostile-values.ts';
import { arbitraryOf } from './schema-arbitrary.ts';
import { openTestApp, TEST_ORIGIN, TESTED_CHILDREN, type TestApp } from './test-app.ts';

export const CHANNELS = Object.keys(contract) as readonly Channel[];

/** Milliseconds after which a call counts as one that is never answered. */
const LONGEST_ANSWER_MS = 60_000;
const MOST_KNOWN_IDS = 200;

export type Payloads = 'valid' | 'mutated' | 'random';

export interface Answer {
  readonly channel: Channel;
  /** `ok`, or the error's code. */
  readonly code: string;
  /** Of `internal`: what the log says of it, so that a run in which it happened tells where. */
  readonly logLine?: string;
}

export interface FuzzApp extends TestApp {
  /** Sends one made payload, and checks the form of what comes back. Throws where that is no result of the closed set. */
  readonly send: (channel: Channel, payloads: Payloads, seed: number) => Promise<Answer>;
  /** Children that ended without having been told to, as `kind code`. */
  readonly deaths: readonly string[];
  /** The present storage process. */
  readonly storagePid: () => number | undefined;
}

let known: string[] = [];

/** Made once: some of them take long. */
const made = new Map<Channel, Readonly<Record<Payloads, fc.Arbitrary<unknown>>>>(
  CHANNELS.map((channel) => {
    const valid = arbitraryOf(contract[channel].input, () => known);
    const random = fc.anything({ withBigInt: true, withDate: true, withTypedArray: true });
    return [channel, { valid, mutated: mutated(valid), random }];
  }),
);

/** Ids in an answer, so that later calls find something. */
function* idsIn(value: unknown): Generator<string> {
  if (typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value)) yield value;
  if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value))
    for (const part of Object.values(value)) yield* idsIn(part);
}

async function within<T>(answer: Promise<T>, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_settle, fail) => {
    timer = setTimeout(() => fail(new Error(`${what} was never answered.`)), LONGEST_ANSWER_MS);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** @param outside a folder that exports may be written to, and that stands for the chosen folder of backups */
export async function openFuzzApp(folder: string, outside: string, options: Partial<AppOptions>): Promise<FuzzApp> {
  const deaths: string[] = [];
  let storagePid: number | undefined;
  const spawn = createNodeSpawn(TESTED_CHILDREN);
  const opened = await openTestApp(folder, {
    spawnChild: (kind) => {
      const child = spawn(kind);
      let isTold = false;
      if (kind === 'storage') storagePid = child.pid;
      child.onExit((code) => {
        if (!isTold && code !== 0) deaths.push(`${kind} ${String(code)}`);
      });
      const kill = (): void => {
        isTold = true;
        child.kill();
      };
      return { post: child.post, onMessage: child.onMessage, onExit: child.onExit, pid: child.pid, kill };
    },
    choosePath: async (name) => join(outside, name.replaceAll(/\d/g, '0')),
    chooseFolder: async () => outside,
    openLink: async () => false,
    ...options,
  });
  const { app, client } = opened;
  // The page gives an import its files; this one has none.
  client.on('imports.wanted', ({ importId, readId }) => {
    void client.invoke('imports.piece', { importId, readId, bytes: null });
  });

  known = [];

  return {
    ...opened,
    deaths,
    storagePid: () => storagePid,
    async send(channel, payloads, seed) {
      const [payload] = fc.sample(made.get(channel)![payloads], { seed, numRuns: 1 });
      const result: unknown = await within(call(app, channel, payload), channel);
      const code = codeOf(result);
      if (code === null) throw new Error(`${channel} answered with what is no result.`);
      if (code === 'ok') {
        known.push(...idsIn(result));
        known.splice(0, known.length - MOST_KNOWN_IDS);
      }
      if (code !== 'internal') return { channel, code };
      const { logId } = (result as { error: { logId?: string } }).error;
      const lines = readFileSync(join(folder, 'logs', 'daygrove.log'), 'utf8').split('\n');
      return { channel, code, logLine: lines.find((line) => line.includes(`logId=${String(logId)}`)) ?? '' };
    },
  };
}

/** As a host hands it over: what structured clone made of the page's value. */
function call(app: App, channel: string, payload: unknown): Promise<unknown> {
  return app.handle({ origin: TEST_ORIGIN, isMainFrame: true, page: 'main' }, channel, structuredClone(payload));
}

/** `ok`, the code of an error, or null where this is neither of the two forms. */
function codeOf(result: unknown): string | null {
  if (typeof result !== 'object' || result === null || !('ok' in result)) return null;
  if (result.ok === true) return Object.keys(result).toSorted().join() === 'ok,value' ? 'ok' : null;
  if (!('error' in result) || Object.keys(result).toSorted().join() !== 'error,ok') return null;
  const error = result.error as Record<string, unknown>;
  const isClosed = Object.keys(error).every((key) => ['code', 'retryAfterMs', 'logId'].includes(key));
  return isClosed && (ERROR_CODES as readonly unknown[]).includes(error['code']) ? String(error['code']) : null;
}

export interface Footprint {
  readonly files: number;
  readonly bytes: number;
}

/** What lies in a folder, all the way down. */
export function footprint(folder: string): Footprint {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const sizes = names.map((name) => statSync(join(folder, name), { throwIfNoEntry: false })).filter((file) => file?.isFile() === true); // prettier-ignore
  return { files: sizes.length, bytes: sizes.reduce((sum, file) => sum + (file?.size ?? 0), 0) };
}

/** Bytes of memory that a process holds, or null where the system does not say (anywhere but Linux). */
export function residentBytes(pid: number): number | null {
  if (process.platform !== 'linux') return null;
  const kilobytes = /^VmRSS:\s*(\d+) kB/m.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) * 1024;
}
