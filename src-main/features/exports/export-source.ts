/** A record as it stands, with everything that it holds: fields that this version of the app does not know as well. */
export interface ExportedRecord {
  /** UUID. */
  readonly id: string;
  readonly type: string;
  /** In the trash. What was erased is not exported. */
  readonly deleted: boolean;
  /** Milliseconds since the epoch, the clock of the device that wrote it. */
  readonly writtenAt: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

/**
 * What an export reads from: pages of an open vault, asked for one after the other, so that saving goes on beside it and no export ever holds more than a page.
 * Every method throws AppFailure (`vault-locked`, `storage-stopped`, `vault-damaged`).
 */
export interface ExportSource {
  /** Records of a type that are there, trashed ones too. */
  count(type: string): Promise<number>;
  /** In the order of their ids. */
  records(type: string): AsyncGenerator<ExportedRecord>;
  /** Those of the given ids, in that order, whatever type they have; what is not there any more is left out. */
  read(ids: readonly string[]): AsyncGenerator<ExportedRecord>;
  /** The bytes of an attachment, piece by piece. */
  attachment(id: string): AsyncGenerator<Uint8Array>;
}
