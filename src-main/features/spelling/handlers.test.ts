import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { spellingContract } from '../../../src-shared/contract/spelling.ts';
import { value } from '../../testing/test-app.ts';
import { openTestVault, type TestVault } from '../../vault/testing/test-vault.ts';
import { spellingHandlers } from './handlers.ts';

let test: TestVault;

beforeEach(async () => {
  test = await openTestVault('2026-11-22T08:14:00Z');
});
afterEach(() => test.remove());

const spelling = () => spellingHandlers(test.vault);
const words = async (): Promise<readonly string[]> => value(await spelling()['spelling.words']({})).words.toSorted();

describe('the personal dictionary', () => {
  it('keeps words over a restart, as they were written', async () => {
    value(await spelling()['spelling.add']({ word: 'Quindlefrost' }));
    value(await spelling()['spelling.add']({ word: 'Übersternlaub' }));
    await test.reopen();
    expect(await words()).toEqual(['Quindlefrost', 'Übersternlaub']);
  });

  it('has a word once, whatever its case, apostrophe and way of writing an accent, and commits it once', async () => {
    for (const word of ['O’Zéphyr', "o'zéphyr", 'O’ZÉPHYR', 'O’Ze\u0301phyr']) {
      value(await spelling()['spelling.add']({ word }));
    }
    expect(await words()).toEqual(['O’Zéphyr']);
    expect(await test.vault.versionCount()).toBe(1);
  });

  it('forgets a word in any spelling, does not miss one that is not there, and learns it again', async () => {
    value(await spelling()['spelling.add']({ word: 'Marrowlight' }));
    value(await spelling()['spelling.remove']({ word: 'marrowlight' }));
    value(await spelling()['spelling.remove']({ word: 'zephyrkettle' }));
    expect(await words()).toEqual([]);
    await test.reopen();
    expect(await words()).toEqual([]);
    value(await spelling()['spelling.add']({ word: 'marrowlight' }));
    expect(await words()).toEqual(['marrowlight']);
  });

  it('takes words, and nothing else', () => {
    const { input } = spellingContract['spelling.add'];
    const isTaken = (word: string): boolean => input.safeParse({ word }).success;
    expect(['Quindle', "don't", 'naïve', 'Жук'].filter((word) => !isTaken(word))).toEqual([]);
    expect(['', 'two words', 'a\0b', 'a1', '#tag', 'x'.repeat(65)].filter(isTaken)).toEqual([]);
  });

  it('is in no file in clear', async () => {
    value(await spelling()['spelling.add']({ word: 'Quindlefrost' }));
    await test.reopen();
    for (const file of [test.path, `${test.path}-wal`]) {
      const bytes = await readFile(file).catch(() => Buffer.alloc(0));
      expect(bytes.toString('latin1').toLowerCase()).not.toContain('quindlefrost');
    }
  });
});
