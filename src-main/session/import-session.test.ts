import { randomUUID } from 'node:crypto';
import { expect, it, vi } from 'vitest';
import type { FromImport } from '../import-process/protocol.ts';
import { NO_COUNTS } from '../features/imports/records.ts';
import { ImportSession } from './import-session.ts';

const FILES = [{ path: 'a.zip', size: 10_000_000, modifiedAt: null }];
const CHOICES = { withoutJournals: [], journalAsTag: false, moods: [] };

it('heeds a cancel that comes while a run begins', async () => {
  const hearers: ((message: FromImport) => void)[] = [];
  const asked: string[] = [];
  let begin = (): void => {};
  const imports = new ImportSession({
    spawnChild: () => ({
      post: () => {},
      onMessage: (listener) => void hearers.push(listener as (message: FromImport) => void),
      onExit: () => {},
      kill: () => {},
      pid: 1,
    }),
    storage: {
      call: async (method: string) => {
        asked.push(method);
        if (method === 'import-begin') await new Promise<void>((resolve) => (begin = resolve));
        const counts = { takenBack: NO_COUNTS, kept: NO_COUNTS, found: NO_COUNTS, fresh: NO_COUNTS };
        return { ok: true, value: { format: 'day-one', left: 0, total: 0, ...counts } };
      },
    } as never,
    session: { unlocked: true, heed: (result: never) => result } as never,
    onBusy: () => {},
    onProgress: () => {},
    onWanted: () => {},
    onChanged: () => {},
    log: () => {},
    newLogId: () => 'x',
  });
  const importId = randomUUID();
  await imports.handlers['imports.open']({ importId, files: FILES });
  const preview = imports.handlers['imports.preview']({ importId });
  hearers[0]!({ type: 'recognised', format: 'day-one' });
  hearers[0]!({ type: 'end', problems: [], problemTallies: [] });
  expect((await preview).ok).toBe(true);
  const running = imports.handlers['imports.run']({ importId, choices: CHOICES });
  await vi.waitFor(() => expect(asked).toContain('import-begin'));
  await imports.handlers['imports.cancel']({ importId });
  begin();
  expect(await running).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  // No parser was started for it, and what there may be is taken back.
  expect(hearers).toHaveLength(1);
  expect(asked.at(-1)).toBe('import-take-back');
});
