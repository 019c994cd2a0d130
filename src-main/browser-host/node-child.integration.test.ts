import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Child } from '../processes/child.ts';
import { CHILD_ENTRIES, createNodeSpawn } from './node-child.ts';

const ECHO = `
process.on('message', (message) => {
  if (message === 'leave') process.exit(7);
  process.send(message === 'flags' ? process.execArgv : message);
});
`;
let folder: string;
let child: Child;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daygrove-child-'));
  const entry = join(folder, 'echo.mjs');
  writeFileSync(entry, ECHO);
  child = createNodeSpawn({ storage: entry, import: join(folder, 'missing.mjs') })('storage');
});
afterEach(() => {
  child.kill();
  rmSync(folder, { recursive: true });
});

const nextMessage = (of: Child): Promise<unknown> => new Promise((resolve) => of.onMessage(resolve));
const exitOf = (of: Child): Promise<number | null> => new Promise((resolve) => of.onExit(resolve));

describe('a child of plain Node', () => {
  it('gets and sends values with bytes', async () => {
    const message = { text: 'ä 🌱', bytes: new Uint8Array([0, 255]), list: [1.5, null, true] };
    const answer = nextMessage(child);
    child.post(message);
    expect(await answer).toEqual(message);
    expect(child.pid).toBeGreaterThan(0);
  });

  it('runs with the host’s own Node flags', async () => {
    const answer = nextMessage(child);
    child.post('flags');
    expect(await answer).toEqual(process.execArgv);
  });

  it('tells how it ended, and takes no harm from what is posted after', async () => {
    const exit = exitOf(child);
    child.post('leave');
    expect(await exit).toBe(7);
    child.post('late');
    child.kill();
  });

  it('ends at once when it is killed', async () => {
    const exit = exitOf(child);
    child.kill();
    expect(await exit).toBeNull();
  });

  it('tells when its code cannot be run', async () => {
    const broken = createNodeSpawn({ storage: '', import: join(folder, 'missing.mjs') })('import');
    expect(await exitOf(broken)).toBe(1);
  });

  it('writes nothing to the host’s output, whatever goes wrong in it', async () => {
    const loud = join(folder, 'loud.mjs');
    writeFileSync(loud, `console.error('what I wrote today'); console.log('what I wrote today'); process.abort();`);
    const host = join(folder, 'host.mjs');
    const here = JSON.stringify(join(import.meta.dirname, 'node-child.ts'));
    writeFileSync(
      host,
      `const { createNodeSpawn } = await import(${here});
       createNodeSpawn({ storage: ${JSON.stringify(loud)}, import: '' })('storage').onExit(() => console.log('ended'));`,
    );
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [host]);
    expect(stdout).toBe('ended\n');
    expect(stderr).toBe('');
  });

  it('is the code of this repository', () => {
    expect(existsSync(CHILD_ENTRIES.source.storage)).toBe(true);
    expect(existsSync(CHILD_ENTRIES.source.import)).toBe(true);
  });
});
