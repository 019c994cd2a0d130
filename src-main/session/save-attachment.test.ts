import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ATTACHMENT_PIECE_BYTES } from '../../src-shared/contract/attachments.ts';
import { err, ok } from '../../src-shared/result.ts';
import { fileNameOf, saveAttachment, type SaveAttachmentOptions } from './save-attachment.ts';

const ID = '7b0c3f3e-55f1-4a52-9c39-0d4e1a2b3c4d';
const bytes = new Uint8Array(ATTACHMENT_PIECE_BYTES + 9).map((_, index) => index % 251);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daygrove-save-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** A vault with one file, of which as many pieces are there as `pieces` says. */
function vaultWith(name: string, pieces = 2): SaveAttachmentOptions['storage'] {
  const attachment = { id: ID, name, type: 'text/plain', size: bytes.byteLength, width: null, height: null };
  return {
    channel: ((channel: string, input: { index?: number }) => {
      if (channel === 'attachments.get') return Promise.resolve(ok({ attachment, thumbnail: null }));
      const start = (input.index ?? 0) * ATTACHMENT_PIECE_BYTES;
      const piece = bytes.slice(start, start + ATTACHMENT_PIECE_BYTES);
      return Promise.resolve((input.index ?? 0) < pieces ? ok({ bytes: piece }) : err('not-found'));
    }) as SaveAttachmentOptions['storage']['channel'],
  };
}

describe('a copy of a file', () => {
  it('is written byte by byte where the person says, under a name that is one everywhere', async () => {
    const asked: string[] = [];
    const choosePath = (name: string): Promise<string> => {
      asked.push(name);
      return Promise.resolve(join(folder, 'chosen.txt'));
    };
    expect(await saveAttachment(ID, { storage: vaultWith('../../notes:?.txt'), choosePath })).toEqual(
      ok({ isSaved: true }),
    );
    expect(asked).toEqual(['notes .txt']);
    expect(new Uint8Array(await readFile(join(folder, 'chosen.txt')))).toEqual(bytes);
  });

  it('is not written where the person chose nothing', async () => {
    const choosePath = (): Promise<null> => Promise.resolve(null);
    expect(await saveAttachment(ID, { storage: vaultWith('a'), choosePath })).toEqual(ok({ isSaved: false }));
  });

  it('is not there at all where a piece of it is missing, or its folder is gone', async () => {
    const choosePath = (): Promise<string> => Promise.resolve(join(folder, 'half.txt'));
    expect(await saveAttachment(ID, { storage: vaultWith('a', 1), choosePath })).toEqual(err('not-found'));
    expect(await readdir(folder)).toEqual([]);
    const nowhere = (): Promise<string> => Promise.resolve(join(folder, 'gone', 'a.txt'));
    expect(await saveAttachment(ID, { storage: vaultWith('a'), choosePath: nowhere })).toEqual(err('file-not-written'));
  });
});

describe('the name of a copy', () => {
  it.each([
    ['garden.jpg', 'garden.jpg'],
    ['/etc/passwd', 'etc passwd'],
    ['..\\..\\x', 'x'],
    ['CON', 'file CON'],
    ['nul.txt', 'file nul.txt'],
    ['', 'file'],
    ['...', 'file'],
    ['a\u0000b\u202Egpj.exe', 'a b gpj.exe'],
    ['  Übersicht 漢.png ', 'Übersicht 漢.png'],
  ])('%j is %j', (name, expected) => expect(fileNameOf(name)).toBe(expected));
});
