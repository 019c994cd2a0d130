import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { MAC_ADDONS, installMacAddons } from './mac-addons.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'daygrove-addons-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

/** As npm writes them: everything in a folder `package`. */
async function tarball(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const archive = pack();
  for (const [name, text] of Object.entries(files)) archive.entry({ name: `package/${name}` }, text);
  archive.finalize();
  const parts: Buffer[] = [];
  for await (const part of archive) parts.push(part as Buffer);
  return gzipSync(Buffer.concat(parts));
}

async function lock(tarballs: Readonly<Record<string, Buffer>>): Promise<void> {
  const packages = Object.fromEntries(
    Object.entries(tarballs).map(([name, bytes]) => [
      `node_modules/${name}`,
      { version: '1.2.3', integrity: `sha512-${createHash('sha512').update(bytes).digest('base64')}` },
    ]),
  );
  await writeFile(join(root, 'package-lock.json'), JSON.stringify({ packages }));
}

const addon = (name: string): Promise<Buffer> =>
  tarball({ 'package.json': JSON.stringify({ name, version: '1.2.3' }), 'index.node': `addon of ${name}` });

it('fetches the addon of the other processor, and leaves that of this one alone', async () => {
  const [here, other] = [await addon(MAC_ADDONS[0]), await addon(MAC_ADDONS[1])];
  await lock({ [MAC_ADDONS[0]]: here, [MAC_ADDONS[1]]: other });
  const installed = join(root, 'node_modules', MAC_ADDONS[0]);
  await mkdir(installed, { recursive: true });
  await writeFile(join(installed, 'package.json'), JSON.stringify({ version: '1.2.3' }));
  const asked: string[] = [];
  const fetchTarball = async (specifier: string): Promise<Buffer> => {
    asked.push(specifier);
    return other;
  };
  expect(await installMacAddons(root, fetchTarball)).toEqual([MAC_ADDONS[1]]);
  expect(asked).toEqual([`${MAC_ADDONS[1]}@1.2.3`]);
  expect(await readdir(installed)).toEqual(['package.json']);
  const file = join(root, 'node_modules', MAC_ADDONS[1], 'index.node');
  expect(await readFile(file, 'utf8')).toBe(`addon of ${MAC_ADDONS[1]}`);
  expect(await installMacAddons(root, fetchTarball)).toEqual([]);
});

it('takes nothing that is not what the lock file names', async () => {
  const right = await addon(MAC_ADDONS[0]);
  await lock({ [MAC_ADDONS[0]]: right, [MAC_ADDONS[1]]: right });
  const wrong = await tarball({ 'index.node': 'something else' });
  await expect(installMacAddons(root, async () => wrong)).rejects.toThrow('is not what package-lock.json names');
  expect(await readdir(root)).toEqual(['package-lock.json']);
});

it('writes nothing outside of the folder of the package', async () => {
  const evil = await tarball({ '../../../../escaped': 'evil', 'index.node': 'good' });
  await lock({ [MAC_ADDONS[0]]: evil, [MAC_ADDONS[1]]: evil });
  await installMacAddons(root, async () => evil);
  expect(await readdir(join(root, 'node_modules', MAC_ADDONS[0]))).toEqual(['index.node']);
  expect((await readdir(root)).toSorted()).toEqual(['node_modules', 'package-lock.json']);
});

it('says so where the lock file does not name one', async () => {
  await lock({});
  await expect(installMacAddons(root, async () => Buffer.alloc(0))).rejects.toThrow(
    'does not name @libsql/darwin-arm64',
  );
});
