import { z } from 'zod';
import { AppFailure } from '../../src-shared/result.ts';
import { bytesOf } from '../vault/database.ts';
import type { Projection } from '../vault/projection.ts';
import { idFromText, idToText } from '../vault/record-id.ts';
import type { VaultRecord } from '../vault/record.ts';
import type { Vault } from '../vault/vault.ts';

/** A record with a name and a text: what a template and a saved search both are. */
export interface NamedText {
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

/** More of them is no list that somebody chooses from. */
const MOST_LISTED = 500;

const fieldsSchema = z.looseObject({ name: z.string().min(1), text: z.string().catch('') });

/** Also of one that was removed; null where it is none. */
export function namedTextFields(record: VaultRecord): z.infer<typeof fieldsSchema> | null {
  const parsed = fieldsSchema.safeParse(record.fields);
  return parsed.success ? parsed.data : null;
}

function fieldsOf(record: VaultRecord): z.infer<typeof fieldsSchema> | null {
  return record.deleted ? null : namedTextFields(record);
}

/** Only which there are: what they say is read from their sealed records. `table`: a name of our own. */
export function namedTextProjection(recordType: string, table: string): Projection {
  return {
    recordType,
    textFields: ['text'],
    version: 1,
    schema: [`CREATE TABLE ${table} (id BLOB PRIMARY KEY) WITHOUT ROWID`],
    drop: [`DROP TABLE IF EXISTS ${table}`],
    project: (id, record) => [
      {
        sql:
          fieldsOf(record) === null
            ? `DELETE FROM ${table} WHERE id = ?`
            : `INSERT OR REPLACE INTO ${table} VALUES (?)`,
        args: [id],
      },
    ],
  };
}

export class NamedTexts {
  readonly #vault: Vault;
  readonly #type: string;
  readonly #table: string;

  constructor(vault: Vault, recordType: string, table: string) {
    this.#vault = vault;
    this.#type = recordType;
    this.#table = table;
  }

  /** By name, then by id, so that every device has the same order. */
  async list(): Promise<NamedText[]> {
    const rows = await this.#vault.read.all(`SELECT id FROM ${this.#table} ORDER BY id LIMIT ${MOST_LISTED}`);
    const found: NamedText[] = [];
    for (const row of rows) {
      const id = bytesOf(row.id);
      const record = await this.#vault.record(id);
      const fields = record === null ? null : fieldsOf(record);
      if (fields !== null) found.push({ id: idToText(id), name: fields.name, text: fields.text });
    }
    return found.toSorted((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0));
  }

  /** @throws AppFailure `not-found` where the id is another thing's */
  async write({ id, name, text }: NamedText): Promise<void> {
    await this.#ofType(id);
    await this.#vault.commit([{ id: idFromText(id), type: this.#type, fields: { name, text }, deleted: false }]);
  }

  /** Writing it again brings it back. */
  async remove(id: string): Promise<void> {
    const record = await this.#ofType(id);
    if (record === null) throw new AppFailure('not-found');
    if (record.deleted) return;
    await this.#vault.commit([{ id: idFromText(id), type: this.#type, fields: {}, deleted: true }]);
  }

  async #ofType(id: string): Promise<VaultRecord | null> {
    const record = await this.#vault.record(idFromText(id));
    if (record !== null && record.type !== this.#type) throw new AppFailure('not-found');
    return record;
  }
}
