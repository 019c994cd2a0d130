import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../fixtures.ts';
import { Keyboard } from '../pages/keyboard.ts';
import { Lock, openVault } from '../pages/lock.ts';
import { Today } from '../pages/today.ts';
import { expectAccessible } from '../support/accessible.ts';

test('keys are changed by keys alone: recorded, refused, taken over, given back, and kept over a restart', async ({
  app,
}) => {
  test.setTimeout(120_000);
  const keys = new Keyboard(app);
  await openVault(app);
  const undo = () => app.page.getByRole('button', { name: 'Undo', exact: true });
  const press = (key: string) => app.page.keyboard.press(key);

  await test.step('from the list of all commands to the table, which is one stop of Tab', async () => {
    await keys.open();
    await expect(keys.section.getByRole('heading', { name: 'Keyboard', exact: true })).toBeFocused();
    await press('Tab');
    await expect(keys.filter).toBeFocused();
    await expect(keys.rows).toHaveCount(0);
    await app.page.keyboard.type('habit');
    await expect(keys.found).toHaveText(/^\d+ commands$/u);
    await expect(keys.key('New habit', 'no key')).toBeVisible();
    await expect(keys.rows.filter({ hasText: 'Lock now' })).toHaveCount(0);
    await press('ControlOrMeta+a');
    await press('Delete');
    await press('Tab');
    await expect(keys.byKey).toBeFocused();
    await press('Tab');
    await expect(keys.showAll).toBeFocused();
    await press('Enter');
    await press('Tab');
    await expect(keys.key('Go to today', 'Ctrl+1')).toBeFocused();
    await press('ArrowDown');
    await expect(keys.key('Go to journal', 'Ctrl+2')).toBeFocused();
    await press('ArrowRight');
    await expect(keys.section.getByRole('button', { name: 'Take the key from “Go to journal”' })).toBeFocused();
    await press('ArrowLeft');
    await expectAccessible(app, 'settings, keyboard');
  });

  await test.step('Escape leaves it, and a key of the editor or the system is refused with the reason', async () => {
    await keys.key('Go to journal', 'Ctrl+2').focus();
    await press('Enter');
    await expect(keys.recording).toBeFocused();
    await expect(keys.said).toHaveText('Press the new key for “Go to journal”. Escape leaves it as it is.');
    await press('ControlOrMeta+b');
    const refused = 'Ctrl+B is a key of the editor (Bold). Press another one.';
    await expect(keys.said).toHaveText(refused);
    await expect(keys.recording).toHaveAccessibleDescription(refused);
    await expectAccessible(app, 'settings, a key that is refused');
    await app.page.keyboard.down('Control');
    await expect(keys.recording).not.toHaveAccessibleDescription(refused);
    await app.page.keyboard.up('Control');
    await press('Control+Alt+q');
    await expect(keys.said).toContainText('AltGr');
    await press('Alt+F4');
    await expect(keys.said).toContainText('Alt+F4 closes, hides or sizes the window');
    // Nothing of what was pressed has done anything.
    await expect(keys.recording).toBeFocused();
    await press('Escape');
    await expect(keys.key('Go to journal', 'Ctrl+2')).toBeFocused();
    await expect(keys.said).toHaveText('Nothing was changed.');
  });

  await test.step('a new key works at once, and can be taken back', async () => {
    await press('Enter');
    await press('ControlOrMeta+Shift+j');
    await expect(keys.key('Go to journal', 'Ctrl+Shift+J')).toBeFocused();
    await expect(app.page.getByText('“Go to journal” is on Ctrl+Shift+J now.')).toBeVisible();
    const room = app.page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Journal' });
    await expect(room).toHaveAttribute('aria-keyshortcuts', 'Control+Shift+j');
    await expect(room).toHaveAttribute('title', 'Journal (Ctrl+Shift+J)');
    await press('ControlOrMeta+Shift+j');
    await expect(app.page.getByRole('heading', { level: 1, name: 'Journal' })).toBeVisible();
    await press('ControlOrMeta+,');
    await keys.showAll.focus();
    await press('Enter');
    await press('ControlOrMeta+2');
    await expect(app.page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
    await press('ControlOrMeta+z');
    await expect(room).toHaveAttribute('aria-keyshortcuts', 'Control+2');
  });

  await test.step('one that another has is taken over after a question only', async () => {
    await keys.key('New habit', 'no key').focus();
    await press('Enter');
    await press('ControlOrMeta+n');
    await expect(keys.takeOver).toBeFocused();
    await expect(keys.said).toContainText('Ctrl+N is the key of “New entry”');
    await expectAccessible(app, 'settings, a key that another has');
    await press('Escape');
    await expect(keys.key('New habit', 'no key')).toBeFocused();
    await press('Enter');
    await press('ControlOrMeta+n');
    await expect(keys.takeOver).toBeFocused();
    await press('Enter');
    await expect(keys.key('New habit', 'Ctrl+N')).toBeFocused();
    await expect(keys.key('New entry', 'no key')).toBeVisible();
  });

  await test.step('a lone letter works outside of texts only, and the row says so', async () => {
    await keys.key('Export…', 'no key').focus();
    await press('Enter');
    await press('x');
    await expect(app.page.getByText('“Export…” is on X now, outside of text fields: there it is typed.')).toBeVisible();
    await expect(keys.rows.filter({ has: app.page.getByRole('button', { name: 'Export…: X' }) })).toContainText(
      'outside of text fields',
    );
    await expect(keys.key('Export…', 'X')).toBeFocused();
    await press('x');
    await expect(app.page.getByRole('dialog', { name: 'Export' })).toBeVisible();
    await press('Escape');
    await expect(app.page.getByRole('dialog')).toHaveCount(0);
    await keys.filter.focus();
    await app.page.keyboard.type('x');
    await expect(keys.filter).toHaveValue('x');
    await press('ControlOrMeta+a');
    await press('Delete');
  });

  await test.step('commands are found by pressing their key', async () => {
    await keys.byKey.focus();
    await press('Enter');
    await press('ControlOrMeta+n');
    await expect(keys.found).toHaveText('One command is on Ctrl+N.'.replace('One', '1'));
    await expect(keys.rows).toHaveCount(1);
    await press('Enter');
    await press('ControlOrMeta+i');
    await expect(keys.found).toContainText('Ctrl+I is a key of the editor (Italic)');
    await expect(keys.rows).toHaveCount(0);
    await press('Tab');
    await press('Enter');
    await expect(keys.rows.first()).toBeVisible();
  });

  await test.step('it is there after a restart: in the file, the palette, the sheet and under the hand', async () => {
    const file = JSON.parse(readFileSync(join(app.profile, 'settings.json'), 'utf8')) as Record<string, unknown>;
    expect(file['keys']).toEqual({
      mac: [],
      pc: [
        { action: 'new-entry', shortcut: null },
        { action: 'new-habit', shortcut: { key: 'n', mod: true } },
        { action: 'export', shortcut: { key: 'x' } },
      ],
    });
    await app.restart();
    await openVault(app);
    await press('ControlOrMeta+k');
    await keys.command.fill('new habit');
    await expect(keys.option(/^New habit/u)).toContainText('Ctrl+N');
    await press('Escape');
    await expect(app.page.getByRole('dialog')).toHaveCount(0);
    await app.page.getByRole('heading', { level: 1 }).focus();
    await press('?');
    await expect(keys.sheet.getByRole('searchbox')).toBeFocused();
    await app.page.keyboard.type('ctrl+n');
    await expect(keys.sheet.locator('dl > div').first()).toHaveText('New habitCtrl+N');
    await press('Escape');
    await press('ControlOrMeta+n');
    await expect(app.page.getByRole('dialog', { name: 'New habit' })).toBeVisible();
    await press('Escape');
  });

  await test.step('Delete takes a key away; all go back after a question, and Undo brings the others again', async () => {
    await keys.open();
    await keys.showAll.focus();
    await press('Enter');
    await keys.key('Lock now', 'Ctrl+L').focus();
    await press('Delete');
    await expect(keys.key('Lock now', 'no key')).toBeFocused();
    await press('ArrowRight');
    await expect(keys.section.getByRole('button', { name: 'Back to the default of “Lock now”: Ctrl+L' })).toBeFocused();
    await press('Enter');
    await expect(keys.key('Lock now', 'Ctrl+L')).toBeFocused();
    await expect(keys.section.getByText('3 commands have keys of your own.')).toBeVisible();
    const resetAll = keys.section.getByRole('button', { name: 'All back to defaults…' });
    await resetAll.focus();
    await press('Enter');
    const question = app.page.getByRole('dialog', { name: 'All keys back to defaults?' });
    await expect(question).toContainText('3 commands get back the key');
    await expectAccessible(app, 'all keys back to defaults');
    await press('Enter');
    await expect(question).toBeHidden();
    await expect(keys.key('New entry', 'Ctrl+N')).toBeVisible();
    await expect(resetAll).toBeFocused();
    await undo().focus();
    await press('Enter');
    await expect(keys.key('New habit', 'Ctrl+N')).toBeVisible();
    await resetAll.focus();
    await press('Enter');
    await press('Enter');
    await expect(keys.section.getByText('All keys are the ones that Daygrove came with.')).toBeVisible();
    await new Lock(app).lockNow();
  });
});

test('the list of all commands: recent ones first, over a restart, and why some cannot be chosen', async ({ app }) => {
  const keys = new Keyboard(app);
  const { keyboard } = app.page;
  await openVault(app);
  await new Today(app).write('tell me about the palette');
  // Also from within a text.
  await keyboard.press('ControlOrMeta+k');
  await expect(app.page.getByRole('group', { name: 'Recent' })).toHaveCount(0);
  await keyboard.type('typewr');
  await expect(keys.option(/^Typewriter/u).locator('mark')).toHaveText('Typewr');
  await keyboard.press('Enter');
  await keyboard.press('ControlOrMeta+k');
  await keyboard.type('month prev');
  const greyed = keys.option(/^Previous month/u);
  await expect(greyed).toHaveText('Previous monthonly in the month in review');
  await expect(greyed).toHaveAttribute('aria-disabled', 'true');
  await expectAccessible(app, 'all commands, with one that cannot be chosen');
  await keyboard.press('ArrowUp');
  while ((await greyed.getAttribute('aria-selected')) !== 'true') await keyboard.press('ArrowUp');
  await keyboard.press('Enter');
  await expect(keys.said).toHaveText('Previous month: only in the month in review');
  await expect(keys.command).toBeFocused();
  await keys.command.fill('a thing that I wrote');
  await expect(keys.option('Search all entries for “a thing that I wrote”')).toBeVisible();
  await keyboard.press('Escape');
  await app.restart();
  await openVault(app);
  const kept = readFileSync(join(app.profile, 'settings.json'), 'utf8');
  expect((JSON.parse(kept) as Record<string, unknown>)['recentActions']).toEqual(['typewriter']);
  expect(kept).not.toContain('wrote');
  await app.page.keyboard.press('ControlOrMeta+k');
  await expect(app.page.getByRole('group', { name: 'Recent' }).getByRole('option')).toHaveText([/^Typewriter/u]);
  await expectAccessible(app, 'all commands, with the recent ones');
});

test('the sheet of all keys: found by name or key, on paper by itself, and the editor does what it says', async ({
  app,
}) => {
  const keys = new Keyboard(app);
  const today = new Today(app);
  const { page } = app;
  await openVault(app);
  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('?');
  await expectAccessible(app, 'the sheet of all keys');
  await page.keyboard.type('numbered');
  await expect(keys.sheet.locator('dl > div')).toHaveText(['Numbered listCtrl+Shift+7']);
  await keys.sheet.getByRole('searchbox').fill('zzzz');
  await expect(keys.sheet.getByRole('status')).toHaveText('No key does that.');
  await page.emulateMedia({ media: 'print' });
  const paper = page.locator('[data-print-sheet]');
  await expect(paper.getByRole('heading', { level: 1, name: 'Keyboard shortcuts' })).toBeVisible();
  await expect(paper.locator('dl > div').first()).toHaveText('Go to todayCtrl+1');
  await expect(page.locator('#root')).toBeHidden();
  const sheet = (await page.pdf({ format: 'A4' })).toString('latin1');
  expect(sheet.match(/\/Type\s*\/Page\b/gu)).toHaveLength(1);
  await page.emulateMedia({ media: 'screen' });
  // Unlike a printer, the emulation takes the focus from what it hides.
  await keys.sheet.getByRole('searchbox').fill('');
  await page.keyboard.press('Escape');
  await expect(keys.sheet).toBeHidden();

  const text = today.text();
  await text.click();
  for (const [key, made] of [
    ['ControlOrMeta+b', 'strong'],
    ['ControlOrMeta+i', 'em'],
    ['ControlOrMeta+Shift+s', 's'],
    ['ControlOrMeta+e', 'code'],
    ['ControlOrMeta+Alt+1', 'h1'],
    ['ControlOrMeta+Alt+6', 'h6'],
    ['ControlOrMeta+Shift+8', 'ul'],
    ['ControlOrMeta+Shift+7', 'ol'],
    ['ControlOrMeta+Shift+b', 'blockquote'],
    ['ControlOrMeta+Alt+c', 'pre'],
  ] as const) {
    await page.keyboard.type('word');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press(key);
    await expect(text.locator(made), key).toHaveText(/word/u);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('Delete');
    await page.keyboard.press('ControlOrMeta+Alt+0');
    await expect(text.locator(made), `${key}, taken back`).toHaveCount(0);
  }
  // The bar over what is selected, by the key that the sheet names.
  await page.keyboard.type('word');
  await page.keyboard.press('ControlOrMeta+a');
  await expect(page.getByRole('toolbar', { name: 'Format' })).toBeVisible();
  await page.keyboard.press('Alt+F10');
  await expect(page.getByRole('button', { name: 'Bold' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(text.locator('strong')).toHaveText('word');
});
