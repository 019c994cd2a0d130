/**
 * `node scripts/release/checksums.ts FOLDER`: writes FOLDER/SHA256SUMS of all files in it, as `sha256sum --check` reads it. Where DAYGROVE_RELEASE_KEY holds the private key (PEM,
 * Ed25519), it writes NAME.sig beside SHA256SUMS and every list of releases, each signed together with its name; where it does not, it says so.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { signRelease } from '../../src-main/updates/release-signature.ts';

const SUMS = 'SHA256SUMS';
/** What the updater of a package reads: electron-builder writes one for each system. */
const LIST = /^latest[\w-]*\.yml$/u;

/** The names of the files that were signed; empty without a key. Throws where there is nothing to sum up. */
export async function writeChecksums(folder: string, privateKey: string | null): Promise<string[]> {
  const isOwn = (name: string): boolean => name === SUMS || name.endsWith('.sig');
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile() && !isOwn(entry.name)).map(({ name }) => name);
  if (names.length === 0) throw new Error(`There is nothing in ${folder}.`);
  const lines: string[] = [];
  for (const name of names.toSorted()) lines.push(`${await sha256(join(folder, name))}  ${name}\n`);
  await writeFile(join(folder, SUMS), lines.join(''));
  if (privateKey === null) return [];
  const signed = [SUMS, ...names.filter((name) => LIST.test(name)).toSorted()];
  for (const name of signed) {
    await writeFile(join(folder, `${name}.sig`), signRelease(name, await readFile(join(folder, name)), privateKey));
  }
  return signed;
}

async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

if (import.meta.main) {
  const [folder = '.'] = process.argv.slice(2);
  const key = process.env['DAYGROVE_RELEASE_KEY'] ?? '';
  const signed = await writeChecksums(folder, key === '' ? null : key);
  process.stdout.write(
    signed.length === 0
      ? 'No key: nothing is signed, and no app will take these files as an update.\n'
      : `Signed: ${signed.join(', ')}\n`,
  );
}
