import type { Migration } from './index.ts';

/** What a vault needs once it is not alone: records with several current versions, and what is known of other devices and of the server. */
export const manyDevices: Migration = {
  number: 2,
  statements: [
    // The versions of a record that no other version was written on top of: one, or several where devices wrote without knowing of each other.
    'CREATE TABLE heads (id BLOB NOT NULL, hlc BLOB NOT NULL, PRIMARY KEY (id, hlc)) WITHOUT ROWID',
    'INSERT INTO heads SELECT id, hlc FROM head',
    'DROP TABLE head',
    'ALTER TABLE heads RENAME TO head',
    // Versions whose words lost against a later change of the same words. `settled`: the person has looked at it.
    'CREATE TABLE conflict (id BLOB NOT NULL, hlc BLOB NOT NULL, settled INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (id, hlc)) WITHOUT ROWID',
    'CREATE INDEX open_conflict ON conflict (id) WHERE settled = 0',
    // Boxes from the server that do not open: kept, because a newer app or a repaired key may open them. `replica` says in which copy of the mailbox
    // each was last seen, so that those count which are there now.
    'CREATE TABLE unreadable (id BLOB NOT NULL, hlc BLOB NOT NULL, box BLOB NOT NULL, replica BLOB NOT NULL, PRIMARY KEY (id, hlc)) WITHOUT ROWID',
    // Of every device, this one too: its newest stamp that was received, or seen on the server, and how many versions that makes.
    'CREATE TABLE device_seen (device BLOB PRIMARY KEY, hlc BLOB NOT NULL, versions INTEGER NOT NULL, ahead INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID',
  ],
};
