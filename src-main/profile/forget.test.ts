import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { removeFolder, temporaryFolder } from '../testing/test-app.ts';
import { finishForgetting, markForgotten, NotRemoved } from './forget.ts';
import { CONTENT_FILES, KEY_FILES, SETTINGS_FILES, type VaultFile } from './vault-files.ts';

class Killed extends Error {}

const KEPT = '2026-11-22T081400Z';
/** Not the vault's. */
const OTHERS = ['logs', 'half-written.json', 'chromium', 'profile.lock'];

let folder: string;
let profile: string;

async function put({ name, kind }: VaultFile): Promise<void> {
  if (kind === 'folder') {
    await mkdir(join(profile, name, 'within'), { recursive: true });
    await writeFile(join(profile, name, 'within', 'file'), name);
    return;
  }
  for (const suffix of kind === 'file' ? ['', '.new'] : ['', '-wal', '-shm']) {
    await writeFile(join(profile, name + suffix), name);
  }
}

beforeEach(async () => {
  folder = await temporaryFolder();
  profile = join(folder, 'profile');
  await mkdir(join(profile, 'backups'), { recursive: true });
  await writeFile(join(profile, 'backups', 'one.daygrove-backup'), 'backup');
  for (const each of [...KEY_FILES, ...CONTENT_FILES, ...SETTINGS_FILES]) await put(each);
  for (const name of OTHERS) await writeFile(join(profile, name), name);
});
afterEach(() => removeFolder(folder));

async function left(in_: string): Promise<string[]> {
  return (await readdir(in_)).toSorted();
}

describe('forgetting a vault', () => {
  it('does nothing without a marker', async () => {
    const before = await left(profile);
    expect(await finishForgetting(profile)).toBe(false);
    expect(await left(profile)).toEqual(before);
  });

  it('leaves nothing of the vault, nothing but it, and says how far it is', async () => {
    await markForgotten(profile, null);
    const told: string[] = [];
    expect(await finishForgetting(profile, ({ done, total }) => told.push(`${done}/${total}`))).toBe(true);
    expect(await left(profile)).toEqual(OTHERS.toSorted());
    expect(told.at(-1)).toMatch(/^(\d+)\/\1$/);
    expect(await finishForgetting(profile)).toBe(false);
  });

  it('keeps the backups aside where they were not to go', async () => {
    await markForgotten(profile, KEPT);
    await finishForgetting(profile);
    expect(await left(profile)).toEqual([...OTHERS, 'kept-backups'].toSorted());
    expect(await readFile(join(profile, 'kept-backups', KEPT, 'one.daygrove-backup'), 'utf8')).toBe('backup');
  });

  it('comes to its end wherever it was cut off, twice too, and no key outlives anything of the contents', async () => {
    await markForgotten(profile, KEPT);
    const steps: string[] = [];
    await cp(profile, join(folder, 'rehearsal'), { recursive: true });
    await finishForgetting(join(folder, 'rehearsal'), undefined, (step) => steps.push(step));
    expect(steps.slice(0, KEY_FILES.length)).toEqual(KEY_FILES.map(({ name }) => name));
    expect(steps.at(-1)).toBe('forget.json');
    const until = (last: string) => (step: string) => {
      if (step === last) throw new Killed();
    };
    for (const first of steps) {
      const copy = join(folder, `cut at ${first}`);
      await cp(profile, copy, { recursive: true });
      await expect(finishForgetting(copy, undefined, until(first))).rejects.toThrow(Killed);
      const names = await left(copy);
      const contentGone = CONTENT_FILES.some(({ name }) => !names.includes(name));
      const keysLeft = KEY_FILES.filter(({ name }) => names.includes(name));
      expect(contentGone && keysLeft.length > 0).toBe(false);
      await finishForgetting(copy, undefined, until(steps[steps.length - 2]!)).catch(() => {});
      await finishForgetting(copy);
      expect(await left(copy)).toEqual([...OTHERS, 'kept-backups'].toSorted());
      expect(await left(join(copy, 'kept-backups', KEPT))).toEqual(['one.daygrove-backup']);
    }
  });

  it('goes on with a marker that cannot be read, and keeps the backups then', async () => {
    await writeFile(join(profile, 'forget.json'), '{"keptAs": 7');
    await finishForgetting(profile);
    expect(await left(join(profile, 'kept-backups'))).toEqual(['unnamed']);
  });

  it('removes what it can where something cannot be removed, names that, and tries it again', async () => {
    await markForgotten(profile, KEPT);
    // A file where a folder is to be made: what cannot be done here, whoever runs this.
    await writeFile(join(profile, 'kept-backups'), '');
    const failed = await finishForgetting(profile).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(NotRemoved);
    expect((failed as NotRemoved).names).toEqual(['backups']);
    expect(await left(profile)).toEqual([...OTHERS, 'backups', 'forget.json', 'kept-backups'].toSorted());
    await rm(join(profile, 'kept-backups'));
    expect(await finishForgetting(profile)).toBe(true);
    expect(await left(join(profile, 'kept-backups', KEPT))).toEqual(['one.daygrove-backup']);
  });
});
