import { expect, test } from '../fixtures.ts';
import { Lock, openVault } from '../pages/lock.ts';
import { Templates } from '../pages/templates.ts';
import { Today } from '../pages/today.ts';
import { MARKER } from '../support/marker.ts';

test('an entry begins with a template, its fields filled in and the caret where one goes on', async ({ app }) => {
  const today = new Today(app);
  const templates = new Templates(app);
  const { keyboard } = app.page;
  await openVault(app);
  await expect(today.text()).toBeFocused();
  await keyboard.press('ControlOrMeta+Shift+m');
  await expect(templates.picker).toBeVisible();
  await expect(templates.options).not.toHaveCount(0);
  await keyboard.type('week');
  await expect(templates.options).toHaveText(['The week in review']);
  await expect(templates.preview).toContainText('## Week 47');
  await keyboard.press('Enter');
  await expect(today.text().getByRole('heading', { level: 2 })).toHaveText('Week 47');
  await expect(today.text()).toBeFocused();
  await keyboard.type('Leeks');
  await expect(today.text().getByRole('listitem').first()).toHaveText('Leeks');
  await expect(today.saved()).toBeVisible();
  // One step takes back what was typed, the next the template.
  await keyboard.press('ControlOrMeta+z');
  await expect(today.text().getByRole('listitem').first()).toHaveText('');
  await keyboard.press('ControlOrMeta+z');
  await expect(today.text().getByRole('heading')).toHaveCount(0);
});

test(
  'a template of one’s own is made, used within a text, changed, removed and brought back',
  { tag: '@journey' },
  async ({ app }) => {
    const today = new Today(app);
    const templates = new Templates(app);
    await openVault(app);
    await today.write('Before');
    await today.entries.first().getByRole('button', { name: 'Insert a template' }).click();
    await templates.picker.getByRole('button', { name: 'New template…' }).click();
    await templates.save();
    await expect(templates.dialog.getByRole('alert')).toHaveText('Give it a name.');
    await templates.name.fill('Ours');
    await templates.body.fill(`### {{weekday}} the {{date}}\n\n${MARKER}\n\n{{unknown}}`);
    await templates.save();
    await expect(templates.dialog).toBeHidden();

    await today.entries.first().getByRole('button', { name: 'Insert a template' }).click();
    await expect(templates.options.first()).toHaveText('Ours');
    await templates.options.first().click();
    await expect(today.text().getByRole('heading', { level: 3 })).toHaveText('Sunday the November 22, 2026');
    await expect(today.text().getByRole('paragraph')).toHaveText(['Before', MARKER, '{{unknown}}']);
    await expect(today.saved()).toBeVisible();

    await app.restart();
    await new Lock(app).unlock();
    await today.go('Settings');
    await templates.own.getByRole('button', { name: 'Change “Ours”' }).click();
    await expect(templates.body).toHaveValue(/Quindlefrost/);
    await templates.name.fill('Mine');
    await templates.save();
    await templates.own.getByRole('button', { name: 'Remove “Mine”' }).click();
    await expect(templates.own.getByRole('listitem')).toHaveCount(0);
    await app.page.getByRole('button', { name: 'Undo' }).click();
    await expect(templates.own.getByRole('listitem')).toHaveText(['Mine']);
  },
);

test('from any room a template begins a new entry, and one of ours can be made one’s own', async ({ app }) => {
  const today = new Today(app);
  const templates = new Templates(app);
  await openVault(app);
  await today.write('Already something');
  await today.go('Habits');
  await app.page.keyboard.press('ControlOrMeta+k');
  await app.page.keyboard.type('template');
  await app.page.keyboard.press('Enter');
  await templates.picker.getByRole('option', { name: 'A dream' }).hover();
  await templates.picker.getByRole('button', { name: 'Make it yours' }).click();
  await expect(templates.name).toHaveValue('A dream');
  await expect(templates.body).toHaveValue(/\{\{time\}\}/);
  await app.page.keyboard.press('Escape');
  await expect(templates.dialog).toBeHidden();
  await app.page.keyboard.press('ControlOrMeta+Shift+m');
  await expect(templates.picker.getByLabel('Find a template')).toBeFocused();
  await app.page.keyboard.type('dream');
  await app.page.keyboard.press('Enter');
  await expect(today.entries).toHaveCount(2);
  await expect(today.text(1)).toContainText('Written at 9:1');
  await expect(today.text(0)).toHaveText('Already something');
});
