import { expect, test } from '../fixtures.ts';
import { Lock, openVault } from '../pages/lock.ts';
import { Today } from '../pages/today.ts';
import { MARKER } from '../support/marker.ts';

test('what is written is there again after a restart', { tag: '@journey' }, async ({ app }) => {
  await openVault(app);
  await new Today(app).write(MARKER);
  await app.restart();
  await new Lock(app).unlock();
  await expect(new Today(app).text()).toHaveText(MARKER);
});
