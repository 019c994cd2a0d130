/** SIGKILL to main itself at moments of an export: no half of a journal stays behind, and the vault is whole. */
import { fork } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ATTACHMENT_PIECE_BYTES } from '../src-shared/contract/attachments.ts';
import type { Client } from '../src-shared/contract/index.ts';
import { createVault, openTestApp, removeFolder, temporaryFolder, TEST_PASSPHRASE, value } from './testing/test-app.ts';

let profile: string;
let out: string;
beforeEach(async () => {
  profile = await temporaryFolder();
  out = await temporaryFolder();
});
afterEach(async () => {
  await removeFolder(profile);
  await removeFolder(out);
});

const ENTRIES = 40;
const MEDIA = 8;

/** Enough that parts of an export are on the disk before the rest of it is made. */
async function fill(client: Client): Promise<void> {
  for (let number = 0; number < MEDIA; number += 1) {
    const id = randomUUID();
    for (let index = 0; index < 2; index += 1)
      value(await client.invoke('attachments.put-piece', { id, index, bytes: randomBytes(ATTACHMENT_PIECE_BYTES) }));
    const described = { id, name: `${number}.jpg`, type: 'image/jpeg', width: 1, height: 1, thumbnail: null };
    value(await client.invoke('attachments.finish', { ...described, size: 2 * ATTACHMENT_PIECE_BYTES }));
    value(
      await client.invoke('entries.write', { id: randomUUID(), day: '2026-11-24', body: `![us](attachment:${id})` }),
    );
  }
  for (let number = MEDIA; number < ENTRIES; number += 1)
    value(await client.invoke('entries.write', { id: randomUUID(), day: '2026-11-25', body: `entry ${number}` }));
}

const hidden = async (): Promise<string[]> => (await readdir(out)).filter((name) => name.startsWith('.'));

it('main killed while it exports leaves no half file behind the next start, and a whole vault', async () => {
  const first = await openTestApp(profile);
  await createVault(first.client);
  await fill(first.client);
  await first.app.close();

  const script = resolve(import.meta.dirname, 'testing/export-child.ts');
  const drawn = Math.random() * 40;
  // What failed once can be tried again.
  process.stdout.write(`The last kill comes ${String(drawn)} ms behind the first byte.\n`);
  const moments = [
    ['archive', 0],
    ['markdown', 0],
    ['archive', drawn],
  ] as const;
  const halves: { left: string[]; known: string[] }[] = [];
  for (const [format, millis] of moments) {
    const child = fork(script, [profile, out, format, TEST_PASSPHRASE, String(millis)], { execArgv: [] });
    const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
    expect(signal).toBe('SIGKILL');
    const left = await hidden();
    if (left.length > 0) {
      const { paths } = JSON.parse(await readFile(join(profile, 'half-written.json'), 'utf8')) as { paths: string[] };
      halves.push({ left: left.map((name) => join(out, name)), known: paths });
    }

    const { app, client } = await openTestApp(profile, { choosePath: async (name) => join(out, `whole ${name}`) });
    expect(await hidden()).toEqual([]);
    expect(existsSync(join(profile, 'half-written.json'))).toBe(false);
    value(await client.invoke('vault.unlock', { method: 'passphrase', secret: TEST_PASSPHRASE }));
    expect(value(await client.invoke('backups.verify', {}))).toMatchObject({
      unreadable: [],
      disagreeing: [],
      incomplete: 0,
      attachments: MEDIA,
    });
    const selection = { from: null, to: null, tag: null, withMedia: true };
    const exported = value(await client.invoke('exports.run', { ...selection, format }));
    expect(exported.counts).toMatchObject({ entries: ENTRIES, media: MEDIA });
    await app.close();
  }
  // At the first two of these moments there is one.
  expect(halves.length).toBeGreaterThanOrEqual(2);
  // Under the names that the profile knew, and no other.
  expect(halves.map(({ left }) => left)).toEqual(halves.map(({ known }) => known));
  // Whatever has a proper name is whole: those that were finished before the end came, too.
  const names = await readdir(out);
  expect(names.length).toBeGreaterThanOrEqual(2);
  for (const name of names)
    expect(Object.keys(unzipSync(await readFile(join(out, name)))).length).toBeGreaterThan(MEDIA);
}, 240_000);
