import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import initSqlJs from 'sql.js';
import { ALWAYS_SECRET, MARKER, MARKER_WORDS, PASSPHRASE } from './marker.ts';
import { searchForSecrets } from './marker-search.ts';

let folder: string;

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daygrove-search-'));
  mkdirSync(join(folder, 'profile', 'deep'), { recursive: true });
  writeFileSync(join(folder, 'profile', 'vault.db'), Buffer.alloc(8192, 0xa7));
});
test.afterEach(() => rmSync(folder, { recursive: true }));

const encodingsFound = (secrets: readonly string[] = [MARKER]): string[] =>
  searchForSecrets([folder], secrets).findings.map((finding) => finding.encoding);

test('finds nothing where nothing is', () => {
  writeFileSync(join(folder, 'profile', 'deep', 'log.txt'), 'app-started 0.1.0\n');
  expect(searchForSecrets([folder], ALWAYS_SECRET)).toEqual({ files: 2, bytes: 8192 + 18, findings: [] });
});

test('finds a planted marker in every encoding it may be written in', () => {
  const surround = (bytes: Buffer): Buffer => Buffer.concat([Buffer.alloc(4097, 3), bytes, Buffer.alloc(99, 250)]);
  const utf16 = Buffer.from(MARKER, 'utf16le');
  const written: [string, Buffer][] = [
    ['utf-8', Buffer.from(MARKER)],
    ['utf-16le', utf16],
    ['utf-16be', Buffer.from(utf16).swap16()],
    ['percent-encoded', Buffer.from(new URLSearchParams({ q: MARKER }).toString().replaceAll('+', '%20'))],
    ['json', Buffer.from(String.raw`{"text":"${MARKER.replace('ü', '\\u00fc')}"}`)],
    ['hexadecimal', Buffer.from(Buffer.from(MARKER).toString('hex').toUpperCase())],
  ];
  for (const [encoding, bytes] of written) {
    writeFileSync(join(folder, 'profile', 'deep', 'file'), surround(bytes));
    expect(encodingsFound()).toContain(encoding);
  }
});

test('finds a marker in Base64 at each of its three places', () => {
  for (const before of ['', 'x', 'xx', 'xxx']) {
    writeFileSync(
      join(folder, 'profile', 'deep', 'file'),
      Buffer.from(`${before}${MARKER} and more`).toString('base64'),
    );
    expect(encodingsFound()).toEqual(['base64']);
  }
});

test('finds it in a real SQLite file, and single words in its full-text index', async () => {
  const SQL = await initSqlJs();
  const database = new SQL.Database();
  database.run('CREATE VIRTUAL TABLE entry USING fts4(body)');
  database.run('INSERT INTO entry(body) VALUES (?)', [MARKER]);
  database.run('CREATE TABLE wide(a INTEGER, b TEXT) ');
  database.run('INSERT INTO wide VALUES (1, ?)', [PASSPHRASE]);
  writeFileSync(join(folder, 'profile', 'plain.db'), database.export());
  const { findings } = searchForSecrets([folder], ALWAYS_SECRET);
  expect(new Set(findings.map((finding) => finding.secret))).toEqual(new Set(ALWAYS_SECRET.keys()));
});

test('finds a word that stands alone, whatever its case', () => {
  writeFileSync(join(folder, 'profile', 'deep', 'index'), `…\u0000${MARKER_WORDS[0].toUpperCase()}\u0000…`);
  expect(encodingsFound(MARKER_WORDS)).toEqual(['utf-8']);
});

test('finds it in the name of a file and in the text of a link', () => {
  writeFileSync(join(folder, 'profile', `${MARKER_WORDS[1]}.md`), '');
  symlinkSync(`/nowhere/${MARKER_WORDS[2]}`, join(folder, 'profile', 'link'));
  expect(searchForSecrets([folder], MARKER_WORDS).findings.map((finding) => finding.secret)).toEqual([2, 1]);
});

test('does not quote what it found', () => {
  writeFileSync(join(folder, 'profile', 'deep', 'file'), MARKER);
  expect(JSON.stringify(searchForSecrets([folder], ALWAYS_SECRET))).not.toContain(MARKER_WORDS[0]);
});

test('is not fooled by pipes and dangling links', () => {
  symlinkSync('nowhere', join(folder, 'profile', 'dangling'));
  if (process.platform !== 'win32') execFileSync('mkfifo', [join(folder, 'profile', 'pipe')]);
  expect(searchForSecrets([folder], ALWAYS_SECRET).findings).toEqual([]);
});

test('refuses to look for something that is everywhere', () => {
  expect(() => searchForSecrets([folder], ['a'])).toThrow('short');
});
