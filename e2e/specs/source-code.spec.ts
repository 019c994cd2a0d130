import { expect, test } from '../fixtures.ts';
import { ImportDialog } from '../pages/import-dialog.ts';
import { Journal } from '../pages/journal.ts';
import { Lock, openVault } from '../pages/lock.ts';
import { Today } from '../pages/today.ts';
import { dayOneExport } from '../samples/day-one.ts';
import { loopBackup } from '../samples/loop-backup.ts';
import { MARKER } from '../support/marker.ts';

test.describe('@browser the children as `npm start` runs them', () => {
  test.use({ children: 'source' });

  test('keep a vault and read both kinds of files', async ({ app }) => {
    const today = new Today(app);
    const dialog = new ImportDialog(app);
    await openVault(app);
    expect(await app.storageProcessIds()).toHaveLength(1);
    await today.write(MARKER);
    await today.go('Import…');
    await dialog.choose(await loopBackup());
    await dialog.run();
    await expect(dialog.headline).toContainText('Added 2 habits and 5 check-ins.');
    await dialog.dialog.getByRole('button', { name: 'Another file' }).click();
    await dialog.choose(dayOneExport());
    await dialog.run();
    await expect(dialog.headline).toContainText('Added 3 entries.');
    await dialog.done();

    await app.restart();
    await new Lock(app).unlock();
    await expect(today.text()).toHaveText(MARKER);
    await today.go('Journal');
    await expect(new Journal(app).count).toHaveText('4 entries');
  });
});
