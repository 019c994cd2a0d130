/**
 * libSQL's addons for both processors of a Mac. npm installs that of the machine at hand only, and a universal app needs both: the other one is fetched at the version, and
 * with the hash, that package-lock.json names.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, normalize } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';

export const MAC_ADDONS = ['@libsql/darwin-arm64', '@libsql/darwin-x64'] as const;

interface Locked {
  readonly version: string;
  /** `sha512-…`, base64. */
  readonly integrity: string;
}

/** Gets the tarball of a package, `name@version`. */
export type FetchTarball = (specifier: string) => Promise<Buffer>;

/**
 * Puts every addon that is missing, or of another version, where npm would have put it. Returns the names of those it fetched. Throws where package-lock.json does not name one,
 * or where what came is not what it names; then nothing was written.
 */
export async function installMacAddons(root: string, fetchTarball: FetchTarball = npmPack): Promise<string[]> {
  const lock = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, Partial<Locked>>>;
  };
  const fetched: string[] = [];
  for (const name of MAC_ADDONS) {
    const { version, integrity } = lock.packages[`node_modules/${name}`] ?? {};
    if (version === undefined || integrity === undefined) throw new Error(`package-lock.json does not name ${name}.`);
    const folder = join(root, 'node_modules', name);
    if ((await installedVersion(folder)) === version) continue;
    const tarball = await fetchTarball(`${name}@${version}`);
    const hash = `sha512-${createHash('sha512').update(tarball).digest('base64')}`;
    if (hash !== integrity) throw new Error(`${name}@${version} is not what package-lock.json names: ${hash}.`);
    await rm(folder, { recursive: true, force: true });
    await unpack(tarball, folder);
    fetched.push(name);
  }
  return fetched;
}

async function installedVersion(folder: string): Promise<string | null> {
  try {
    return (JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string }).version;
  } catch {
    return null;
  }
}

/** As npm does: everything below the tarball's one folder. */
async function unpack(tarball: Buffer, folder: string): Promise<void> {
  const entries = extract();
  const written = (async () => {
    for await (const entry of entries) {
      const path = normalize(entry.header.name.replace(/^[^/]+\//u, ''));
      const isFile = entry.header.type === 'file' && !path.startsWith('..');
      const parts: Buffer[] = [];
      for await (const part of entry) parts.push(part as Buffer);
      if (!isFile) continue;
      const place = join(folder, path);
      await mkdir(dirname(place), { recursive: true });
      await writeFile(place, Buffer.concat(parts));
    }
  })();
  await Promise.all([pipeline(Readable.from([tarball]), createGunzip(), entries), written]);
}

async function npmPack(specifier: string): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'daygrove-addon-'));
  try {
    const isWindows = process.platform === 'win32';
    await promisify(execFile)(isWindows ? 'npm.cmd' : 'npm', ['pack', specifier, '--pack-destination', folder], {
      shell: isWindows,
    });
    const [name] = await readdir(folder);
    if (name === undefined) throw new Error(`npm packed nothing for ${specifier}.`);
    return await readFile(join(folder, name));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
