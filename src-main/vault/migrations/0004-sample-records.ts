import type { Migration } from './index.ts';

/** Which records are part of the sample journal: what is sealed in each of them, so that the outbox can leave them where they are. */
export const sampleRecords: Migration = {
  number: 4,
  statements: ['CREATE TABLE sample_record (id BLOB PRIMARY KEY, changed INTEGER NOT NULL) WITHOUT ROWID'],
};
