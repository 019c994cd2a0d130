import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createVault, openTestApp, removeFolder, temporaryFolder, value, type TestApp } from './testing/test-app.ts';

let folder: string;
let test: TestApp;
let text: string;

beforeEach(async () => {
  folder = await temporaryFolder();
  text = '';
  test = await openTestApp(folder, {
    clipboard: {
      writeText: async (written) => {
        text = written;
      },
      readText: async () => text,
      clear: () => {
        text = '';
      },
    },
  });
});
afterEach(async () => {
  await test.app.close();
  await removeFolder(folder);
});

describe('a recovery key that was copied', () => {
  it('is taken off the clipboard by the lock', async () => {
    const key = await createVault(test.client);
    expect(value(await test.client.invoke('app.copy-secret', { text: key }))).toEqual({
      isCopied: true,
      staysSeconds: 60,
    });
    expect(text).toBe(key);
    value(await test.client.invoke('vault.lock', {}));
    await expect.poll(() => text).toBe('');
  });

  it('is taken off the clipboard by the end of the app, before there is a vault too', async () => {
    const { recoveryKey } = value(await test.client.invoke('vault.create', { passphrase: 'long enough' }));
    value(await test.client.invoke('app.copy-secret', { text: recoveryKey }));
    await test.app.close();
    expect(text).toBe('');
  });

  it('is copied by the page where the host has no clipboard', async () => {
    await test.app.close();
    test = await openTestApp(folder);
    expect(value(await test.client.invoke('app.copy-secret', { text: 'K7QM' })).isCopied).toBe(false);
    expect(text).toBe('');
  });
});
