import { appendFileSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenedFile } from '../../src-shared/contract/opened-file.ts';
import { OpenedFileSession } from './opened-file-session.ts';

let folder: string;
let told: (OpenedFile | null)[];
let session: OpenedFileSession;
let mayRead: boolean;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daygrove-opened-'));
  told = [];
  mayRead = true;
  session = new OpenedFileSession(
    ({ file }) => told.push(file),
    () => mayRead,
  );
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, text = '0123456789'): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}
async function state(): Promise<OpenedFile | null> {
  const answer = await session.handlers['opened-file.state']({});
  return answer.ok ? answer.value.file : null;
}
async function piece(id: string, offset: number, length: number): Promise<string | null> {
  const answer = await session.handlers['opened-file.piece']({ id, offset, length });
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value.bytes === null ? null : Buffer.from(answer.value.bytes).toString();
}

describe('a file that was opened with Daygrove', () => {
  it.each([
    ['Daygrove archive 2026-11-26.daygrove', 'archive'],
    ['daygrove-a-b-2026.daygrove-backup', 'backup'],
    ['LOUD.DAYGROVE', 'archive'],
  ] as const)('is told by its name and kind, and never by its place: %s', async (name, kind) => {
    await session.offer(write(name));
    expect(told).toEqual([expect.objectContaining({ kind, name, size: 10 })]);
    expect(await state()).toEqual(told[0]);
    expect(JSON.stringify(told)).not.toContain(folder);
  });

  it('is read in parts, also after it was taken', async () => {
    await session.offer(write('a.daygrove'));
    const { id } = told[0]!;
    expect([await piece(id, 0, 4), await piece(id, 8, 4), await piece(id, 40, 4)]).toEqual(['0123', '89', '']);
    await session.handlers['opened-file.taken']({ id });
    expect(await state()).toBeNull();
    expect(await piece(id, 4, 4)).toBe('4567');
  });

  it('gives way to the next one', async () => {
    await session.offer(write('a.daygrove'));
    await session.offer(write('b.daygrove'));
    expect(await piece(told[0]!.id, 0, 4)).toBeNull();
    expect((await state())?.name).toBe('b.daygrove');
    // A page that begins with the first in that moment does not take the second.
    await session.handlers['opened-file.taken']({ id: told[0]!.id });
    expect((await state())?.name).toBe('b.daygrove');
  });

  it('is read no more when it was changed, moved or replaced', async () => {
    const path = write('a.daygrove');
    await session.offer(path);
    const { id } = told[0]!;
    utimesSync(path, 1000, 1000);
    expect(await piece(id, 0, 4)).toBeNull();
    await session.offer(path);
    appendFileSync(path, 'more');
    expect(await piece(told[1]!.id, 0, 4)).toBeNull();
    rmSync(path);
    expect(await piece(told[1]!.id, 0, 4)).toBeNull();
  });

  it('is no folder, no file of somebody else’s, and none that is not there', async () => {
    mkdirSync(join(folder, 'folder.daygrove'));
    for (const path of [
      join(folder, 'folder.daygrove'),
      write('diary.txt'),
      write('daygrove'),
      join(folder, 'gone.daygrove'),
    ]) {
      await session.offer(path);
    }
    expect([told, await state(), await piece('00000000-0000-4000-8000-000000000000', 0, 4)]).toEqual([[], null, null]);
  });

  it('is not read behind a lock, and its name is not known there any more', async () => {
    await session.offer(write('a.daygrove'));
    const { id } = told[0]!;
    await session.handlers['opened-file.taken']({ id });
    mayRead = false;
    expect(await piece(id, 0, 4)).toBeNull();
    session.forget();
    expect(told.at(-1)).toBeNull();
    mayRead = true;
    expect(await piece(id, 0, 4)).toBeNull();
  });

  it('that is offered to a locked app waits for the unlock', async () => {
    mayRead = false;
    await session.offer(write('a.daygrove'));
    const { id } = told[0]!;
    expect(await piece(id, 0, 4)).toBeNull();
    mayRead = true;
    expect((await state())?.id).toBe(id);
    expect(await piece(id, 0, 4)).toBe('0123');
  });
});
