import { ENGLISH, GERMAN } from '../testing/english-words.ts';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppFailure, err, ok } from '../../src-shared/result.ts';
import type { WorkProgress } from '../../src-shared/contract/events.ts';
import { idOf, MemorySource } from '../features/exports/testing/memory-source.ts';
import type { ArchiveSource } from '../features/exports/paged-source.ts';
import { writeOutside } from '../files/outside-file.ts';
import { HalfWritten } from '../profile/half-written.ts';
import { exportName } from './export-names.ts';
import { ExportSession, type ExportSessionOptions } from './export-session.ts';

let folder: string;
let out: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daygrove-export-'));
  out = await mkdtemp(join(tmpdir(), 'daygrove-export-out-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
  await rm(out, { recursive: true, force: true });
});

const ALL = { from: null, to: null, tag: null, withMedia: true };
const NOTHING = { entries: 0, habits: 0, checkIns: 0, media: 0, inTrash: 0 };
const ESTIMATE = {
  ...NOTHING,
  allMedia: 0,
  allMediaBytes: 0,
  mediaBytes: 0,
  pictures: 0,
  pictureBytes: 0,
  firstDay: null,
  lastDay: null,
};

interface World {
  readonly session: ExportSession;
  readonly progress: WorkProgress[];
  readonly busy: boolean[];
  readonly logged: unknown[];
  readonly asked: string[];
  isUnlocked: boolean;
}

function world(source: object, options: Partial<ExportSessionOptions> = {}): World {
  const seen = {
    progress: [] as WorkProgress[],
    busy: [] as boolean[],
    logged: [] as unknown[],
    asked: [] as string[],
  };
  const state = { isUnlocked: true };
  const session = new ExportSession({
    storage: { channel: (async () => ok(ESTIMATE)) as unknown as ExportSessionOptions['storage']['channel'] },
    session: {
      get unlocked() {
        return state.isUnlocked;
      },
      heed: (result) => result,
    },
    openSource: () => source as ArchiveSource,
    choosePath: async (name) => {
      seen.asked.push(name);
      return join(out, name);
    },
    renderPdf: null,
    now: () => Date.parse('2026-11-25T20:00:00Z'),
    today: async () => '2026-11-25',
    locale: 'en-GB',
    words: () => ENGLISH,
    remember: new HalfWritten(folder).remember,
    onProgress: (progress) => seen.progress.push(progress),
    onBusy: (isBusy) => seen.busy.push(isBusy),
    log: (...line) => void seen.logged.push(line),
    newLogId: () => 'a1b2c3d4',
    ...options,
  });
  return {
    session,
    ...seen,
    set isUnlocked(isUnlocked: boolean) {
      state.isUnlocked = isUnlocked;
    },
    get isUnlocked() {
      return state.isUnlocked;
    },
  };
}

const small = (): MemorySource => new MemorySource().entry(idOf(1), '2026-11-25', 'First frost.');

/** A source that gives entries until it is told otherwise. */
function endless(atEntry: (count: number) => void | Promise<void>): MemorySource {
  const source = small();
  source.records = async function* () {
    for (let count = 1; ; count += 1) {
      await atEntry(count);
      const fields = { day: '2026-11-25', createdAt: count, zone: 'UTC', body: `Quindlefrost ${'x'.repeat(4000)}` };
      yield { id: idOf(count), type: 'entry', deleted: false, writtenAt: 1, fields };
    }
  };
  return source;
}

async function expectNothingLeft(): Promise<void> {
  expect(await readdir(out)).toEqual([]);
  expect(await readdir(folder)).toEqual([]);
}

describe('an export', () => {
  it('writes one file where the person said, for its owner only, and says what is in it', async () => {
    const { session, asked, busy, progress } = world(small());
    const result = await session.handlers['exports.run']({ ...ALL, format: 'json' });
    const path = join(out, 'Daygrove 2026-11-25.json');
    expect(result).toEqual(
      ok({ isSaved: true, path, bytes: (await stat(path)).size, counts: { ...NOTHING, entries: 1 }, skipped: [] }),
    );
    expect(asked).toEqual(['Daygrove 2026-11-25.json']);
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ entries: [{ body: 'First frost.' }] });
    const isPosix = process.platform !== 'win32';
    expect(isPosix ? (await stat(path)).mode & 0o777 : 0o600).toBe(0o600);
    expect(busy).toEqual([true, false]);
    expect(progress.at(-1)).toMatchObject({ work: 'export' });
    expect(await readdir(out)).toEqual(['Daygrove 2026-11-25.json']);
    expect(await readdir(folder)).toEqual([]);
  });

  it('is nothing where the person chose nothing', async () => {
    const { session, busy } = world(small(), { choosePath: async () => null });
    const result = await session.handlers['exports.run']({ ...ALL, format: 'json' });
    expect(result).toMatchObject({ ok: true, value: { isSaved: false, path: null } });
    expect(busy).toEqual([]);
    await expectNothingLeft();
  });

  it('needs an open vault, and a PDF something that makes it', async () => {
    const locked = world(small());
    locked.isUnlocked = false;
    expect(await locked.session.handlers['exports.run']({ ...ALL, format: 'json' })).toEqual(err('vault-locked'));
    const { session, asked } = world(small());
    expect(await session.handlers['exports.run']({ ...ALL, format: 'book-pdf' })).toEqual(err('pdf-unavailable'));
    expect(asked).toEqual([]);
    await expectNothingLeft();
  });

  it('takes the place of an older file only when it is whole', async () => {
    const path = join(out, 'mine.json');
    await writeFile(path, 'older');
    const choosePath = async (): Promise<string> => path;
    const failing = world(
      endless((count) => {
        if (count === 50) throw new AppFailure('storage-stopped');
      }),
      { choosePath },
    );
    expect(await failing.session.handlers['exports.run']({ ...ALL, format: 'json' })).toEqual(err('storage-stopped'));
    expect(await readFile(path, 'utf8')).toBe('older');
    expect(await readdir(out)).toEqual(['mine.json']);
    const { session } = world(small(), { choosePath });
    expect(await session.handlers['exports.run']({ ...ALL, format: 'json' })).toMatchObject({ ok: true });
    expect(await readFile(path, 'utf8')).toContain('First frost.');
  });
});

const FORMATS = ['markdown', 'json', 'book-html'] as const;

describe('an export that does not come to its end leaves nothing', () => {
  it.each(FORMATS)('cancelled in the middle: %s', async (format) => {
    const { promise: reached, resolve } = Promise.withResolvers<void>();
    const { session } = world(
      endless(async (count) => {
        if (count !== 30) return;
        resolve();
        await new Promise(setImmediate);
      }),
    );
    const work = session.handlers['exports.run']({ ...ALL, format });
    await reached;
    expect(await session.handlers['exports.cancel']({})).toEqual(ok({}));
    expect(await work).toEqual(err('cancelled'));
    await expectNothingLeft();
  });

  it('ended by a lock', async () => {
    const locked: World = world(
      endless((count) => {
        if (count !== 30) return;
        locked.isUnlocked = false;
        void locked.session.cancel();
      }),
    );
    expect(await locked.session.handlers['exports.run']({ ...ALL, format: 'json' })).toEqual(err('vault-locked'));
    await expectNothingLeft();
  });

  it('ended by a lock while the person was still asked where', async () => {
    const { promise: asked, resolve } = Promise.withResolvers<void>();
    const later = Promise.withResolvers<string>();
    const { session, busy } = world(small(), {
      choosePath: () => {
        resolve();
        return later.promise;
      },
    });
    const work = session.handlers['exports.run']({ ...ALL, format: 'json' });
    await asked;
    await session.cancel();
    expect(await work).toEqual(err('cancelled'));
    later.resolve(join(out, 'late.json'));
    await new Promise(setImmediate);
    expect(busy).toEqual([]);
    await expectNothingLeft();
  });

  it('ended by another one', async () => {
    const { promise: reached, resolve } = Promise.withResolvers<void>();
    let source: object = endless((count) => {
      if (count === 30) resolve();
    });
    const { session } = world(small(), { openSource: () => source as ArchiveSource });
    const first = session.handlers['exports.run']({ ...ALL, format: 'json' });
    await reached;
    source = small();
    expect(await session.handlers['exports.run']({ ...ALL, format: 'markdown' })).toMatchObject({ ok: true });
    expect(await first).toEqual(err('cancelled'));
    expect(await readdir(out)).toEqual(['Daygrove Markdown 2026-11-25.zip']);
  });

  it('by a folder that is not there, or takes nothing', async () => {
    const { session } = world(small(), { choosePath: async () => join(out, 'gone', 'a.json') });
    expect(await session.handlers['exports.run']({ ...ALL, format: 'json' })).toEqual(err('file-not-written'));
    const refused = world(small(), {
      choosePath: () => Promise.reject(Object.assign(new Error('no'), { code: 'EACCES', syscall: 'mkdir' })),
    });
    expect(await refused.session.handlers['exports.run']({ ...ALL, format: 'json' })).toEqual(err('file-not-written'));
    await expectNothingLeft();
  });

  it('by an error that nobody knows, and tells nothing of what was written', async () => {
    const { session, logged } = world(
      endless((count) => {
        if (count === 20) throw new Error('Quindlefrost is what she wrote');
      }),
    );
    expect(await session.handlers['exports.run']({ ...ALL, format: 'markdown' })).toEqual(
      err('internal', { logId: 'a1b2c3d4' }),
    );
    expect(JSON.stringify(logged)).not.toContain('Quindlefrost');
    await expectNothingLeft();
  });

  // The one device that is always full.
  it.skipIf(process.platform !== 'linux')('by a disk that is full', async () => {
    const full = Object.assign(new Error('full'), { code: 'ENOSPC', syscall: 'write' });
    await expect(
      writeOutside(
        join(out, 'a.json'),
        async (sink) => {
          await sink(new Uint8Array(2 * 1024 * 1024));
          throw full;
        },
        { remember: new HalfWritten(folder).remember },
      ),
    ).rejects.toBe(full);
    await expectNothingLeft();
    const { session } = world(
      endless((count) => {
        if (count === 20) throw full;
      }),
    );
    expect(await session.handlers['exports.run']({ ...ALL, format: 'json' })).toEqual(err('disk-full'));
    await expectNothingLeft();
  });
});

describe('what a killed process left half written', () => {
  it('is removed by the next start, and nothing of another name', async () => {
    const half = join(out, '.daygrove-0123456789abcdef.part');
    const other = join(out, 'diary.txt');
    await writeFile(half, 'Quindlefr');
    await writeFile(other, 'mine');
    const before = new HalfWritten(folder);
    await before.remember(half);
    expect(await readdir(folder)).toEqual(['half-written.json']);
    await new HalfWritten(folder).remove();
    expect(await readdir(out)).toEqual(['diary.txt']);
    await before.remember(other);
    await new HalfWritten(folder).remove();
    expect(await readdir(out)).toEqual(['diary.txt']);
    expect(await readdir(folder)).toEqual([]);
    for (const text of ['no json', '{"paths": 1}']) {
      await writeFile(join(folder, 'half-written.json'), text);
      await new HalfWritten(folder).remove();
      expect(await readdir(folder)).toEqual([]);
    }
  });

  it('is removed when its disk is there again, also where another export was written meanwhile', async () => {
    const stick = join(out, 'stick');
    const away = join(out, 'away');
    const paths = ['a', 'b'].map((digit) => join(stick, `.daygrove-${digit.repeat(16)}.part`));
    await mkdir(stick);
    const before = new HalfWritten(folder);
    for (const path of paths) {
      await writeFile(path, 'Quindlefr');
      await before.remember(path);
    }
    // Killed; the disk is pulled out. One place of it is left as an empty folder.
    await rename(stick, away);
    for (const isMounted of [false, true]) {
      if (isMounted) await mkdir(stick);
      const now = new HalfWritten(folder);
      await now.remove();
      const forget = await now.remember(join(out, '.daygrove-cccccccccccccccc.part'));
      await forget();
    }
    await rm(stick, { recursive: true });
    await rename(away, stick);
    await new HalfWritten(folder).remove();
    expect(await readdir(stick)).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
  });

  it('is forgotten where somebody has removed it', async () => {
    await writeFile(join(out, 'diary.txt'), 'mine');
    await new HalfWritten(folder).remember(join(out, '.daygrove-0123456789abcdef.part'));
    await new HalfWritten(folder).remove();
    expect(await readdir(folder)).toEqual([]);
  });

  it('stays remembered by an export whose disk goes away under it', async () => {
    const stick = join(out, 'stick');
    await mkdir(stick);
    const gone = Object.assign(new Error('gone'), { code: 'EIO', syscall: 'write' });
    await expect(
      writeOutside(
        join(stick, 'a.json'),
        async () => {
          await rename(stick, join(out, 'away'));
          throw gone;
        },
        { remember: new HalfWritten(folder).remember },
      ),
    ).rejects.toBe(gone);
    await rename(join(out, 'away'), stick);
    expect(await readdir(stick)).toHaveLength(1);
    await new HalfWritten(folder).remove();
    expect(await readdir(stick)).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('the name of an export', () => {
  const name = (format: Parameters<typeof exportName>[0]['format'], change: object = {}, words = ENGLISH): string =>
    exportName({
      say: words.say,
      format,
      selection: { from: null, to: null, tag: null, ...change },
      today: '2026-11-25',
      isFolder: false,
    });
  it.each([
    [name('archive'), 'Daygrove archive 2026-11-25.zip'],
    [name('markdown', { from: '2026-01-01', to: '2026-12-31' }), 'Daygrove Markdown 2026-01-01 to 2026-12-31.zip'],
    [name('book-pdf', { tag: 'a/b: c' }), 'Daygrove book a b c 2026-11-25.pdf'],
    [name('book-html', { to: '2020-01-01' }), 'Daygrove book beginning to 2020-01-01.html'],
    [name('markdown', { to: '2026-12-31' }, GERMAN), 'Daygrove Markdown Anfang bis 2026-12-31.zip'],
    [name('csv', {}, GERMAN), 'Daygrove-Gewohnheiten 2026-11-25.zip'],
    [name('loop-backup'), 'Loop Habits Backup 2026-11-25.db'],
    [name('loop-csv'), 'Loop Habits CSV 2026-11-25.zip'],
  ])('%s', (given, expected) => expect(given).toBe(expected));
});
