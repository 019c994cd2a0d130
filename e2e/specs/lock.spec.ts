import { expect, test } from '../fixtures.ts';
import { CheckIns } from '../pages/check-in.ts';
import { Lock, openVault } from '../pages/lock.ts';
import { Settings } from '../pages/settings.ts';
import { Today } from '../pages/today.ts';
import { MARKER, MARKER_WORDS, PASSPHRASE } from '../support/marker.ts';

const HABIT = 'Polish the wumbleskarf';
const HABIT_WORD = 'wumbleskarf';

test('the lock takes the text off the screen and ends the process that has the keys', async ({ app }) => {
  const today = new Today(app);
  const lock = new Lock(app);
  await openVault(app);
  await today.write(MARKER);
  expect(await app.storageProcessIds()).toHaveLength(1);

  await lock.lockNow();
  await expect(lock.text('You locked it. Everything is saved.')).toBeVisible();
  await expect.poll(() => app.storageProcessIds()).toEqual([]);
  const left = await app.page.content();
  for (const word of MARKER_WORDS) expect(left).not.toContain(word);

  await lock.unlock();
  await expect(today.text()).toHaveText(MARKER);
});

test('every way to lock does all of it: by key over a dialog, by the list of commands, in the sidebar, in the settings', async ({
  app,
}) => {
  test.setTimeout(120_000);
  const today = new Today(app);
  const lock = new Lock(app);
  const { keyboard } = app.page;
  await openVault(app);
  await today.write(MARKER);
  const ways: Readonly<Record<string, () => Promise<void>>> = {
    'by key over a dialog': async () => {
      await app.page.getByRole('button', { name: 'New habit' }).first().click();
      await app.page.getByRole('dialog').getByLabel('Name').fill(HABIT);
      await keyboard.press('ControlOrMeta+l');
    },
    'by the list of commands': async () => {
      await keyboard.press('ControlOrMeta+k');
      await app.page.getByRole('combobox').fill('Lock now');
      await keyboard.press('Enter');
    },
    'in the sidebar': () => today.go('Lock'),
    'in the settings': async () => {
      await today.go('Settings');
      await app.page.getByRole('main').getByRole('button', { name: 'Lock now' }).click();
    },
  };
  for (const [way, press] of Object.entries(ways)) {
    await press();
    await expect(lock.passphrase, way).toBeFocused();
    await expect.poll(() => app.storageProcessIds(), way).toEqual([]);
    const left = (await app.page.content()).toLowerCase();
    for (const word of [...MARKER_WORDS, HABIT_WORD]) expect(left, way).not.toContain(word);
    await lock.unlock();
    await lock.unlocked();
  }
});

test('a timer runs on behind the lock, and nothing there tells of what', async ({ app }) => {
  const lock = new Lock(app);
  const checkIns = new CheckIns(app);
  await openVault(app);
  await checkIns.make(HABIT, { kind: { type: 'minutes', target: 20, direction: 'at-least' } });
  await checkIns.button(HABIT, `Start the timer of ${HABIT}`).click();
  const timer = checkIns.today.habit(HABIT).getByRole('timer');
  await expect(timer).toBeVisible();
  await lock.lockNow();
  await expect(lock.passphrase).toBeFocused();
  expect((await app.page.content()).toLowerCase()).not.toContain(HABIT_WORD);
  expect(await app.page.title()).toBe('Daygrove');
  await expect(app.page.getByRole('timer')).toHaveCount(0);
  await lock.unlock();
  await expect(timer).toBeVisible();
});

test('an unlocked vault comes back to the room that it was locked in', async ({ app }) => {
  const lock = new Lock(app);
  await openVault(app);
  await new Today(app).go('Habits');
  await lock.lockNow();
  await lock.unlock();
  await expect(new Today(app).heading).toHaveText('Habits');
});

test('what is being typed when the lock is pressed is not lost', async ({ app }) => {
  const today = new Today(app);
  const lock = new Lock(app);
  await openVault(app);
  await today.text().fill(MARKER);
  await lock.lockNow();
  await lock.unlock();
  await expect(today.text()).toHaveText(MARKER);
});

test('a wrong passphrase: a clear message, and each next try has to wait longer, also after a restart', async ({
  app,
}) => {
  const lock = new Lock(app);
  await openVault(app);
  await lock.lockNow();

  await lock.unlock(`${PASSPHRASE}!`);
  await expect(lock.problem).toContainText('That passphrase does not open this vault. Nothing was changed.');
  await expect(lock.button).toHaveAccessibleName('Unlock');
  await lock.unlock('something else');
  await expect(lock.button).toHaveAccessibleName('Try again in 2 s');
  await expect(lock.button).toHaveAccessibleName('Unlock');
  await lock.unlock('and yet another');
  await expect(lock.button).toHaveAccessibleName('Try again in 4 s');

  // However long the start takes: a clock that was set back lets the same delay begin anew when the page asks.
  await app.quit();
  await app.start('2026-11-22T08:00:00Z');
  await expect(lock.button).toHaveAccessibleName(/^Try again in [1-4] s$/);
  await expect(lock.button).toHaveAccessibleName('Unlock');
  await lock.unlock();
  await lock.unlocked();

  // A right one ends the count.
  await lock.lockNow();
  await lock.unlock('wrong once more');
  await expect(lock.problem).toBeVisible();
  await expect(lock.button).toHaveAccessibleName('Unlock', { timeout: 2500 });
});

test('a try that is sent while none is taken is made when the wait is over', async ({ app }) => {
  const lock = new Lock(app);
  await openVault(app);
  await lock.lockNow();
  await lock.unlock('not this one');
  await expect(lock.problem).toBeVisible();
  await expect(lock.passphrase).toBeFocused();
  await expect(lock.button).toHaveAccessibleName('Unlock');
  const width = (await lock.button.boundingBox())?.width;
  await lock.unlock('nor this one');
  await expect(lock.button).toHaveAccessibleName('Try again in 2 s');
  await lock.passphrase.fill(PASSPHRASE);
  await lock.passphrase.press('Enter');
  await expect(lock.button).toHaveAccessibleName(/^Unlocking in \d s$/);
  expect((await lock.button.boundingBox())?.width).toBe(width);
  await lock.unlocked();
});

test('the settings promise a lock at sleep only where the app is told of it', async ({ app, host }) => {
  await openVault(app);
  await new Today(app).go('Settings');
  await expect(new Settings(app).lockByItself).toHaveAccessibleDescription(
    host === 'electron'
      ? 'It also locks when the computer goes to sleep, and with the screen where the system tells of that.'
      : 'The time that the computer sleeps counts as time without you.',
  );
});

test('the recovery key opens the vault, and another key does not', { tag: '@journey' }, async ({ app }) => {
  const today = new Today(app);
  const lock = new Lock(app);
  const key = await openVault(app);
  await today.write(MARKER);
  await app.restart();

  const wrong = key.replace(/[0-9A-Z](?=[^0-9A-Z]*$)/, (last) => (last === '7' ? '8' : '7'));
  await lock.useRecoveryKey(wrong);
  await expect(lock.problem).toContainText('That recovery key does not open this vault. Nothing was changed.');
  await expect(lock.button).toHaveAccessibleName('Unlock');

  await lock.recoveryKey.fill(key.toLowerCase().replaceAll('-', ' '));
  await lock.button.click();
  await expect(today.text()).toHaveText(MARKER);
});

test('nothing is shown before the passphrase is right', async ({ app }) => {
  const today = new Today(app);
  await openVault(app);
  await today.write(MARKER);
  await app.restart();
  await expect(new Lock(app).heading).toBeVisible();
  await expect(new Lock(app).text('Your journal is encrypted. Unlock it to read and write.')).toBeVisible();
  expect(await app.storageProcessIds()).toEqual([]);
  expect(await app.page.title()).toBe('Daygrove');
});

test.describe('with an idle time of eight seconds', () => {
  test.use({ idleLockSeconds: 8 });

  test('it locks itself when nobody is there, and not under somebody who types', async ({ app }) => {
    const today = new Today(app);
    const lock = new Lock(app);
    await openVault(app);
    // Longer than the idle time. The page says at most every five seconds that somebody is there.
    await today.text().pressSequentially(MARKER, { delay: 150 });
    await expect(today.saved()).toBeVisible();
    await expect(lock.heading).toBeVisible({ timeout: 15_000 });
    await expect(lock.text('Nobody was here for a while, so it locked itself.')).toBeVisible();
    await lock.unlock();
    await expect(today.text()).toHaveText(MARKER);
  });
});
