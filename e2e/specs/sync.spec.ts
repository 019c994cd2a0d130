import { expect, test } from '../fixtures.ts';
import { value } from '../../src-main/testing/test-app.ts';
import { Lock, openVault } from '../pages/lock.ts';
import { SyncPage } from '../pages/sync.ts';
import { Today } from '../pages/today.ts';
import { expectAccessible } from '../support/accessible.ts';
import { MARKER, PASSPHRASE } from '../support/marker.ts';
import { rememberSecret } from '../support/run-folders.ts';
import { joinAs, otherDevice } from '../support/other-device.ts';

test('connecting: says what it found and what will happen, then syncs, and tells it quietly everywhere', async ({
  app,
  sync,
}) => {
  const today = new Today(app);
  const page = new SyncPage(app);
  await openVault(app);
  await today.write(MARKER);
  await expect(page.line).toHaveText('On this computer only');
  await page.line.click();
  await expect(page.section).toBeVisible();

  await page.look('ftp://example.org', 'x');
  await expect(page.problem).toContainText('Nothing was sent. Enter one that begins with libsql://');
  await page.look('http://127.0.0.1:9', 'x');
  await expect(page.problem).toContainText('could not be reached. Nothing was changed');
  await page.look(sync.url, 'wrong');
  await expect(page.problem).toContainText('refuses this token. Nothing was changed');

  await page.look(sync.url, sync.token);
  await expect(page.found).toContainText('Nothing lies there yet.');
  await page.button('Connect').click();
  await expect(page.state).toHaveAttribute('data-state', 'synced');
  await expect(page.line).toHaveText(/^Synced /);
  await expect(page.section.getByRole('list', { name: 'Devices' })).toContainText('This computer');
  await expect(page.section).toContainText('Data this month');

  await page.button('Pause').click();
  await expect(page.line).toHaveText('Sync paused');
  await page.button('Resume').click();
  await expect(page.state).toHaveAttribute('data-state', 'synced');

  await page.button('Rename').click();
  await page.section.getByLabel('Name of this computer').fill('Kitchen laptop');
  await page.button('Save').click();
  await expect(page.section.getByText('Kitchen laptop')).toBeVisible();

  await page.button('Disconnect').click();
  await app.page.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click();
  await expect(page.line).toHaveText('On this computer only');
  await today.go('Today');
  await expect(today.text()).toHaveText(MARKER);
});

test(
  'by keys alone: from the list of commands to a vault that is synced',
  { tag: '@journey' },
  async ({ app, sync }) => {
    const page = new SyncPage(app);
    await openVault(app);
    const { keyboard } = app.page;
    await keyboard.press('ControlOrMeta+k');
    await keyboard.type('sync settings');
    await keyboard.press('Enter');
    await expect(page.section.getByRole('heading', { name: 'Sync' })).toBeFocused();
    // Past what the help says of it.
    await keyboard.press('Tab');
    await keyboard.press('Tab');
    await keyboard.type(sync.url);
    await keyboard.press('Tab');
    await keyboard.type(sync.token);
    await keyboard.press('Enter');
    await expect(page.found).toBeVisible();
    for (let presses = 0; presses < 6; presses += 1) {
      await keyboard.press('Tab');
      if (await page.button('Connect').evaluate((button) => button === document.activeElement)) break;
    }
    await keyboard.press('Enter');
    await expect(page.state).toHaveAttribute('data-state', 'synced');
  },
);

test.describe('on a new computer', () => {
  test.use({ vault: 'none' });

  test('a new computer: the vault comes from the server, and both go on together', async ({ app, sync }) => {
    const other = await otherDevice(app);
    const made = value(await other.client.invoke('vault.create', { passphrase: PASSPHRASE }));
    value(await other.client.invoke('vault.confirm-recovery-key', { recoveryKey: made.recoveryKey }));
    const id = '7b0c3f3e-55f1-4a52-9c39-0d4e1a2b3c4d';
    value(await other.client.invoke('entries.write', { id, day: '2026-11-22', body: MARKER }));
    await other.connect(sync.url, sync.token);

    const page = new SyncPage(app);
    const today = new Today(app);
    await app.page.getByRole('button', { name: 'I already have a vault' }).click();
    await page.join(sync, 'not my passphrase');
    await expect(app.page.getByRole('alert')).toContainText('does not open this vault');
    await page.join(sync);
    await expect(today.text()).toHaveText(MARKER);
    await expect(page.line).toHaveText(/^Synced /);

    // What one writes, the other shows, while its page is open.
    value(await other.client.invoke('entries.write', { id, day: '2026-11-22', body: `${MARKER}\n\nFrom the other.` }));
    await other.sync();
    await page.line.click();
    await page.button('Sync now').click();
    await today.go('Today');
    await expect(today.text().getByRole('paragraph')).toHaveText([MARKER, 'From the other.']);
    await other.app.close();
  });
});

test('a text that is being written while another device’s change arrives keeps both', async ({ app, sync }) => {
  const page = new SyncPage(app);
  const today = new Today(app);
  await openVault(app);
  await today.write('Morning.\n\nEvening.');
  await page.line.click();
  await page.connect(sync);
  await expect(page.state).toHaveAttribute('data-state', 'synced');
  const other = await otherDevice(app);
  await joinAs(other, sync);
  const [entry] = value(await other.client.invoke('entries.on-day', { day: '2026-11-22' })).entries;
  await other.write(entry!.id, 'Morning.\n\nEvening, and rain.', entry!.revision);
  await other.sync();

  await today.go('Today');
  const text = today.text();
  await text.click();
  await app.page.keyboard.press('ControlOrMeta+Home');
  // The cycle brings the rain while the words before it are typed.
  await app.page.evaluate(() => {
    const shown = window as unknown as Window & {
      readonly daygrove: { invoke(channel: string, input: unknown): Promise<unknown> };
      synced: Promise<unknown>;
    };
    shown.synced = shown.daygrove.invoke('sync.now', {});
  });
  await text.pressSequentially('A bright ', { delay: 40 });
  await app.page.evaluate(() => (window as unknown as { readonly synced: Promise<unknown> }).synced);
  await expect(text.getByRole('paragraph')).toHaveText(['A bright Morning.', 'Evening, and rain.']);
  await expect(today.saved()).toBeVisible();
  await other.app.close();
});

test('the same words changed on two devices: the later stands, the other is shown, and either can be chosen', async ({
  app,
  sync,
}) => {
  const page = new SyncPage(app);
  const today = new Today(app);
  await openVault(app);
  await today.write('Tea with Anna.');
  await page.line.click();
  await page.connect(sync);
  await expect(page.state).toHaveAttribute('data-state', 'synced');
  const other = await otherDevice(app);
  await joinAs(other, sync);
  await page.button('Pause').click();
  await today.go('Today');
  await today.write('Tea with Ben.');
  const [entry] = value(await other.client.invoke('entries.on-day', { day: '2026-11-22' })).entries;
  await other.write(entry!.id, 'Tea with Clara.', entry!.revision);
  await other.sync();
  await page.line.click();
  await page.button('Resume').click();
  await expect(page.line).toHaveText('1 entry to look at');

  await today.go('Today');
  await expect(today.text()).toHaveText('Tea with Clara.');
  const banner = app.page.getByTestId('conflict');
  await banner.getByRole('button', { name: 'Show the other' }).click();
  const dialog = app.page.getByRole('dialog');
  await expect(dialog.getByRole('textbox')).toHaveValue('Tea with Ben.');
  await expectAccessible(app, 'two wordings');
  await dialog.getByRole('button', { name: 'Use this one' }).click();
  await expect(today.text()).toHaveText('Tea with Ben.');
  await expect(banner).toBeHidden();
  await expect(page.line).not.toHaveText('1 entry to look at');
  await other.app.close();
});

test('a token that is refused: the line says that a person is needed, and a new token heals it', async ({
  app,
  sync,
}) => {
  const page = new SyncPage(app);
  const today = new Today(app);
  await openVault(app);
  await page.line.click();
  await page.connect(sync);
  await expect(page.state).toHaveAttribute('data-state', 'synced');
  sync.server.changeToken('a new one');
  await page.button('Sync now').click();
  await expect(page.line).toHaveText('Sync needs you');
  await expect(page.state).toContainText('does not take the token any more. Everything is safe here.');
  await today.go('Today');
  await today.write('It goes on.');
  await page.line.click();
  await expect(page.state).toContainText('1 change is saved here and waits.');
  await page.section.getByLabel('New token').fill('a new one');
  await page.button('Change token').click();
  await expect(page.state).toHaveAttribute('data-state', 'synced');
});

test('a passphrase that was changed, and a key that was renewed, on a computer and on another that was away', async ({
  app,
  sync,
}) => {
  const page = new SyncPage(app);
  const today = new Today(app);
  await openVault(app);
  await today.write(MARKER);
  await page.line.click();
  await page.connect(sync);
  await expect(page.state).toHaveAttribute('data-state', 'synced');
  const other = await otherDevice(app);
  await joinAs(other, sync);

  const next = `${PASSPHRASE} and one more`;
  await app.page.getByRole('button', { name: 'Change passphrase…' }).click();
  const dialog = app.page.getByRole('dialog');
  await dialog.getByLabel('Current passphrase').fill(PASSPHRASE);
  await dialog.getByLabel('New passphrase').fill(next);
  await dialog.getByLabel('Passphrase again').fill(next);
  await dialog.getByRole('button', { name: 'Change it' }).click();
  await expect(dialog).toBeHidden();
  await page.button('Sync now').click();
  await expect(page.state).toHaveAttribute('data-state', 'synced');
  // The page says synced before its next cycle too: what has arrived elsewhere is the proof.
  await expect.poll(async () => (await other.sync()).notices.passphraseChanged).toBe(true);

  await app.page.getByRole('button', { name: 'Renew the vault’s key…' }).click();
  await dialog.getByLabel('Current passphrase').fill(next);
  await dialog.getByRole('button', { name: 'Continue' }).click();
  const shown = dialog.getByRole('list', { name: 'Recovery key' }).getByRole('listitem');
  await expect(shown.first()).toBeVisible();
  const groups = await shown.allInnerTexts();
  rememberSecret(groups.join('-'));
  await dialog.getByRole('button', { name: 'I have it' }).click();
  const asked = dialog.getByRole('textbox', { name: /^Group \d+$/ });
  await expect(asked).toHaveCount(2);
  for (const [index, group] of groups.entries()) {
    const field = dialog.getByLabel(`Group ${String(index + 1)}`, { exact: true });
    if ((await field.count()) > 0) await field.fill(group);
  }
  await dialog.getByRole('button', { name: 'Renew the key now' }).click();
  await expect(dialog).toBeHidden();
  await expect(app.page.getByText('Only the new recovery key opens it from now on')).toBeVisible();
  await page.button('Sync now').click();
  await expect(page.state).toHaveAttribute('data-state', 'synced');

  await expect.poll(async () => (await other.sync()).problem).toBe('renewed-key');
  value(await other.client.invoke('vault.adopt-key', { method: 'passphrase', secret: next }));
  expect(await other.sync()).toMatchObject({ state: 'synced', waiting: 0 });
  await other.app.close();

  const lock = new Lock(app);
  await lock.lockNow();
  await lock.unlock(next);
  await today.go('Today');
  await expect(today.text()).toHaveText(MARKER);
});
