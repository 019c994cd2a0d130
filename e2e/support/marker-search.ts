import { lstatSync, readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';

export interface Finding {
  readonly file: string;
  /** Which secret, by its place in the list: a report that quoted it would be the next leak. */
  readonly secret: number;
  readonly encoding: string;
}

export interface SearchReport {
  readonly files: number;
  readonly bytes: number;
  readonly findings: readonly Finding[];
}

interface Needle {
  readonly secret: number;
  readonly encoding: string;
  /** One character for each byte. */
  readonly bytes: string;
  readonly anyCase: boolean;
}

/** ASCII letters only: the bytes of a binary file are not a text that could have a case. */
function lower(bytes: string): string {
  return bytes.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** The part of a text's Base64 that does not depend on what stands before and after it, for each of the three ways it may begin. */
function base64Cores(utf8: Buffer): string[] {
  return [0, 1, 2].map((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), utf8])
      .toString('base64')
      .replace(/=+$/, '');
    return encoded.slice(shift === 0 ? 0 : shift + 1, -1);
  });
}

function needles(secrets: readonly string[]): Needle[] {
  return secrets.flatMap((secretText, secret) => {
    const utf8 = Buffer.from(secretText, 'utf8');
    const utf16 = Buffer.from(secretText, 'utf16le');
    const plain = [
      ['utf-8', utf8],
      ['utf-16le', utf16],
      ['utf-16be', Buffer.from(utf16).swap16()],
      ['percent-encoded', Buffer.from(encodeURIComponent(secretText))],
      [
        'json',
        Buffer.from(
          JSON.stringify(secretText)
            .slice(1, -1)
            .replaceAll(/[^\u0020-\u007E]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`),
        ),
      ],
      ['hexadecimal', Buffer.from(utf8.toString('hex'))],
    ] as const;
    const found = new Map<string, Needle>();
    for (const [encoding, bytes] of plain) {
      const text = lower(bytes.toString('latin1'));
      // A plain word is the same in several of them.
      if (!found.has(text)) found.set(text, { secret, encoding, bytes: text, anyCase: true });
    }
    return [
      ...found.values(),
      ...base64Cores(utf8).map((text) => ({ secret, encoding: 'base64', bytes: text, anyCase: false })),
    ];
  });
}

/** A needle is looked at only where its first bytes stand: most bytes of most files are passed by with one look at a table. */
const HEAD_BYTES = 3;

/** ASCII letters as one case, byte by byte. */
const FOLDED = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte));

class Needles {
  readonly #isHead = new Uint8Array(1 << (8 * HEAD_BYTES));
  readonly #byHead = new Map<number, Needle[]>();

  constructor(all: readonly Needle[]) {
    for (const needle of all) {
      // The head is without case, whatever the rest is.
      const head = headAt(Buffer.from(needle.bytes, 'latin1'), 0);
      this.#isHead[head] = 1;
      this.#byHead.set(head, [...(this.#byHead.get(head) ?? []), needle]);
    }
  }

  /** Each needle that stands in `content`, once. */
  in(content: Buffer): Set<Needle> {
    const found = new Set<Needle>();
    const last = content.byteLength - HEAD_BYTES;
    for (let at = 0; at <= last; at += 1) {
      const head = headAt(content, at);
      if (this.#isHead[head] !== 1) continue;
      for (const needle of this.#byHead.get(head) ?? []) {
        if (found.has(needle)) continue;
        const here = content.toString('latin1', at, at + needle.bytes.length);
        if ((needle.anyCase ? lower(here) : here) === needle.bytes) found.add(needle);
      }
    }
    return found;
  }
}

function headAt(bytes: Uint8Array, at: number): number {
  return (FOLDED[bytes[at]!]! << 16) | (FOLDED[bytes[at + 1]!]! << 8) | FOLDED[bytes[at + 2]!]!;
}

/**
 * Looks for every secret in every file below the folders, in the file's name and in the text of links too. Case does not count: an
 * index keeps words in lower case. What is compressed or encrypted is not looked into. Throws when a folder cannot be read.
 */
export function searchForSecrets(folders: readonly string[], secrets: readonly string[]): SearchReport {
  if (secrets.some((secret) => secret.length < 6)) throw new Error('A secret this short would be found anywhere.');
  const all = new Needles(needles(secrets));
  const findings: Finding[] = [];
  let files = 0;
  let bytes = 0;

  const examine = (file: string, content: Buffer): void => {
    for (const { secret, encoding } of all.in(content)) findings.push({ file, secret, encoding });
  };
  const walk = (folder: string): void => {
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      examine(path, Buffer.from(name));
      const stat = lstatSync(path);
      if (stat.isDirectory()) walk(path);
      else if (stat.isSymbolicLink()) examine(path, Buffer.from(readlinkSync(path)));
      else if (stat.isFile()) {
        const content = readFileSync(path);
        files += 1;
        bytes += content.byteLength;
        examine(path, content);
      }
    }
  };
  for (const folder of folders) walk(folder);
  return { files, bytes, findings };
}
