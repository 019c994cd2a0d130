import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createKeyStorage } from './key-storage.ts';
import { RecordedSafeStorage } from './testing/recording-electron.ts';

const secret = new Uint8Array(randomBytes(32));

function made(platform: NodeJS.Platform) {
  const safeStorage = new RecordedSafeStorage();
  return { safeStorage, storage: createKeyStorage(safeStorage, platform) };
}

describe('the keychain by Electron', () => {
  it.each(['linux', 'darwin', 'win32'] as const)('gives back on %s what it was given', async (platform) => {
    const { safeStorage, storage } = made(platform);
    expect(await storage.state()).toBe('available');
    const sealed = await storage.seal(secret);
    expect(await storage.open(sealed)).toEqual({ secret, shouldReseal: false });
    safeStorage.shouldReEncrypt = true;
    expect((await storage.open(sealed)).shouldReseal).toBe(true);
  });

  it.each([
    ['basic_text', 'plain-text'],
    ['unknown', 'none'],
    ['gnome_libsecret', 'available'],
    ['kwallet6', 'available'],
  ])('is on Linux with %s: %s', async (backend, state) => {
    const { safeStorage, storage } = made('linux');
    safeStorage.backend = backend;
    expect(await storage.state()).toBe(state);
  });

  it('is none where Electron says that it cannot encrypt', async () => {
    for (const platform of ['linux', 'darwin', 'win32'] as const) {
      const { safeStorage, storage } = made(platform);
      safeStorage.isAvailable = false;
      expect(await storage.state()).toBe('none');
    }
  });

  it('refuses on Linux what was encrypted with the password that everybody knows, and only there', async () => {
    const linux = made('linux');
    linux.safeStorage.prefix = 'v10';
    await expect(linux.storage.seal(secret)).rejects.toThrow(/everybody knows/);
    const mac = made('darwin');
    mac.safeStorage.prefix = 'v10';
    expect(await mac.storage.open(await mac.storage.seal(secret))).toMatchObject({ secret });
  });

  it('throws where the system has not got the key any more', async () => {
    const { safeStorage, storage } = made('linux');
    const sealed = await storage.seal(secret);
    safeStorage.prefix = 'v12';
    await expect(storage.open(sealed)).rejects.toThrow('Error while decrypting');
  });
});
