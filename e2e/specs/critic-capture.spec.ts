import { expect, test } from '../fixtures.ts';
import { Capture } from '../pages/capture.ts';
import { openVault } from '../pages/lock.ts';
import { Today } from '../pages/today.ts';

test('F16: what is typed while a capture is on its way to the disk is not thrown away', async ({ app }) => {
  const { page } = app;
  const capture = new Capture(app);
  await openVault(app);
  await page.keyboard.press('ControlOrMeta+Shift+n');
  await capture.text.fill('Buy bread');
  // A storage process that is busy (an import, a renewal of the key, a slow disk).
  const [pid] = await app.storageProcessIds();
  process.kill(pid!, 'SIGSTOP');
  try {
    await page.keyboard.press('ControlOrMeta+Enter');
    await page.keyboard.type(' and call Anna');
    await expect(capture.text).toHaveValue('Buy bread and call Anna');
  } finally {
    process.kill(pid!, 'SIGCONT');
  }
  const today = new Today(app);
  // What was sent has come in.
  await expect(today.text()).toContainText('Buy bread');
  // The rest of it is still in the field, or came in too: it is not gone behind a "Kept".
  await page.waitForLoadState('networkidle');
  if (await capture.dialog.isVisible()) await expect(capture.text).toHaveValue(/call Anna/);
  else await expect(today.text()).toContainText('call Anna');
});
