import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isSignedRelease } from '../../src-main/updates/release-signature.ts';
import { writeChecksums } from './checksums.ts';

let folder: string;
const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daygrove-release-'));
  await writeFile(join(folder, 'Daygrove-1.0.0.AppImage'), 'abc');
  await writeFile(join(folder, 'latest-linux.yml'), 'version: 1.0.0\n');
  await writeFile(join(folder, 'latest.yml'), 'version: 1.0.0\n');
});
afterEach(() => rm(folder, { recursive: true }));

it('sums up every file, in order', async () => {
  expect(await writeChecksums(folder, null)).toEqual([]);
  const sums = await readFile(join(folder, 'SHA256SUMS'), 'utf8');
  // The sum of `abc`, as FIPS 180-2 has it.
  expect(sums.split('\n')[0]).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  Daygrove-1.0.0.AppImage',
  );
  expect(sums.trimEnd().split('\n')).toHaveLength(3);
  if (process.platform !== 'linux') return;
  expect(execFileSync('sha256sum', ['--check', 'SHA256SUMS'], { cwd: folder, encoding: 'utf8' })).toContain(
    'latest.yml: OK',
  );
});

it('signs the sums and the lists that updaters read, and can be done again', async () => {
  const names = ['SHA256SUMS', 'latest-linux.yml', 'latest.yml'];
  expect(await writeChecksums(folder, pem)).toEqual(names);
  expect(await writeChecksums(folder, pem)).toEqual(names);
  const key = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  for (const name of names) {
    const signature = await readFile(join(folder, `${name}.sig`), 'utf8');
    const content = await readFile(join(folder, name));
    // The two lists here are the same to the byte.
    expect(names.filter((other) => isSignedRelease(other, content, signature, key))).toEqual([name]);
  }
  expect((await readdir(folder)).filter((name) => name.endsWith('.sig'))).toHaveLength(3);
});

it('fails where there is nothing, and with a key that is none', async () => {
  await expect(writeChecksums(folder, 'no key')).rejects.toThrow('unsupported');
  await rm(folder, { recursive: true });
  folder = await mkdtemp(join(tmpdir(), 'daygrove-release-'));
  await expect(writeChecksums(folder, null)).rejects.toThrow('nothing in');
});
