import { expect, test } from '../fixtures.ts';
import { Journal } from '../pages/journal.ts';
import { Lock } from '../pages/lock.ts';
import { createVault } from '../pages/onboarding.ts';
import { Today } from '../pages/today.ts';
import { MARKER } from '../support/marker.ts';

test('the journal lists every entry by its day, newest first, and each can be written on there', async ({ app }) => {
  const today = new Today(app);
  const journal = new Journal(app);
  await createVault(app);
  await today.write('The first of today');
  await today.newEntry();
  await today.write('The second of today', 1);
  await today.previousDay();
  await today.write(`Of yesterday. ${MARKER}`);

  await today.go('Journal');
  await expect(journal.count).toHaveText('3 entries');
  await expect(journal.entries).toHaveCount(3);
  await expect(journal.entries.nth(0)).toHaveAccessibleName(/^Sunday, .*22/);
  await expect(journal.entries.nth(2)).toHaveAccessibleName(/^Saturday, .*21/);
  await expect(journal.entries.nth(2)).toContainText('Of yesterday. The Quindlefrost');

  await journal.open(2);
  await expect(journal.paneText).toHaveValue(`Of yesterday. ${MARKER}`);
  await journal.paneText.press('End');
  await journal.paneText.pressSequentially(' And more.');
  await expect(journal.pane.getByText('Saved', { exact: true })).toBeVisible();

  await app.restart();
  await new Lock(app).unlock();
  await today.go('Journal');
  await journal.open(2);
  await expect(journal.paneText).toHaveValue(`Of yesterday. ${MARKER} And more.`);
});

test('an empty journal says what belongs there and leads to the first entry', async ({ app }) => {
  const today = new Today(app);
  await createVault(app);
  await today.go('Journal');
  await app.page.getByRole('button', { name: 'Write the first one' }).click();
  await expect(today.text()).toBeFocused();
});
