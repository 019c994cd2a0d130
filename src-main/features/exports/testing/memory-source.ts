/** For tests: records and files in memory, and a writer's bytes. */
import type { ExportSelection, ExportSkipItem } from '../../../../src-shared/contract/exports.ts';
import { AppFailure } from '../../../../src-shared/result.ts';
import { mainWords, type MainWords } from '../../../words.ts';
import type { ExportJob, ExportOutcome } from '../export-job.ts';
import type { ExportedRecord, ExportSource } from '../export-source.ts';

/** What tells which day, or which thing, was left out. */
export function dayItem(day: string): ExportSkipItem {
  return { day, name: null, file: null };
}

export function nameItem(name: string): ExportSkipItem {
  return { day: null, name, file: null };
}

/** Dates and numbers of the place where it is an English one. */
function englishOf(locale: string): MainWords {
  return mainWords({ words: 'en', locale: locale.startsWith('en') ? locale : 'en-GB', direction: 'ltr' });
}

type Fields = Readonly<Record<string, unknown>>;

/** `00000000-0000-4000-8000-00000000002a` of 42. */
export function idOf(number: number): string {
  return `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
}

export class MemorySource implements ExportSource {
  readonly #records: ExportedRecord[] = [];
  readonly #files = new Map<string, Uint8Array>();
  /** How often all records of a type were asked for. */
  readonly scans = new Map<string, number>();

  add(type: string, id: string, fields: Fields, change: Partial<ExportedRecord> = {}): this {
    this.#records.push({ id, type, deleted: false, writtenAt: Date.parse('2026-11-24T12:00:00Z'), fields, ...change });
    return this;
  }

  entry(id: string, day: string, body: string, fields: Fields = {}, change: Partial<ExportedRecord> = {}): this {
    const createdAt = Date.parse(`${day}T07:14:00Z`);
    return this.add('entry', id, { day, createdAt, zone: 'Europe/Vienna', body, ...fields }, change);
  }

  habit(id: string, name: string, fields: Fields = {}, change: Partial<ExportedRecord> = {}): this {
    const usual = { kind: { type: 'yes-no' }, schedule: { type: 'daily' }, startDay: '2026-11-20' };
    return this.add('habit', id, { name, ...usual, ...fields }, change);
  }

  checkIn(
    habit: string,
    day: string,
    mark: string | null,
    amount: number | null = null,
    note: string | null = null,
  ): this {
    const id = idOf(1_000_000 + this.#records.length);
    const logged = mark === null ? {} : { logged: { mark, amount, runs: [] } };
    return this.add('check-in', id, { habit: habit.replaceAll('-', ''), day, ...logged, note });
  }

  /** @param bytes null: it has not arrived */
  file(id: string, name: string, type: string, bytes: Uint8Array | null): this {
    if (bytes !== null) this.#files.set(id, bytes);
    return this.add('attachment', id, { name, type, size: bytes?.byteLength ?? 5, width: null, height: null });
  }

  async count(type: string): Promise<number> {
    return this.#records.filter((record) => record.type === type).length;
  }

  async *records(type: string): AsyncGenerator<ExportedRecord> {
    this.scans.set(type, (this.scans.get(type) ?? 0) + 1);
    for (const record of this.#records.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
      if (record.type === type) yield record;
    }
  }

  async *read(ids: readonly string[]): AsyncGenerator<ExportedRecord> {
    for (const id of ids) {
      const record = this.#records.find((one) => one.id === id);
      if (record !== undefined) yield record;
    }
  }

  async *attachment(id: string): AsyncGenerator<Uint8Array> {
    const bytes = this.#files.get(id);
    if (bytes === undefined) throw new AppFailure('not-found');
    for (let at = 0; at < bytes.byteLength; at += 7) yield bytes.subarray(at, at + 7);
  }
}

export interface Written extends ExportOutcome {
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly progress: readonly (readonly [number, number | null])[];
}

/** Runs a writer to its end. Wednesday, 25 November 2026. */
export async function written(
  write: (job: ExportJob) => Promise<ExportOutcome>,
  source: ExportSource,
  options: Partial<ExportSelection> & Partial<Pick<ExportJob, 'withMedia' | 'signal' | 'locale' | 'words'>> = {},
): Promise<Written> {
  const { from = null, to = null, tag = null, withMedia = true, locale = 'en-GB', words = englishOf(locale) } = options;
  const pieces: Uint8Array[] = [];
  const progress: [number, number | null][] = [];
  const outcome = await write({
    source,
    selection: { from, to, tag },
    withMedia,
    locale,
    words,
    now: Date.parse('2026-11-25T20:00:00Z'),
    today: '2026-11-25',
    signal: options.signal ?? new AbortController().signal,
    sink: async (bytes) => void pieces.push(bytes.slice()),
    onProgress: (done, total) => void progress.push([done, total]),
  });
  const bytes = new Uint8Array(Buffer.concat(pieces));
  return { ...outcome, bytes, text: Buffer.from(bytes).toString('utf8'), progress };
}
