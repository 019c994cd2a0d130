import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { inboxPublicKeys } from '../features/capture/inbox-open.ts';
import { encodeItem } from '../features/capture/captured-item.ts';
import { listInboxItems, writeInboxItem } from '../features/capture/inbox-files.ts';
import { sealToInbox } from '../features/capture/inbox-seal.ts';
import { takeInbox } from '../features/capture/take-inbox.ts';
import { entriesHandlers } from '../features/entries/handlers.ts';
import { openTestVault, type TestVault } from '../vault/testing/test-vault.ts';

let test: TestVault;
beforeEach(async () => {
  test = await openTestVault();
});
afterEach(() => test.remove());

it('F9: an item that somebody else sealed (the key is public) cannot make the journal unreadable', async () => {
  const handlers = entriesHandlers(test.vault);
  await handlers['entries.write']({ id: randomUUID(), day: '2026-11-21', body: 'mine' });
  const id = randomUUID();
  const [publicKey] = await inboxPublicKeys(test.keys);
  const itemId = new Uint8Array(Buffer.from(id.replaceAll('-', ''), 'hex'));
  const item = {
    format: 1,
    writtenAt: Number.MAX_SAFE_INTEGER,
    zone: 'UTC',
    day: '2026-11-21',
    text: 'x',
    mood: null,
  } as const;
  await writeInboxItem(
    test.folder,
    id,
    await sealToInbox(publicKey!, { vaultId: test.keys.vaultId, itemId }, encodeItem(item)),
  );
  await takeInbox(test.vault, test.folder, await listInboxItems(test.folder));
  // It is in the vault by now, and goes to every other device.
  await expect(handlers['entries.on-day']({ day: '2026-11-21' })).resolves.toMatchObject({ ok: true });
  await expect(handlers['entries.timeline']({ before: null, limit: 10 })).resolves.toMatchObject({ ok: true });
});
