import type { Migration } from './index.ts';

/** The truth and its bookkeeping. Projections are not migrated: they are thrown away and rebuilt (see projection.ts). */
export const versions: Migration = {
  number: 1,
  statements: [
    // Every version of every record, sealed. A plain rowid table: boxes can be large, and rowid order is the order of arrival.
    'CREATE TABLE version (id BLOB NOT NULL, hlc BLOB NOT NULL, box BLOB NOT NULL)',
    'CREATE UNIQUE INDEX version_of ON version (id, hlc)',
    // Which version of a record is the current one.
    'CREATE TABLE head (id BLOB PRIMARY KEY, hlc BLOB NOT NULL) WITHOUT ROWID',
    // Versions that no server has been SEEN to hold. Filled from the first day, so that a vault that is connected after years knows what to send.
    // `handed_at`: when a version was first given to the sync process (milliseconds); from then on somebody else may have seen it.
    'CREATE TABLE outbox (id BLOB NOT NULL, hlc BLOB NOT NULL, handed_at INTEGER, PRIMARY KEY (id, hlc)) WITHOUT ROWID',
    'CREATE TABLE state (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID',
  ],
};
