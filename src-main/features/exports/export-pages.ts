import type { ExportedRecord } from './export-source.ts';

/** With what only an archive needs, so that nothing is lost on the way to another vault. */
export interface ArchivedRecord extends ExportedRecord {
  /** What its id is made from (`naturalKeyOf`); null: the id is its own, and stays the same in every vault. */
  readonly naturalKey: readonly string[] | null;
  /** What a newer app keeps beside the fields. */
  readonly extras: Readonly<Record<string, unknown>>;
}

/** Some of the records that there are, in the order of their ids: what they are, without what they say. */
export interface IndexPage {
  /** 16 bytes each. */
  readonly ids: Uint8Array;
  readonly types: readonly string[];
  readonly naturalKeys: readonly (readonly string[] | null)[];
  /** Where the next page begins; null: this was the last. */
  readonly next: Uint8Array | null;
}

export interface RecordPage {
  /** How many of the ids asked for this answers, from the first on: at least one. */
  readonly taken: number;
  /** Those of them that are there; fewer where some were erased meanwhile. */
  readonly records: readonly ArchivedRecord[];
}

/** What an export asks an open vault, piece by piece. No answer is larger than a few megabytes. Every method throws AppFailure as `ExportSource` does. */
export interface ExportPages {
  index(after: Uint8Array | null): Promise<IndexPage>;
  /** @param ids 16 bytes each, at most RECORDS_A_PAGE of them */
  records(ids: Uint8Array): Promise<RecordPage>;
  /** @throws AppFailure `not-found` where the piece is not here */
  piece(attachment: string, index: number): Promise<Uint8Array>;
}

export const ID_BYTES = 16;
export const RECORDS_A_PAGE = 400;
