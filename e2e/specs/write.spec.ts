import { expect, test } from '../fixtures.ts';
import { Lock } from '../pages/lock.ts';
import { createVault } from '../pages/onboarding.ts';
import { Today } from '../pages/today.ts';
import { MARKER } from '../support/marker.ts';

test('an entry is saved as it is typed, and is there after a restart', async ({ app }) => {
  const today = new Today(app);
  await createVault(app);
  await expect(today.heading).toHaveText(/22 November|November 22/);
  await today.text().pressSequentially(MARKER);
  await expect(today.saved()).toBeVisible();

  await app.restart();
  await new Lock(app).unlock();
  await expect(today.text()).toHaveValue(MARKER);
  await expect(today.saved()).toBeVisible();
});

test('a day holds many entries, and each day its own', async ({ app }) => {
  const today = new Today(app);
  await createVault(app);
  await today.write('In the morning');
  await today.newEntry();
  await today.write('In the evening', 1);
  await today.previousDay();
  await expect(today.heading).toHaveText(/21 November|November 21/);
  await expect(today.text()).toHaveValue('');
  await today.write(`Yesterday. ${MARKER}`);

  await app.restart();
  await new Lock(app).unlock();
  await expect(today.text(0)).toHaveValue('In the morning');
  await expect(today.text(1)).toHaveValue('In the evening');
  await today.previousDay();
  await expect(today.text()).toHaveValue(`Yesterday. ${MARKER}`);
  await today.backToToday();
  await expect(today.entries).toHaveCount(2);
});

test('the last words before the window is closed are not lost', async ({ app }) => {
  const today = new Today(app);
  await createVault(app);
  await today.text().fill(MARKER);
  await app.restart();
  await new Lock(app).unlock();
  await expect(today.text()).toHaveValue(MARKER);
});

test('the last words before the app is ended from outside are not lost', async ({ app, host }) => {
  const today = new Today(app);
  await createVault(app);
  await today.text().fill(MARKER);
  await app.endApp();
  // In Electron the window goes with the app.
  if (host === 'browser') await expect(app.page.getByText('Daygrove has ended. You can close this tab.')).toBeVisible();
  await app.start();
  await new Lock(app).unlock();
  await expect(today.text()).toHaveValue(MARKER);
});

test('an entry that was removed can be taken back', async ({ app }) => {
  const today = new Today(app);
  await createVault(app);
  await today.write(MARKER);
  await today.entries.first().getByRole('button', { name: 'Remove this entry' }).click();
  await expect(app.page.getByText('The entry is in the trash.')).toBeVisible();
  await expect(today.text()).toHaveValue('');
  await app.page.getByRole('button', { name: 'Undo' }).click();
  await expect(today.text()).toHaveValue(MARKER);

  await app.restart();
  await new Lock(app).unlock();
  await expect(today.text()).toHaveValue(MARKER);
});

test('a mood without words is kept', async ({ app }) => {
  const today = new Today(app);
  await createVault(app);
  await today.entries.first().getByRole('radio', { name: 'Good' }).check({ force: true });
  await expect(today.saved()).toBeVisible();
  await app.restart();
  await new Lock(app).unlock();
  await expect(today.entries.first().getByRole('radio', { name: 'Good' })).toBeChecked();
});

test.describe('at half past eleven in the evening, UTC', () => {
  test.use({ clock: '2026-11-22T23:30:00Z', timeZone: 'Pacific/Auckland' });

  test('the day is the one of the person’s place', async ({ app }) => {
    await createVault(app);
    await expect(new Today(app).heading).toHaveText(/23 November|November 23/);
  });
});
