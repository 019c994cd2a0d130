import { describe, expect, it, vi } from 'vitest';
import { IMPORT_PIECE_BYTES } from '../../src-shared/contract/imports.ts';
import { AppFailure } from '../../src-shared/result.ts';
import type { FromImport, ToImport } from '../import-process/protocol.ts';
import { ImportReading, type ImportReadingOptions } from './import-reading.ts';

const FILES = [{ path: 'a.zip', size: 10_000_000, modifiedAt: null }];

function start(more: Partial<ImportReadingOptions> = {}) {
  const sent: ToImport[] = [];
  let hear: (message: FromImport) => void = () => {};
  let exit: (code: number | null) => void = () => {};
  let killed = 0;
  const wanted: unknown[] = [];
  const reading = new ImportReading({
    child: {
      post: (message) => void sent.push(message as ToImport),
      onMessage: (listener) => (hear = listener),
      onExit: (listener) => (exit = listener),
      kill: () => (killed += 1),
      pid: 1,
    },
    files: FILES,
    withMedia: true,
    onWanted: (each) => void wanted.push(each),
    onBatch: async () => false,
    onCrash: () => 'abcd',
    ...more,
  });
  return {
    reading,
    sent,
    wanted,
    hear: (message: FromImport) => hear(message),
    exit: (code: number | null) => exit(code),
    get killed() {
      return killed;
    },
  };
}

describe('one reading of the chosen files', () => {
  it('goes from the format over the batches to the end, and ends its process', async () => {
    const batches: unknown[] = [];
    const run = start({
      onBatch: async (items, format) => {
        batches.push([format, items.length]);
        return true;
      },
    });
    expect(run.sent).toEqual([{ type: 'parse', files: FILES, withMedia: true }]);
    run.hear({ type: 'recognised', format: 'day-one' });
    run.hear({ type: 'batch', items: [] });
    await vi.waitFor(() => expect(run.sent.at(-1)).toEqual({ type: 'next', wantsMedia: true }));
    run.hear({ type: 'end', problems: [], problemTallies: [] });
    expect(await run.reading.result).toEqual({
      ok: true,
      value: { format: 'day-one', problems: { problems: [], problemTallies: [] } },
    });
    expect(batches).toEqual([['day-one', 0]]);
    expect(run.killed).toBe(1);
  });

  it('asks for parts of what was chosen, and for nothing else', () => {
    const run = start();
    const read = (part: Partial<Extract<FromImport, { type: 'read' }>>): void =>
      run.hear({ type: 'read', readId: 1, file: 0, offset: 0, length: 100, ...part });
    read({ readId: 7, offset: 9_999_900 });
    expect(run.wanted).toEqual([{ readId: 7, file: 0, offset: 9_999_900, length: 100 }]);
    for (const part of [
      { file: 1 },
      { file: -1 },
      { offset: -1 },
      { offset: 9_999_901 },
      { length: 0 },
      { length: IMPORT_PIECE_BYTES + 1 },
    ]) {
      read(part);
      expect(run.sent.at(-1)).toEqual({ type: 'piece', readId: 1, bytes: null });
    }
    expect(run.wanted).toHaveLength(1);
    run.reading.answer(8, new Uint8Array(1));
    run.reading.answer(7, new Uint8Array(100));
    run.reading.answer(7, new Uint8Array(100));
    expect(run.sent.slice(-1)).toEqual([{ type: 'piece', readId: 7, bytes: new Uint8Array(100) }]);
    expect(run.sent.filter(({ type }) => type === 'piece')).toHaveLength(7);
    run.reading.cancel();
  });

  it('ends a parser that says nothing, but not one that is kept waiting', async () => {
    vi.useFakeTimers();
    try {
      const run = start({ silenceMs: 1000 });
      run.hear({ type: 'read', readId: 1, file: 0, offset: 0, length: 1 });
      // The page is slow: a file on a drive that has to wake up.
      await vi.advanceTimersByTimeAsync(60_000);
      expect(run.killed).toBe(0);
      run.reading.answer(1, new Uint8Array(1));
      await vi.advanceTimersByTimeAsync(1001);
      expect(await run.reading.result).toMatchObject({ ok: false, error: { code: 'import-damaged' } });
      expect(run.killed).toBe(1);
    } finally {
      vi.useRealTimers();
    }
  });

  it('ends where the page that holds the files is gone', async () => {
    const run = start({ pageSilenceMs: 5 });
    run.hear({ type: 'read', readId: 1, file: 0, offset: 0, length: 1 });
    expect(await run.reading.result).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(run.killed).toBe(1);
  });

  it('calls the file too much for a process that had begun to read it, whatever its end is called', async () => {
    const run = start();
    run.hear({ type: 'recognised', format: 'jrnl' });
    run.exit(133);
    expect(await run.reading.result).toMatchObject({ ok: false, error: { code: 'import-damaged' } });
  });

  it.each([
    ['a signal', null, 'import-damaged'],
    ['a code', 1, 'internal'],
  ] as const)('says what became of a process that ended with %s', async (_how, code, expected) => {
    const run = start();
    run.exit(code);
    expect(await run.reading.result).toMatchObject({ ok: false, error: { code: expected } });
  });

  it('ends with what a batch could not be written for', async () => {
    const run = start({ onBatch: () => Promise.reject(new AppFailure('disk-full')) });
    run.hear({ type: 'recognised', format: 'jrnl' });
    run.hear({ type: 'batch', items: [] });
    expect(await run.reading.result).toMatchObject({ ok: false, error: { code: 'disk-full' } });
    expect(run.killed).toBe(1);
  });

  it('is over when it was cancelled, whatever comes then', async () => {
    const run = start();
    run.reading.cancel();
    run.hear({ type: 'failed', code: 'import-damaged' });
    run.exit(null);
    expect(await run.reading.result).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(run.killed).toBe(1);
  });
});
