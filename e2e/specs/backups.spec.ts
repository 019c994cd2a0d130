import { mkdirSync, readdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '../fixtures.ts';
import type { AppUnderTest } from '../fixtures.ts';
import { Backups, OpenBackup } from '../pages/backups.ts';
import { Lock, openVault } from '../pages/lock.ts';
import { Today } from '../pages/today.ts';
import { expectAccessible } from '../support/accessible.ts';
import { MARKER } from '../support/marker.ts';
import { backupOfReadyProfile } from '../support/ready-backup.ts';
import { readyRecoveryKey } from '../support/ready-profile.ts';

const stick = (app: AppUnderTest): string => join(dirname(app.profile), 'stick');

test.use({ chosenFolder: 'stick' });

test('back up now, verify, compare and go back to a backup', { tag: '@journey' }, async ({ app }) => {
  const today = new Today(app);
  const lock = new Lock(app);
  const backups = new Backups(app);
  mkdirSync(stick(app));
  await openVault(app);
  await today.write(MARKER);
  await expect(today.saved(0)).toBeVisible();

  await test.step('back up now, to the chosen folder too', async () => {
    await backups.open();
    await backups.button('Choose a folder…').click();
    await expect(backups.folder).toContainText(stick(app));
    await backups.runNow();
    await expect(backups.state).toContainText(/Last backup .*1 entry · /su);
    await expect(backups.state).toContainText('Everything in it was read again from the disk and opened.');
    await expect(backups.folder).toContainText('The newest there:');
    expect(readdirSync(stick(app))).toEqual([expect.stringMatching(/^daygrove-.*\.daygrove-backup$/u)]);
    await expectAccessible(app, 'the backups of the settings');
    renameSync(stick(app), `${stick(app)}-away`);
    await backups.button('Back up now').click();
    const notCopied = `Written on this computer, but not copied to ${stick(app)}.`;
    await expect(app.page.getByRole('alert').filter({ hasText: notCopied })).toBeVisible();
    await expect(backups.folder).toContainText('The newest that was seen there:');
    renameSync(`${stick(app)}-away`, stick(app));
  });

  await test.step('verify, by keys alone', async () => {
    await backups.button('Verify my vault…').focus();
    await app.page.keyboard.press('Enter');
    await expect(backups.dialog.getByRole('button', { name: 'Verify', exact: true })).toBeFocused();
    await app.page.keyboard.press('Enter');
    await expect(backups.dialog.getByRole('status')).toContainText('Everything is whole.');
    await expect(backups.dialog.getByRole('status')).toContainText('Daygrove looked at 1 entry, with all');
    await app.page.keyboard.press('Escape');
    await expect(backups.button('Verify my vault…')).toBeFocused();
  });

  await test.step('compare, and go back', async () => {
    await today.go('Today');
    await today.newEntry();
    await today.write('Written after the backup', 1);
    await expect(today.saved(1)).toBeVisible();
    await backups.open();
    await app.page.keyboard.press('ControlOrMeta+K');
    await app.page.getByRole('combobox', { name: 'Command' }).fill('restore a');
    await app.page.keyboard.press('Enter');
    await backups.chooseFile({ name: 'letter.txt', buffer: Buffer.from('Dear diary') });
    await expect(backups.problem).toContainText('This is no backup of Daygrove.');
    await expect(backups.fileField).toBeFocused();
    await backups.dialog.getByRole('button', { name: 'Compare' }).click();
    await expect(backups.found).toBeFocused();
    await expect(backups.found).toContainText('1 entry that you have now is not in this backup.');
    await expect(backups.row('Entries')).toHaveText(['2', '1', '1', '0', '0']);
    await expect(backups.dialog).toContainText(join(app.profile, 'replaced', '2026-'));
    const wide = app.page.viewportSize()!;
    for (const width of [wide.width, 390, 320]) {
      await app.page.setViewportSize({ ...wide, width });
      await expectAccessible(app, `the comparison at ${width}`);
      await expect.poll(() => backups.pixelsOutOfSight()).toBe(0);
    }
    await app.page.setViewportSize(wide);
    await backups.dialog.getByRole('button', { name: 'Restore this backup' }).click();
    await expect(lock.heading).toBeVisible();
    await expect(lock.text('The backup is your vault now.')).toBeVisible();
    await lock.unlock();
    await lock.unlocked();
    await today.go('Today');
    await expect(today.text(0)).toHaveText(MARKER);
    await expect(today.text(1)).toBeHidden();
    await backups.open();
    await expect(backups.section).toContainText('Vaults from before a restore');
    await expect(backups.section).toContainText(join(app.profile, 'replaced', '2026-'));
    await expect(backups.state).toContainText(/2 entries · .*right before you restored/su);
    await expect(backups.state).toContainText('Everything in it was read again');
    await backups.button('Restore…').click();
    await expect(backups.dialog.getByRole('radio', { name: /your vault from before a restore$/u })).toBeChecked();
  });
});

test.describe('on another computer', () => {
  test.use({ vault: 'none', chosenFolder: null });

  test('a backup opens with the recovery key alone', async ({ app }) => {
    const opening = new OpenBackup(app);
    const backup = await backupOfReadyProfile(dirname(app.profile), MARKER);
    await opening.begin();
    await opening.choose({ name: 'letter.txt', buffer: Buffer.from('Dear diary') });
    // Before anybody is asked for a secret, and where the next try begins.
    await expect(opening.problem).toContainText('This is no backup of Daygrove.');
    await expect(opening.fileField).toBeFocused();
    await opening.choose(backup);
    await expect(app.page.getByText('This is a backup of a vault.')).toBeVisible();
    await opening.useRecoveryKey('K7QM-2XWD-9HTR-4PZN-6BVC-3FJY-8SLE-5GAU');
    await expect(opening.problem).toContainText('That does not open this vault.');
    // Not before the wait behind a wrong try is over.
    await expect(async () => {
      await opening.useRecoveryKey(readyRecoveryKey());
      await expect(opening.figure('Entries').or(opening.problem)).toBeVisible();
      await expect(opening.figure('Entries')).toBeVisible({ timeout: 1 });
    }).toPass();
    await expect(opening.figure('Entries')).toHaveText('1');
    await expect(app.page.getByRole('group', { name: 'What was found' })).toBeFocused();
    await expect(app.page.getByText('It holds 1 entry.')).toBeVisible();
    await expectAccessible(app, 'what a backup holds');
    await opening.take();
    await new Lock(app).unlocked();
    await expect(new Today(app).text(0)).toHaveText(MARKER);
  });
});

test.describe('a host that cannot ask for a folder', () => {
  test.use({ chosenFolder: null });

  test('says so', async ({ app }) => {
    const backups = new Backups(app);
    await openVault(app);
    await backups.open();
    await expect(backups.section).toContainText('The browser version cannot ask for a folder.');
    await expect(backups.button('Choose a folder…')).toBeHidden();
  });
});
