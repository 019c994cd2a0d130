import { expect, test } from '../fixtures.ts';
import { Lock, openVault } from '../pages/lock.ts';
import { Today } from '../pages/today.ts';
import { isRunning } from '../support/child-processes.ts';
import { MARKER } from '../support/marker.ts';

const ROUNDS = 5;

test('the storage process is killed again and again while somebody types: nothing is lost', async ({ app }) => {
  test.setTimeout(120_000);
  const today = new Today(app);
  const lock = new Lock(app);
  await openVault(app);
  await today.write(MARKER);
  let expected = MARKER;

  for (let round = 1; round <= ROUNDS; round += 1) {
    const [storage] = await app.storageProcessIds();
    if (storage === undefined) throw new Error('There is no storage process.');
    const acknowledged = `${expected} Round ${String(round)}, acknowledged.`;
    await today.text().fill(acknowledged);
    await expect(today.saved()).toBeVisible();

    // From here on nothing may be acknowledged that is not on the disk, and nothing typed may be forgotten.
    const typed = ` Round ${String(round)}, typed into the fall.`;
    await today.text().press('ControlOrMeta+End');
    await today.text().pressSequentially(typed.slice(0, 10));
    process.kill(storage, 'SIGKILL');
    await today
      .text()
      .pressSequentially(typed.slice(10), { timeout: 3000 })
      .catch(() => {
        // The lock screen came in the middle of the words. The rest was typed at nobody.
      });

    await expect(lock.heading).toBeVisible();
    await expect(lock.text(/stopped unexpectedly\. Everything saved is safe/)).toBeVisible();
    expect(isRunning(storage)).toBe(false);
    await lock.unlock();
    await expect(today.text()).toHaveText(new RegExp(`^${acknowledged}${typed.slice(0, 10)}`));
    await expect(today.saved()).toBeVisible();
    expected = await today.text().innerText();
  }

  await app.restart();
  await lock.unlock();
  await expect(today.text()).toHaveText(expected);
});

test.describe('the plug is pulled', () => {
  // What the page was about to fetch of its own when its host was gone.
  test.use({ expectedProblems: [/ERR_CONNECTION_REFUSED/] });

  test('the storage process does not outlive an app that was killed', async ({ app }) => {
    await openVault(app);
    const [storage] = await app.storageProcessIds();
    if (storage === undefined) throw new Error('There is no storage process.');
    expect(isRunning(storage)).toBe(true);
    await app.pullPlug();
    await expect.poll(() => isRunning(storage)).toBe(false);
  });
});
