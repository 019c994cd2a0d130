import { expect, test } from '../fixtures.ts';
import type { AppUnderTest } from '../fixtures.ts';
import { Lock, openVault } from '../pages/lock.ts';
import { Search } from '../pages/search.ts';
import { paste, Today } from '../pages/today.ts';
import { MARKER } from '../support/marker.ts';

/** What is on the disk, as the bridge gives it. */
async function bodies(app: AppUnderTest, day = '2026-11-22'): Promise<string[]> {
  return app.page.evaluate(async (asked) => {
    const { daygrove } = window as unknown as {
      daygrove: { invoke: (channel: string, input: unknown) => Promise<{ value: { entries: { body: string }[] } }> };
    };
    return (await daygrove.invoke('entries.on-day', { day: asked })).value.entries.map(({ body }) => body);
  }, day);
}

test('what is typed as Markdown takes its shape at once, and is kept as Markdown', async ({ app }) => {
  const today = new Today(app);
  const { keyboard } = app.page;
  await openVault(app);
  await today.text().click();
  await keyboard.type('## Leeks');
  await keyboard.press('Enter');
  await keyboard.type('**Frost** and `tea` in the #garden.');
  await keyboard.press('Enter');
  await keyboard.type('- [ ] peel');
  await keyboard.press('Enter');
  await keyboard.type('wash');
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await keyboard.type('> You only have to plant.');
  const text = today.text();
  await expect(text.getByRole('heading', { level: 2 })).toHaveText('Leeks');
  await expect(text.locator('strong')).toHaveText('Frost');
  await expect(text.locator('[data-tag]')).toHaveText('#garden');
  await expect(text.getByRole('listitem')).toHaveText(['peel', 'wash']);
  await expect(text.locator('blockquote')).toHaveText('You only have to plant.');
  await text.getByRole('checkbox').first().check();
  await expect(today.saved()).toBeVisible();
  await expect
    .poll(() => bodies(app))
    .toEqual([
      '## Leeks\n\n**Frost** and `tea` in the #garden.\n\n- [x] peel\n- [ ] wash\n\n> You only have to plant.',
    ]);

  await app.restart();
  await new Lock(app).unlock();
  await expect(today.text().getByRole('checkbox').first()).toBeChecked();

  // Within a list Tab is for its items; behind Escape it leads out of the text, which stays as it is.
  const inner = today.text().locator('li li');
  await today.text().press('ControlOrMeta+End');
  await app.page.keyboard.press('ArrowUp');
  // The editor hears of a caret that the browser moved a moment later: sooner than a hand is at the next key.
  await expect
    .poll(() => app.page.evaluate(() => getSelection()?.anchorNode?.parentElement?.closest('li')?.innerText.trim()))
    .toBe('wash');
  await app.page.keyboard.press('Tab');
  await expect(inner).toHaveText('wash');
  await app.page.keyboard.press('Shift+Tab');
  await expect(inner).toHaveCount(0);
  for (const key of ['Tab', 'Shift+Tab']) {
    await app.page.keyboard.press('Escape');
    await expect(today.text()).toBeFocused();
    await app.page.keyboard.press(key);
    await expect(today.text()).not.toBeFocused();
    await today.text().focus();
  }
  await expect(inner).toHaveCount(0);
  await expect(today.text().getByRole('listitem')).toHaveText(['peel', 'wash']);
});

test('Markdown that has no shape here survives a change beside it, sign by sign', async ({ app }) => {
  const today = new Today(app);
  await openVault(app);
  const strange =
    'Title\n=====\n\n| a | b |\n|---|:-:|\n| 1 | 2 |\n\n<aside>kept</aside>\n\n*  loose\n*  list[^1]\n\n[^1]: A note.';
  await app.page.evaluate(async (body) => {
    const { daygrove } = window as unknown as {
      daygrove: { invoke: (channel: string, input: unknown) => Promise<unknown> };
    };
    await daygrove.invoke('entries.write', { id: crypto.randomUUID(), day: '2026-11-22', body });
  }, `${strange}\n\nThe end`);
  await expect(today.text()).toContainText('The end');
  await today.text().press('ControlOrMeta+End');
  await app.page.keyboard.type(', almost');
  await expect(today.saved()).toBeVisible();
  await expect.poll(() => bodies(app)).toEqual([`${strange}\n\nThe end, almost`]);
});

test('what is pasted from a web page and from Word is writing and nothing else', async ({ app }) => {
  const today = new Today(app);
  await openVault(app);
  const text = today.text();
  await paste(text, {
    'text/html': `<html><head><style>p { color: red }</style><title>T</title></head><body><!--StartFragment-->
      <script>window.pasted = 1</script><h1 onclick="x()">Soup</h1><p style="color:red">With <b>leeks</b>, <span style="font-style:italic">slowly</span>,
      <a href="https://example.org/soup">here</a> and <a href="javascript:alert(1)">there</a><img src="https://example.org/x.png" alt="x"></p>
      <p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">· </span>first</p>
      <p class="MsoListParagraph" style="mso-list:l0 level2 lfo1"><span style="mso-list:Ignore">o </span>within</p>
      <p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">· </span>second</p><!--EndFragment--></body></html>`,
    'text/plain': 'not this',
  });
  await expect(today.saved()).toBeVisible();
  await expect
    .poll(() => bodies(app))
    .toEqual([
      '# Soup\n\nWith **leeks**, *slowly*, [here](https://example.org/soup) and there\n\n- first\n  - within\n- second',
    ]);
});

test('the selection is formatted from its bar, and a link is opened after a question only', async ({ app }) => {
  const today = new Today(app);
  const { page } = app;
  await openVault(app);
  await today.write('A walk by the river');
  await today.text().press('ControlOrMeta+a');
  const bar = page.getByRole('toolbar', { name: 'Format' });
  await bar.getByRole('button', { name: 'Bold' }).click();
  await expect(bar.getByRole('button', { name: 'Bold' })).toHaveAttribute('aria-pressed', 'true');
  await bar.getByRole('button', { name: 'Link' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Address' }).fill('example.org/walk');
  await page.keyboard.press('Enter');
  await expect(today.saved()).toBeVisible();
  await expect.poll(() => bodies(app)).toEqual(['[**A walk by the river**](https://example.org/walk)']);

  await today
    .text()
    .locator('a')
    .click({ modifiers: ['ControlOrMeta'] });
  await expect(dialog).toContainText('Open example.org?');
  await expect(dialog).toContainText('https://example.org/walk');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toBeHidden();
});

test(
  'by keys alone a selection becomes bold and a link, and a link is opened after a question',
  { tag: '@journey' },
  async ({ app }) => {
    const today = new Today(app);
    const { page } = app;
    await openVault(app);
    await today.write('A walk by the river');
    await today.text().press('ControlOrMeta+a');
    const bar = page.getByRole('toolbar', { name: 'Format' });
    await expect(bar).toBeVisible();
    await page.keyboard.press('Alt+F10');
    await expect(bar.getByRole('button', { name: 'Bold' })).toBeFocused();
    await page.keyboard.press('Space');
    await expect(bar.getByRole('button', { name: 'Bold' })).toHaveAttribute('aria-pressed', 'true');
    await bar.getByRole('button', { name: 'Link' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Address' }).fill('example.org/walk');
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(today.text()).toBeFocused();
    await expect.poll(() => bodies(app)).toEqual(['[**A walk by the river**](https://example.org/walk)']);

    await page.keyboard.press('ControlOrMeta+Home');
    for (let sign = 0; sign < 4; sign += 1) await page.keyboard.press('ArrowRight');
    await expect(bar).toBeHidden();
    await page.keyboard.press('Alt+Enter');
    await expect(dialog).toContainText('Open example.org?');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await page.keyboard.press('Shift+F10');
    await expect(page.getByRole('menu', { name: 'Link' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(today.text()).toBeFocused();
  },
);

test(
  'an entry has a title, a star, a place, tags and a day, and is found by each',
  { tag: '@journey' },
  async ({ app }) => {
    const today = new Today(app);
    const search = new Search(app);
    await openVault(app);
    await today.write(MARKER);
    const entry = today.entries.first();
    await entry.getByRole('button', { name: 'Star this entry' }).click();
    await entry.getByRole('button', { name: 'Title, place, tags and day' }).click();
    await entry.getByRole('textbox', { name: 'Title' }).fill('First frost');
    await entry.getByRole('textbox', { name: 'Place' }).fill('Allotment');
    await entry.getByRole('textbox', { name: 'Tags' }).fill('#garden, winter');
    await entry.getByRole('textbox', { name: 'Title' }).press('Enter');
    await expect(today.text()).toBeFocused();
    await expect(today.saved()).toBeVisible();
    await entry.getByLabel('Day', { exact: true }).fill('2026-11-20');
    await entry.getByLabel('Day', { exact: true }).press('Enter');
    await expect(app.page.getByText('The entry belongs to another day now.')).toBeVisible();
    await expect(today.text()).toHaveText('');

    await new Lock(app).reopen();
    await today.go('Search');
    await search.field.fill('quindlefrost');
    await expect(search.hits.first()).toContainText('First frost');
    await expect(search.hits.first()).toContainText(/20.*2026/);
    const filters = app.page.getByRole('group', { name: 'Filters' });
    await filters.getByRole('button', { name: 'Starred' }).click();
    await expect(search.field).toHaveValue('quindlefrost is:starred');
    await expect(search.hits).toHaveCount(1);
    await filters.getByRole('button', { name: 'Tag', exact: true }).click();
    await app.page.getByRole('menuitem', { name: '#winter' }).click();
    await expect(search.field).toHaveValue('quindlefrost is:starred tag:winter');
    await expect(search.hits).toHaveCount(1);
    await search.field.fill('allotment before:2026-11-20');
    await expect(app.page.getByRole('button', { name: 'Remove the filter: before November 20, 2026' })).toBeVisible();
    await expect(search.hits).toHaveCount(0);
    await app.page.getByRole('button', { name: 'Remove the filter: before November 20, 2026' }).click();
    await expect(search.field).toHaveValue('allotment');
    await expect(search.hits).toHaveCount(1);
  },
);

test('focus mode leaves the page and nothing else, typewriter mode the line in the middle', async ({ app }) => {
  const today = new Today(app);
  const { page } = app;
  await openVault(app);
  const rooms = page.getByRole('navigation', { name: 'Main' });
  await page.keyboard.press('ControlOrMeta+Shift+.');
  await expect(rooms).toBeHidden();
  await expect(today.habits).toBeHidden();
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: 'Command' }).fill('typewriter');
  await page.keyboard.press('Enter');
  await paste(today.text(), {
    'text/plain': Array.from({ length: 60 }, (_, index) => `Line ${String(index)}`).join('\n\n'),
  });
  await today.text().press('ControlOrMeta+End');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.type(' and');
  const line = today.text().getByText('Line 58 and');
  const middle = await line.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return (top + bottom) / 2 / window.innerHeight;
  });
  expect(middle).toBeGreaterThan(0.3);
  expect(middle).toBeLessThan(0.7);
  await page.getByRole('button', { name: 'Leave focus mode' }).click();
  await expect(rooms).toBeVisible();
});

test('an earlier text can be looked at beside what stands, and brought back', { tag: '@journey' }, async ({ app }) => {
  const today = new Today(app);
  await openVault(app);
  const long = `${MARKER} ${'Leeks, and the light over the railway line. '.repeat(12)}`.trim();
  await today.write(long);
  // Taking away most of a text keeps what was there, however soon it happens.
  await today.write('Only this.');
  await today.entries.first().getByRole('button', { name: 'Earlier texts' }).click();
  const dialog = app.page.getByRole('dialog', { name: 'Earlier texts' });
  await expect(dialog.getByRole('listitem')).toHaveCount(2);
  await dialog.getByRole('listitem').nth(1).getByRole('button').click();
  const text = dialog.getByRole('region', { name: 'The text' });
  await expect(text.locator('del').filter({ hasText: 'Quindlefrost' })).toHaveCount(1);
  await expect(text.locator('ins').filter({ hasText: 'Only' })).toHaveCount(1);
  await dialog.getByRole('button', { name: 'Bring this text back' }).click();
  await expect(dialog).toBeHidden();
  await expect(today.text()).toHaveText(long);
  await expect.poll(() => bodies(app)).toEqual([long]);
});
