import type { UniqueNames } from './file-names.ts';
import { endingOf, legalName } from './file-names.ts';
import type { ExportedFile } from './vault-content.ts';

/** What a file without an ending is called by its type. */
const ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/gif': '.gif',
  'image/webp': '.webp',
  'image/avif': '.avif',
  'image/bmp': '.bmp',
  'image/svg+xml': '.svg',
  'application/pdf': '.pdf',
  'audio/mpeg': '.mp3',
  'audio/mp4': '.m4a',
  'video/mp4': '.mp4',
  'text/plain': '.txt',
};

/** Files of the vault that texts name by `](attachment:UUID`. */
const ATTACHED = /(?<=\]\(<?)attachment:([\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12})/gu;

/** The files of the vault that a text names, as often as it does. */
export function attachmentsIn(body: string): string[] {
  return Array.from(body.matchAll(ATTACHED), ([, id]) => id!);
}

/** The file of the vault that an address names; null: it names none. */
export function attachmentIdIn(address: string): string | null {
  return /^attachment:([\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12})$/u.exec(address)?.[1] ?? null;
}

/** Gives each file that is asked for a name of its own in a folder, and keeps it. */
export class MediaNames {
  readonly #names: UniqueNames;
  readonly #given = new Map<string, string>();

  constructor(names: UniqueNames) {
    this.#names = names;
  }

  /** The path of a file in the export. */
  pathOf({ id, name, type }: ExportedFile): string {
    const known = this.#given.get(id);
    if (known !== undefined) return known;
    const ending = endingOf(name);
    const base = legalName(ending === '' ? name : name.slice(0, -ending.length), 'file');
    const path = this.#names.take('media/', base, ending === '' ? (ENDINGS[type] ?? '') : ending);
    this.#given.set(id, path);
    return path;
  }
}

/** An address that Markdown takes as it is, without brackets around it. */
export function linkTo(path: string): string {
  return path
    .split('/')
    .map((part) => encodeURIComponent(part).replaceAll(/[()!'*]/gu, (sign) => `%${sign.charCodeAt(0).toString(16)}`))
    .join('/');
}

/** A text with its links to files of the vault replaced. `address` null: it stays as it is. */
export function withLinks(body: string, address: (id: string) => string | null): string {
  return body.replaceAll(ATTACHED, (whole, id: string) => address(id) ?? whole);
}
