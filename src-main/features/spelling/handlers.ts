import type { Handlers } from '../../../src-shared/contract/index.ts';
import type { spellingContract } from '../../../src-shared/contract/spelling.ts';
import { foldWord } from '../../../src-shared/domain/spelling.ts';
import { ok } from '../../../src-shared/result.ts';
import { textOf } from '../../vault/database.ts';
import type { Vault } from '../../vault/vault.ts';
import { SPELLING_WORD_RECORD, spellingWord } from './projection.ts';

/** A word has the same record on every device, whoever adds it first. */
function wordId(vault: Vault, word: string): Uint8Array {
  return vault.derivedId(SPELLING_WORD_RECORD, foldWord(word));
}

export function spellingHandlers(vault: Vault): Handlers<keyof typeof spellingContract> {
  return {
    'spelling.words': async () => {
      const rows = await vault.read.all('SELECT CAST(word AS BLOB) AS word FROM spelling_word');
      return ok({ words: rows.map((row) => textOf(row.word)) });
    },

    'spelling.add': async ({ word }) => {
      const id = wordId(vault, word);
      if (spellingWord(await vault.record(id)) === null) {
        await vault.commit([{ id, type: SPELLING_WORD_RECORD, fields: { word }, deleted: false }]);
      }
      return ok({});
    },

    'spelling.remove': async ({ word }) => {
      const id = wordId(vault, word);
      if (spellingWord(await vault.record(id)) !== null) {
        await vault.commit([{ id, type: SPELLING_WORD_RECORD, fields: {}, deleted: true }]);
      }
      return ok({});
    },
  };
}
