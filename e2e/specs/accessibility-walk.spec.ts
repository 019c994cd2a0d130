import { mkdirSync } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { walk } from '../access/walk.ts';
import { AROUND_HABITS } from '../access/habits.ts';
import { EMPTY_ROOMS, OVER_ROOMS, closeAll } from '../access/rooms.ts';
import { expect, test } from '../fixtures.ts';
import type { AppUnderTest } from '../fixtures.ts';
import { notesFolder } from '../samples/markdown-notes.ts';
import { BACKUPS } from '../screens/backups.ts';
import { DAMAGED, JOINING, ONBOARDING } from '../screens/beginnings.ts';
import { CLOCK, PASSPHRASE, TODAY, unlock } from '../screens/camera.ts';
import { EXPORTS } from '../screens/exports.ts';
import { HABITS } from '../screens/habits.ts';
import { PAST_IMPORTS, importing, opened } from '../screens/imports.ts';
import { manyEntries } from '../samples/many-entries.ts';
import type { Shot } from '../screens/camera.ts';
import { LOCK, ROOMS } from '../screens/rooms.ts';
import { Lock } from '../pages/lock.ts';
import { accessBreaches, expectAccessible } from '../support/accessible.ts';
import { tooSmallTargets } from '../support/targets.ts';
import { spacingLosses } from '../support/text-spacing.ts';
import { makeSampleVault, writeBackups } from '../support/sample-vault.ts';
import { seedPlan } from '../support/seed/plan.ts';
import { writeSeed } from '../support/seed/write-seed.ts';

// Each is a chain of screens: one app over many of them, and the theme changes without a start. What is walked is in e2e/screens and e2e/access.
test.use({ vault: 'none', clock: CLOCK });

/** One after the other: while it is looked at, an import would come to its end. */
const CANCELLED: Shot = {
  name: 'import-cancelled',
  async arrive(page) {
    const dialog = await opened(page);
    await dialog.choose(manyEntries(5000));
    await dialog.run();
    await dialog.button('Cancel and take back').click();
    await dialog.dialog.getByText('Cancelled. What it had added was taken back.').waitFor();
  },
};

/** The next start finds a vault with a little of everything. */
async function withSample(app: AppUnderTest): Promise<void> {
  await app.quit();
  await makeSampleVault(app.profile, PASSPHRASE, TODAY);
}

test('the way from no vault to empty rooms holds WCAG 2.2 AA', async ({ app }) => {
  test.setTimeout(480_000);
  await walk(app.page, JOINING);
  await app.page.getByRole('button', { name: 'Make a new vault instead' }).click();
  await walk(app.page, [...ONBOARDING, ...EMPTY_ROOMS]);

  // Whoever looks for breaches finds them, those of one theme too.
  await app.page.evaluate(() => {
    const image = document.createElement('img');
    image.id = 'nameless';
    const text = document.createElement('p');
    text.id = 'pale';
    text.textContent = 'Pale';
    text.style.color = 'light-dark(black, #333)';
    text.style.backgroundColor = 'light-dark(white, black)';
    const forced = document.createElement('p');
    forced.id = 'unforced';
    forced.textContent = 'Pale where colours are forced';
    forced.style.color = 'black';
    forced.style.forcedColorAdjust = 'none';
    document.querySelector('main')!.append(image, text, forced);
  });
  expect(await accessBreaches(app)).toEqual([
    'light, image-alt: #nameless',
    'dark, color-contrast: #pale',
    // It is black on our dark ground too.
    'dark, color-contrast: #unforced',
    'forced dark, contrast 1.0: p#unforced',
  ]);
  await app.page.evaluate(() => {
    const narrow = document.createElement('p');
    narrow.textContent = 'As wide as its words';
    narrow.style.cssText = 'overflow: hidden; white-space: nowrap; width: max-content';
    const choices = document.createElement('div');
    choices.style.display = 'flex';
    for (const name of ['One', 'Other']) {
      const choice = document.createElement('label');
      choice.append(Object.assign(document.createElement('input'), { type: 'checkbox' }), name);
      choice.style.cssText = 'overflow: hidden; width: 16px; height: 16px';
      choices.append(choice);
    }
    document.querySelector('main')!.replaceChildren(narrow, choices);
    narrow.style.width = `${String(narrow.getBoundingClientRect().width)}px`;
  });
  expect(await tooSmallTargets(app.page)).toEqual(['label “One” (16 by 16)', 'label “Other” (16 by 16)']);
  expect((await spacingLosses(app.page)).join(' ')).toContain('As wide as its words');
});

test('the rooms of a journal, and all that opens over them, hold it', async ({ app }) => {
  test.setTimeout(480_000);
  await withSample(app);
  await app.start();
  await walk(app.page, [LOCK]);
  await new Lock(app).unlock('not the passphrase');
  await expect(new Lock(app).problem).toBeVisible();
  await expectAccessible(app, 'locked, with a problem');
  await unlock(app.page);
  await walk(app.page, [...ROOMS, ...OVER_ROOMS]);
  await closeAll(app.page);
  await walk(app.page, EXPORTS);
});

test('the habits, their pages and the month hold it', async ({ app }) => {
  test.setTimeout(480_000);
  await app.quit();
  await writeSeed(app.profile, PASSPHRASE, seedPlan({ seed: 1, lastDay: TODAY, days: 240, entries: 120 }), () => {});
  await app.start();
  await unlock(app.page);
  await walk(app.page, [...HABITS, ...AROUND_HABITS]);
});

test.describe('with a folder for backups', () => {
  test.use({ chosenFolder: 'stick' });

  test('what comes in and goes out, and a damaged vault, hold it', async ({ app }) => {
    test.setTimeout(480_000);
    await withSample(app);
    mkdirSync(join(dirname(app.profile), 'stick'));
    await writeBackups(app.profile, PASSPHRASE, [TODAY, '2026-11-15', '2026-10-31', '2026-09-30']);
    await app.start();
    await unlock(app.page);
    await walk(app.page, BACKUPS);
    await app.page.keyboard.press('Escape');
    const notes = await notesFolder();
    try {
      await walk(app.page, [
        ...importing(notes).filter(({ name }) => name !== 'import-running' && name !== 'import-cancelled'),
        CANCELLED,
        ...PAST_IMPORTS,
      ]);
    } finally {
      await notes.remove();
    }
    await app.quit();

    const path = join(app.profile, 'vault.db');
    const { size } = await stat(path);
    const file = await open(path, 'r+');
    await file.write(Buffer.alloc(Math.floor(size / 2)), 0, Math.floor(size / 2), 0);
    await file.close();
    await app.start();
    await walk(app.page, DAMAGED);
  });
});
