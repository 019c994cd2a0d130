import { rmSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { actionsEn } from '../../src-shared/intl/actions-en.ts';
import type { ActionMessageId } from '../../src-shared/intl/actions-en.ts';
import { pseudoMessage } from '../../src-shared/intl/pseudo.ts';
import { expect, test } from '../fixtures.ts';
import { expectAccessible } from '../support/accessible.ts';
import { PASSPHRASE } from '../support/marker.ts';
import { rememberSecret } from '../support/run-folders.ts';
import { HABITS, makeSampleVault, TEXTS } from '../support/sample-vault.ts';
import { MAY_BE_CUT, clippedTexts, expectOwnWords, pseudoName } from '../support/words-of-screen.ts';
import type { ScreenRules } from '../support/words-of-screen.ts';

const TODAY = '2026-11-22';

/** What the vault holds, and what has its own name in every language. */
const DATA = [
  ...TEXTS.flatMap((text) => [text, ...text.split(/\n+/u).map((line) => line.replace(/^[#>] ?#* ?/u, ''))]),
  ...TEXTS.flatMap((text) => [...text.matchAll(/#(\w+)/gu)].flatMap(([tag, name]) => [tag, name ?? ''])),
  ...HABITS.map(({ name }) => name),
  'pages',
  'libsql://daygrove-you.turso.io',
  // React Aria's own, which has it in every language that Daygrove has.
  'Dismiss',
  'English',
  'Deutsch',
];

const RULES: ScreenRules = { data: DATA, mayBeCut: MAY_BE_CUT };

/** Runs a command by its name. */
async function command(page: Page, id: ActionMessageId): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  const name = pseudoMessage(actionsEn[id]);
  const words = name.replaceAll(/[^\p{L}\p{N}\s]+/gu, ' ').trim();
  await page.getByRole('dialog').getByRole('combobox').fill(words);
  await page.getByRole('dialog').getByRole('option').filter({ hasText: name }).first().click();
}

async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

test.describe('in QA’s language', () => {
  test.use({ vault: 'none', language: 'pseudo' });

  test('every word comes from the catalogue, and fits', async ({ app }) => {
    test.setTimeout(300_000);
    const look = (screen: string): Promise<void> => expectOwnWords(app.page, screen, RULES);

    await test.step('the first run', async () => {
      const { page } = app;
      await expect(page.locator('html')).toHaveAttribute('lang', 'en-US');
      await page.getByLabel(pseudoName('Passphrase')).fill('password');
      await page.getByLabel(pseudoName('Passphrase again')).fill('other');
      await look('passphrase');
      await page.getByRole('button', { name: pseudoName('Continue') }).click();
      await expect(page.getByRole('alert')).toBeVisible();
      await look('passphrase, refused');
      await page.getByRole('button', { name: pseudoName('I already have a vault') }).click();
      await look('joining');
    });

    await app.quit();
    rmSync(app.profile, { recursive: true, force: true });
    rememberSecret(await makeSampleVault(app.profile, PASSPHRASE, TODAY));
    await app.start();
    const { page } = app;

    await test.step('the lock', async () => {
      await expect(page.getByLabel(pseudoName('Passphrase'))).toBeVisible();
      await look('lock');
      await page.getByLabel(pseudoName('Passphrase')).fill(PASSPHRASE);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('complementary')).toBeVisible();
    });

    const rooms = [
      ['Today', 'action.goToday'],
      ['Journal', 'action.goJournal'],
      ['Calendar', 'action.goCalendar'],
      ['Habits', 'action.goHabits'],
      ['Insights', 'action.goInsights'],
      ['Month', 'action.goMonth'],
      ['Photos', 'action.goPhotos'],
      ['Tags', 'action.goTags'],
      ['Starred', 'action.goStarred'],
      ['Trash', 'action.goTrash'],
      ['Search', 'action.search'],
      ['Settings', 'action.settings'],
      ['Protection', 'action.protection'],
    ] as const;
    for (const [room, id] of rooms) {
      await test.step(room, async () => {
        await command(page, id);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await page.waitForLoadState('networkidle');
        await look(room);
      });
    }

    const dialogs = [
      ['new habit', 'action.newHabit'],
      ['pause', 'action.pauseHabits'],
      ['import', 'action.import'],
      ['export', 'action.export'],
      ['restore', 'action.restore'],
      ['verify', 'action.verify'],
      ['keys', 'action.shortcuts'],
      ['quick capture', 'action.capture'],
      ['templates', 'action.insertTemplate'],
    ] as const;
    for (const [dialog, id] of dialogs) {
      await test.step(dialog, async () => {
        await command(page, id);
        await expect(page.getByRole('dialog')).toBeVisible();
        await look(dialog);
        await closeDialog(page);
      });
    }

    await test.step('the palette', async () => {
      await page.keyboard.press('ControlOrMeta+k');
      await expect(page.getByRole('option').first()).toBeVisible();
      await look('palette');
      await closeDialog(page);
    });

    await test.step('a habit', async () => {
      await page.keyboard.press('ControlOrMeta+k');
      await page.getByRole('dialog').getByRole('combobox').fill('Stretch');
      await page.getByRole('dialog').getByRole('option').first().click();
      await expect(page.getByRole('heading', { level: 1, name: 'Stretch' })).toBeVisible();
      await look('habit');
    });
  });
});

test.describe('from right to left', () => {
  test.use({ language: 'pseudo-rtl' });

  test('the page is mirrored, and nothing is cut off or sticks out', async ({ app }) => {
    const { page } = app;
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect(page.getByLabel(pseudoName('Passphrase'))).toBeVisible();
    expect.soft(await clippedTexts(page, MAY_BE_CUT), 'lock').toEqual([]);
    await page.getByLabel(pseudoName('Passphrase')).fill(PASSPHRASE);
    await page.keyboard.press('Enter');
    const sidebar = page.getByRole('navigation').first();
    await expect(page.getByRole('complementary')).toBeVisible();
    const [nav, main] = [await sidebar.boundingBox(), await page.getByRole('main').boundingBox()];
    expect(nav!.x).toBeGreaterThan(main!.x);
    for (const id of ['action.goToday', 'action.goJournal', 'action.goHabits', 'action.settings'] as const) {
      await command(page, id);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect.soft(await clippedTexts(page, MAY_BE_CUT), id).toEqual([]);
    }
  });
});

test.describe('before anything is chosen', () => {
  // Words that are not there are asked for.
  test.use({ expectedProblems: [/ERR_FAILED/] });

  test(
    'the first screen can be read in one’s own language before anything is chosen',
    { tag: '@journey' },
    async ({ app, host }) => {
      await app.quit();
      rmSync(app.profile, { recursive: true, force: true });
      await app.start();
      const { page } = app;
      await page.getByRole('button', { name: 'Language: English' }).click();
      await expectAccessible(app, 'the languages');
      const german = page.getByRole('menuitem', { name: 'Deutsch' });
      await expect(german.locator('[lang=de]')).toHaveText('Deutsch');
      await german.click();
      await expect(page.getByRole('heading', { name: 'Wähle eine Passphrase' })).toBeVisible();
      await expect(page.locator('html')).toHaveAttribute('lang', 'de-DE');
      await expect(page.getByRole('button', { name: 'Sprache: Deutsch' })).toBeFocused();
      // It is asked for before there is a vault, and kept.
      await app.restart();
      await expect(app.page.getByRole('heading', { name: 'Wähle eine Passphrase' })).toBeVisible();

      // Electron serves its page by a scheme of its own, which nobody can stand between.
      if (host === 'electron') return;
      await test.step('a program that has lost the words goes on in others, and with none it still says what to do', async () => {
        await app.page.route(/\/de-[\w-]+\.js$/u, (route) => route.abort());
        await app.page.reload();
        await expect(app.page.getByRole('heading', { name: 'Choose a passphrase' })).toBeVisible();
        await expect(app.page.getByRole('alert')).toContainText('cannot read its words for “Deutsch”');
        await app.page.route(/\/en-[\w-]+\.js$/u, (route) => route.abort());
        await app.page.reload();
        // In every language: nobody can be asked for theirs.
        await expect(app.page.getByRole('heading')).toHaveText([
          'Daygrove cannot read its own words',
          'Daygrove kann die eigenen Texte nicht lesen',
        ]);
        await expectAccessible(app, 'no words');
        await app.page.unrouteAll();
        await app.page.getByRole('button', { name: 'Noch einmal versuchen' }).click();
        await expect(app.page.getByRole('heading', { name: 'Wähle eine Passphrase' })).toBeVisible();
      });

      await test.step('in the smallest window, what leads on is seen without scrolling', async () => {
        const small = app.page;
        await small.setViewportSize({ width: 900, height: 600 });
        const inSight = (name: string): Promise<void> =>
          expect(small.getByRole('button', { name })).toBeInViewport({ ratio: 1 });
        await inSight('Weiter');
        for (const field of await small.locator('input[type=password]').all()) await field.fill(PASSPHRASE);
        await expect(small.getByRole('status').filter({ hasText: 'Sehr stark' })).toBeVisible();
        await small.getByRole('button', { name: 'Weiter' }).click();
        await inSight('Ich habe ihn');
        const groups = await small.getByTestId('recovery-key').getByRole('listitem').allInnerTexts();
        rememberSecret(groups.join('-'));
        await small.getByRole('button', { name: 'Ich habe ihn' }).click();
        await inSight('Tresor anlegen');
        for (const field of await small.getByRole('textbox', { name: /^Gruppe \d+$/u }).all()) {
          const label = await field.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent ?? '');
          await field.fill(groups[Number(/\d+/u.exec(label)?.[0]) - 1] ?? '');
        }
        await small.getByRole('button', { name: 'Tresor anlegen' }).click();
        await inSight('Ersten Eintrag schreiben');
        await inSight('Beispieltagebuch ansehen');
      });
    },
  );
});

test('another language is there at once, everywhere, and takes nothing of what is written', async ({ app }) => {
  const { page } = app;
  await page.getByRole('button', { name: 'Language: English' }).click();
  await page.getByRole('menuitem', { name: 'Deutsch' }).click();
  const passphrase = page.getByLabel('Passphrase', { exact: true });
  await passphrase.fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Entsperren' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sonntag, 22. November');
  await page.getByRole('main').getByRole('textbox').first().fill('Erster Frost');
  const rooms = page.getByRole('navigation').first();
  await rooms.getByRole('button', { name: 'Einstellungen' }).click();
  const choice = page.getByRole('combobox', { name: 'Sprache' });
  // What is told on the screen meanwhile. It stays as long as the pointer is over it.
  await page.keyboard.press('ControlOrMeta+p');
  const notice = page.getByRole('region', { name: /^(Hinweise|Notices)$/u }).getByRole('status');
  await expect(notice).toHaveText(/^Auf dieser Seite gibt es nichts zu drucken\./u);
  await page.getByRole('region', { name: 'Hinweise' }).getByRole('button').first().hover();
  await choice.focus();
  await choice.selectOption({ label: 'English' });
  await expect(notice).toHaveText(/^There is nothing to print on this page\./u);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Settings');
  await expect(page.getByRole('combobox', { name: 'Language' })).toBeFocused();
  await rooms.getByRole('button', { name: 'Today' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sunday, November 22');
  await expect(page.getByRole('main').getByRole('textbox').first()).toHaveText('Erster Frost');
});
