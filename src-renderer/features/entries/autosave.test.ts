import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Entry } from '../../../src-shared/contract/entries.ts';
import { err, ok } from '../../../src-shared/result.ts';
import type { ErrorCode, Result } from '../../../src-shared/result.ts';
import { createAutosave } from './autosave.ts';
import type { Draft, EntryChange } from './autosave.ts';

const ID = '00000000-0000-4000-8000-000000000001';
const DAY = '2026-11-22';

interface Call {
  readonly change: EntryChange;
  readonly answer: (result: 'ok' | ErrorCode) => Promise<void>;
}

function entryFrom(id: string, day: string, change: EntryChange): Entry {
  return {
    id,
    day,
    createdAt: '2026-11-22T08:14:00.000Z',
    zone: 'Europe/Vienna',
    updatedAt: '2026-11-22T08:14:00.000Z',
    body: change.body ?? '',
    mood: change.mood ?? null,
    tags: [],
    starred: false,
    title: '',
    location: '',
    ownTags: [],
    revision: 'r1',
    conflicts: 0,
  };
}

/** A disk that answers when the test says so, and everything the autosave told about it. */
function setUp() {
  const calls: Call[] = [];
  const drafts: (Draft | null)[] = [];
  const saved: Entry[] = [];
  const autosave = createAutosave({
    write: (id, day, change) =>
      new Promise<Result<Entry>>((resolve) => {
        calls.push({
          change,
          answer: async (result) => {
            resolve(result === 'ok' ? ok(entryFrom(id, day, change)) : err(result));
            await vi.advanceTimersByTimeAsync(0);
          },
        });
      }),
    onDraft: (_id, draft) => drafts.push(draft),
    onSaved: (entry) => saved.push(entry),
  });
  const last = (): Draft | null | undefined => drafts.at(-1);
  const call = (index: number): Call => {
    const found = calls[index];
    if (found === undefined) throw new Error(`There was no write ${String(index)}`);
    return found;
  };
  return { autosave, calls, call, saved, last };
}

describe('autosave', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('writes once, 400 ms after typing pauses, with the newest text', async () => {
    const { autosave, calls, call } = setUp();
    autosave.change(ID, DAY, { body: 'a' });
    await vi.advanceTimersByTimeAsync(300);
    autosave.change(ID, DAY, { body: 'ab' });
    await vi.advanceTimersByTimeAsync(399);
    expect(calls).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(calls).toHaveLength(1);
    expect(call(0).change).toEqual({ body: 'ab' });
  });

  it('writes at least every two seconds while typing never pauses', async () => {
    const { autosave, calls, call } = setUp();
    for (let key = 1; key <= 21; key += 1) {
      autosave.change(ID, DAY, { body: 'x'.repeat(key) });
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(calls).toHaveLength(1);
    expect(call(0).change.body).toHaveLength(20);
  });

  it('says saved only when the text shown was answered for', async () => {
    const { autosave, call, calls, last } = setUp();
    autosave.change(ID, DAY, { body: 'one' });
    expect(last()?.state).toBe('typing');
    await vi.advanceTimersByTimeAsync(400);
    expect(last()?.state).toBe('saving');
    autosave.change(ID, DAY, { body: 'one two' });
    await call(0).answer('ok');
    expect(last()).toMatchObject({ state: 'typing', unsaved: { body: 'one two' } });
    await vi.advanceTimersByTimeAsync(400);
    await call(1).answer('ok');
    expect(last()).toMatchObject({ state: 'saved', unsaved: {} });
    expect(calls).toHaveLength(2);
    expect(autosave.hasUnsaved()).toBe(false);
  });

  it('keeps one write in flight for each entry and follows it with the newest text', async () => {
    const { autosave, call, calls } = setUp();
    autosave.change(ID, DAY, { body: 'a' });
    await vi.advanceTimersByTimeAsync(400);
    autosave.change(ID, DAY, { body: 'ab' });
    await vi.advanceTimersByTimeAsync(400);
    autosave.change(ID, DAY, { body: 'abc' });
    await vi.advanceTimersByTimeAsync(400);
    expect(calls).toHaveLength(1);
    await call(0).answer('ok');
    expect(calls).toHaveLength(2);
    expect(call(1).change).toEqual({ body: 'abc' });
  });

  it('flush waits for the text typed during a write as well', async () => {
    const { autosave, call } = setUp();
    autosave.change(ID, DAY, { body: 'a' });
    await vi.advanceTimersByTimeAsync(400);
    autosave.change(ID, DAY, { body: 'ab' });
    const flushed = autosave.flush();
    await call(0).answer('ok');
    await call(1).answer('ok');
    await expect(flushed).resolves.toBe(true);
    expect(call(1).change).toEqual({ body: 'ab' });
  });

  it('merges text and mood into one write', async () => {
    const { autosave, call } = setUp();
    autosave.change(ID, DAY, { body: 'a' });
    autosave.change(ID, DAY, { mood: 4 });
    void autosave.flush(ID);
    expect(call(0).change).toEqual({ body: 'a', mood: 4 });
  });

  it('shows what is wrong and retries with back-off until it is written', async () => {
    const { autosave, call, calls, last, saved } = setUp();
    autosave.change(ID, DAY, { body: 'a' });
    await vi.advanceTimersByTimeAsync(400);
    await call(0).answer('disk-full');
    expect(last()).toMatchObject({ state: 'failed', error: { code: 'disk-full' }, unsaved: { body: 'a' } });
    autosave.change(ID, DAY, { body: 'ab' });
    expect(last()?.state).toBe('failed');
    await vi.advanceTimersByTimeAsync(1000);
    await call(1).answer('disk-full');
    await vi.advanceTimersByTimeAsync(1999);
    expect(calls).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1);
    await call(2).answer('ok');
    expect(last()).toMatchObject({ state: 'saved', error: null });
    expect(saved.at(-1)?.body).toBe('ab');
  });

  it('tries a failed write at once when it is flushed', async () => {
    const { autosave, call } = setUp();
    autosave.change(ID, DAY, { body: 'a' });
    await vi.advanceTimersByTimeAsync(400);
    await call(0).answer('disk-full');
    const flushed = autosave.flush();
    await call(1).answer('disk-full');
    await expect(flushed).resolves.toBe(false);
    expect(autosave.hasUnsaved()).toBe(true);
  });

  it('does not retry what only a change can cure, and tries again after the change', async () => {
    const { autosave, call, calls } = setUp();
    autosave.change(ID, DAY, { body: 'too long' });
    await vi.advanceTimersByTimeAsync(400);
    await call(0).answer('too-large');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(calls).toHaveLength(1);
    autosave.change(ID, DAY, { body: 'short' });
    await vi.advanceTimersByTimeAsync(400);
    expect(call(1).change).toEqual({ body: 'short' });
  });

  it('keeps the draft over a lock and writes it after the unlock', async () => {
    const { autosave, call, calls, last } = setUp();
    autosave.change(ID, DAY, { body: 'kept' });
    autosave.suspend();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(calls).toHaveLength(0);
    expect(autosave.hasUnsaved()).toBe(true);
    autosave.resume();
    expect(call(0).change).toEqual({ body: 'kept' });
    await call(0).answer('ok');
    expect(last()?.state).toBe('saved');
  });

  it('keeps the draft when the storage ends under the write', async () => {
    const { autosave, call, calls } = setUp();
    autosave.change(ID, DAY, { body: 'in flight' });
    await vi.advanceTimersByTimeAsync(400);
    autosave.suspend();
    await call(0).answer('storage-stopped');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(calls).toHaveLength(1);
    autosave.resume();
    expect(call(1).change).toEqual({ body: 'in flight' });
  });

  it('writes after an unlock that comes before the failed answer does', async () => {
    const { autosave, call } = setUp();
    autosave.change(ID, DAY, { body: 'slow answer' });
    await vi.advanceTimersByTimeAsync(400);
    autosave.suspend();
    autosave.resume();
    await call(0).answer('storage-stopped');
    await vi.advanceTimersByTimeAsync(1000);
    expect(call(1).change).toEqual({ body: 'slow answer' });
  });

  it('forgets what is discarded, also when its write was in flight', async () => {
    const { autosave, call, calls, last, saved } = setUp();
    autosave.change(ID, DAY, { body: 'a' });
    await vi.advanceTimersByTimeAsync(400);
    autosave.discard(ID);
    await call(0).answer('disk-full');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(calls).toHaveLength(1);
    expect(last()).toBeNull();
    expect(saved).toHaveLength(0);
    expect(autosave.hasUnsaved()).toBe(false);
  });
});
