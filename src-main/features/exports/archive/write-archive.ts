import { createHash } from 'node:crypto';
import { MAX_ATTACHMENT_BYTES } from '../../../../src-shared/contract/attachments.ts';
import {
  ARCHIVE_FILES,
  ARCHIVE_FORMAT,
  ARCHIVE_VERSION,
  isArchivedType,
  MANIFEST_FILE,
  NOT_ARCHIVED,
  README_FILE,
} from '../../../../src-shared/domain/archive.ts';
import { AppFailure } from '../../../../src-shared/result.ts';
import type { ArchiveSource } from '../paged-source.ts';
import { lineOf, linesInChunks, type LineExtension } from './lines.ts';
import { MeasuredZip, type ZipMember } from './measured-zip.ts';
import { isPacked, mediaPath } from './media-file.ts';
import type { MainSay } from '../../../words.ts';
import { readMe } from './readme.ts';

export interface ArchiveCounts {
  /** By record type, the trash too. */
  readonly records: Readonly<Record<string, number>>;
  readonly media: number;
  /** Attachments of which not all was here. Their descriptions are in the archive. */
  readonly missingMedia: number;
}

export interface ArchiveOptions {
  /** In records; a file counts as one more. */
  onProgress(done: number, total: number): void;
  /** Ends the writing with AppFailure `cancelled`; what was written is no archive. */
  readonly signal: AbortSignal;
  /** For what the archive says of itself. */
  readonly say: MainSay;
}

/**
 * Writes everything that the source has as a Daygrove archive (docs/archive.md), in bounded memory: a page of records, or one file.
 * @param sink takes the zip's bytes in their order; the next are made when it has taken them. What it throws is thrown on.
 * @throws AppFailure `cancelled`, and what the source throws
 */
export async function writeArchive(
  source: ArchiveSource,
  sink: (bytes: Uint8Array) => Promise<void>,
  options: ArchiveOptions,
): Promise<ArchiveCounts> {
  return new ArchiveWriter(source, sink, options).write();
}

interface ListedFile extends ZipMember {
  readonly type: string | null;
  readonly records: number;
}

class ArchiveWriter {
  readonly #source: ArchiveSource;
  readonly #options: ArchiveOptions;
  readonly #zip: MeasuredZip;
  readonly #files: ListedFile[] = [];
  /** What the lines of attachments say of their files, by their ids. */
  readonly #media = new Map<string, LineExtension>();
  #mediaBytes = 0;
  #done = 0;
  #total = 0;

  constructor(source: ArchiveSource, sink: (bytes: Uint8Array) => Promise<void>, options: ArchiveOptions) {
    this.#source = source;
    this.#options = options;
    this.#zip = new MeasuredZip(async (bytes) => {
      this.#heedSignal();
      await sink(bytes);
    });
  }

  async write(): Promise<ArchiveCounts> {
    this.#heedSignal();
    const others = (await this.#source.types()).filter((type) => !isArchivedType(type) && !NOT_ARCHIVED.has(type));
    for (const type of [...Object.keys(ARCHIVE_FILES), ...others]) this.#total += await this.#source.count(type);
    this.#total += await this.#source.count('attachment');
    this.#options.onProgress(0, this.#total);

    this.#list(await this.#zip.add(README_FILE, once(readMe(this.#options.say))), null, 0);
    await this.#writeMedia();
    for (const [type, file] of Object.entries(ARCHIVE_FILES).toSorted(([, one], [, other]) => (one < other ? -1 : 1)))
      await this.#writeRecords(type, file);
    for (const type of others) await this.#writeRecords(type, otherFile(type));
    await this.#writeManifest();
    await this.#zip.close();
    this.#options.onProgress(this.#total, this.#total);
    const records = this.#files.flatMap((file) => (file.type === null ? [] : [[file.type, file.records] as const]));
    return {
      records: Object.fromEntries(records),
      media: this.#mediaFiles,
      missingMedia: this.#media.size - this.#mediaFiles,
    };
  }

  get #mediaFiles(): number {
    return [...this.#media.values()].filter(({ media }) => media !== null).length;
  }

  async #writeRecords(type: string, name: string): Promise<void> {
    let records = 0;
    const isOther = !isArchivedType(type);
    const source = this.#source;
    const step = (): void => {
      records += 1;
      this.#step();
    };
    const media = this.#media;
    async function* lines(): AsyncGenerator<string> {
      for await (const record of source.records(type)) {
        step();
        yield type === 'attachment'
          ? lineOf(record, { isOther, media: media.get(record.id) ?? { media: null } })
          : lineOf(record, { isOther });
      }
    }
    const member = await this.#zip.add(name, linesInChunks(lines()));
    this.#list(member, type, records);
  }

  async #writeMedia(): Promise<void> {
    for await (const { id, fields } of this.#source.records('attachment')) {
      const pieces = await this.#pieces(id, fields['size']);
      const path = mediaPath(id, fields['name']);
      if (pieces === null) {
        this.#media.set(id, { media: null });
      } else {
        const { bytes, sha256 } = await this.#zip.addFile(path, pieces, isPacked(fields['type']));
        this.#mediaBytes += bytes;
        this.#media.set(id, { media: path, sha256 });
      }
      this.#step();
    }
  }

  /** A file as a whole, before any of it is written: one that turns out to have a gap must not stand in the archive. null: it has one. */
  async #pieces(id: string, size: unknown): Promise<Uint8Array[] | null> {
    if (typeof size !== 'number' || size > MAX_ATTACHMENT_BYTES) return null;
    try {
      return await Array.fromAsync(this.#source.attachment(id));
    } catch (error) {
      if (error instanceof AppFailure && error.error.code === 'not-found') return null;
      throw error;
    }
  }

  async #writeManifest(): Promise<void> {
    const manifest = {
      format: ARCHIVE_FORMAT,
      version: ARCHIVE_VERSION,
      files: this.#files.map(({ name, type, records, bytes, sha256 }) =>
        type === null ? { name, bytes, sha256 } : { name, type, records, bytes, sha256 },
      ),
      media: { files: this.#mediaFiles, bytes: this.#mediaBytes },
    };
    await this.#zip.add(MANIFEST_FILE, once(`${JSON.stringify(manifest, null, 2)}\n`));
  }

  #list(member: ZipMember, type: string | null, records: number): void {
    this.#files.push({ ...member, type, records });
  }

  #step(): void {
    this.#heedSignal();
    this.#done += 1;
    this.#options.onProgress(Math.min(this.#done, this.#total), this.#total);
  }

  #heedSignal(): void {
    if (this.#options.signal.aborted) throw new AppFailure('cancelled');
  }
}

/** A type may be called anything, and file systems differ in what they take: a name is readable where it can be, and never the same for two types. */
function otherFile(type: string): string {
  if (/^[a-z0-9][a-z0-9-]{0,60}$/u.test(type)) return `other/${type}.jsonl`;
  const readable = type.replaceAll(/[^A-Za-z0-9-]/gu, '_').slice(0, 40);
  const hash = createHash('sha256').update(JSON.stringify(type)).digest('hex').slice(0, 16);
  return `other/${readable}.${hash}.jsonl`;
}

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}
