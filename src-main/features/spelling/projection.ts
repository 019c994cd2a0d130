import { z } from 'zod';
import { MAX_WORD_LENGTH } from '../../../src-shared/domain/spelling.ts';
import type { Projection } from '../../vault/projection.ts';
import type { VaultRecord } from '../../vault/record.ts';

export const SPELLING_WORD_RECORD = 'spelling-word';

const spellingWordSchema = z.looseObject({ word: z.string().min(1).max(MAX_WORD_LENGTH) });

/** The word of a record; null where it was removed or is none. */
export function spellingWord(record: VaultRecord | null): string | null {
  if (record === null || record.type !== SPELLING_WORD_RECORD || record.deleted) return null;
  const parsed = spellingWordSchema.safeParse(record.fields);
  return parsed.success ? parsed.data.word : null;
}

/** The personal dictionary without opening a box for each word. */
export const spellingProjection: Projection = {
  recordType: SPELLING_WORD_RECORD,
  version: 1,
  schema: ['CREATE TABLE spelling_word (id BLOB PRIMARY KEY, word TEXT NOT NULL) WITHOUT ROWID'],
  drop: ['DROP TABLE IF EXISTS spelling_word'],
  project(id, record) {
    const word = spellingWord(record);
    if (word === null) return [{ sql: 'DELETE FROM spelling_word WHERE id = ?', args: [id] }];
    return [
      { sql: 'INSERT OR REPLACE INTO spelling_word (id, word) VALUES (?, ?)', args: [id, word.replaceAll('\0', ' ')] },
    ];
  },
};
