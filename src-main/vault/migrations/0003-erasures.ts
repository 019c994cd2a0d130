import type { Migration } from './index.ts';

/** What was erased for good, on this device or on another: which versions are not to be kept, wherever they may still come from. */
export const erasures: Migration = {
  number: 3,
  statements: ['CREATE TABLE erased (id BLOB NOT NULL, hlc BLOB NOT NULL, PRIMARY KEY (id, hlc)) WITHOUT ROWID'],
};
