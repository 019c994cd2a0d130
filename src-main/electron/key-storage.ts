import type { KeyStorage } from '../host.ts';
import type { HostSafeStorage } from './electron-api.ts';

/**
 * What Chromium writes in front of a ciphertext on Linux when no keyring gave it a key, and it took the one that stands in its source code
 * (components/os_crypt, posix and fallback key providers). On macOS the same letters stand in front of good ones.
 */
const KNOWN_TO_EVERYBODY = Buffer.from('v10');

/** Before the first call of `isAsyncEncryptionAvailable` and its like nothing is asked of the system. Electron takes text only: the secret goes in as base64. */
export function createKeyStorage(safeStorage: HostSafeStorage, platform: NodeJS.Platform): KeyStorage {
  const isLinux = platform === 'linux';
  return {
    async state() {
      // `unknown`: before Electron is ready, or a backend that this Electron has no name for. Nothing that is not known to protect is used.
      const backend = isLinux ? (safeStorage.getSelectedStorageBackend?.() ?? 'unknown') : null;
      if (backend === 'basic_text') return 'plain-text';
      if (backend === 'unknown') return 'none';
      return (await safeStorage.isAsyncEncryptionAvailable()) ? 'available' : 'none';
    },
    async seal(secret) {
      const sealed = await safeStorage.encryptStringAsync(Buffer.from(secret).toString('base64'));
      // The backend that was chosen may have failed since, without a word.
      if (isLinux && sealed.subarray(0, KNOWN_TO_EVERYBODY.byteLength).equals(KNOWN_TO_EVERYBODY)) {
        throw new Error('The keychain encrypts with a password that everybody knows.');
      }
      return new Uint8Array(sealed);
    },
    async open(sealed) {
      const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(Buffer.from(sealed));
      // What is no base64 gives other bytes, which open nothing.
      return { secret: new Uint8Array(Buffer.from(result, 'base64')), shouldReseal: shouldReEncrypt };
    },
  };
}
