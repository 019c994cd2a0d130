import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Locator } from '@playwright/test';
import { unzipSync } from 'fflate';
import { expect, test } from '../fixtures.ts';
import { ExportDialog } from '../pages/export-dialog.ts';
import { Habits } from '../pages/habits.ts';
import { Lock, openVault } from '../pages/lock.ts';
import { Today } from '../pages/today.ts';
import { expectAccessible } from '../support/accessible.ts';
import { MARKER } from '../support/marker.ts';

/** The names of what is in a zip, and its texts. */
function unzipped(path: string): Map<string, string> {
  const members = Object.entries(unzipSync(readFileSync(path)));
  return new Map(members.map(([name, bytes]) => [name, Buffer.from(bytes).toString('utf8')]));
}

/** Whether somebody sees all of it, without scrolling: nothing lies over its edges. */
async function isUncovered(shown: Locator): Promise<boolean> {
  return shown.evaluate((element) => {
    const { left, top, bottom } = element.getBoundingClientRect();
    return [top + 2, bottom - 2].every(
      (y) => document.elementFromPoint(left + 8, y)?.closest('p, select') === element.closest('p, select'),
    );
  });
}

// One start for all of it: what differs from file to file is tested where it is written.
test(
  'every kind of file, by keyboard, plain and said to be so; a folder that takes nothing says so',
  { tag: '@journey' },
  async ({ app }) => {
    const dialog = new ExportDialog(app);
    const today = new Today(app);
    await openVault(app);
    await today.go('Habits');
    await new Habits(app).create('Zephyrkettle');
    await today.go('Today');
    await today.write(`${MARKER} on the leeks #garden`);

    await dialog.open();
    await expect(dialog.format('Daygrove archive')).toBeFocused();
    await expect(dialog.counted).toHaveText('It will hold 1 entry and 1 habit.');
    await expect(dialog.dialog).toContainText('The file will be plain.');
    await expectAccessible(app, 'the export dialog');
    // What it will hold stays in sight, however little room there is.
    for (const [width, height] of [
      [900, 600],
      [390, 844],
    ] as const) {
      await app.page.setViewportSize({ width, height });
      await dialog.format('Book, as a PDF').check();
      for (const shown of [dialog.counted, dialog.dialog.getByLabel('Time'), dialog.dialog.getByLabel('Entries')])
        expect([width, await isUncovered(shown)]).toEqual([width, true]);
    }
    await app.page.setViewportSize({ width: 1280, height: 800 });

    const archive = await dialog.run('Daygrove archive');
    expect(basename(archive)).toBe('Daygrove archive 2026-11-22.zip');
    expect(dirname(archive)).toBe(app.downloads);
    expect(unzipped(archive).get('entries.jsonl')).toContain(MARKER);
    await expect(dialog.dialog.getByRole('button', { name: 'Done' })).toBeFocused();
    await dialog.another();

    // Arrow keys choose, Tab goes on, Enter exports.
    await dialog.format('Daygrove archive').focus();
    await app.page.keyboard.press('ArrowDown');
    await expect(dialog.format('Markdown folder')).toBeChecked();
    await dialog.dialog.getByLabel('Entries').selectOption('#garden');
    await expect(dialog.counted).toHaveText('It will hold 1 entry.');
    await dialog.button.focus();
    await app.page.keyboard.press('Enter');
    await expect(dialog.report).toContainText('Saved 1 entry.');
    const notes = unzipped(await dialog.report.locator('code').innerText());
    const folder = 'Daygrove Markdown garden 2026-11-22';
    expect([...notes.keys()]).toEqual([`${folder}/2026/2026-11-22.md`, `${folder}/README.md`]);
    expect(notes.get(`${folder}/2026/2026-11-22.md`)).toMatch(
      /^---\ndate: 2026-11-22\n[\s\S]*\n---\n\n.*on the leeks #garden\n$/u,
    );
    await dialog.another();

    const html = readFileSync(await dialog.run('Book, as a web page'), 'utf8');
    expect(html).toContain(`<p>${MARKER} on the leeks #garden</p>`);
    await dialog.another();
    const pdf = await dialog.run('Book, as a PDF');
    expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
    await dialog.another();
    expect(JSON.parse(readFileSync(await dialog.run('JSON'), 'utf8'))).toMatchObject({
      entries: [{ day: '2026-11-22', tags: ['garden'] }],
    });
    await dialog.another();

    // The same again is another file: nothing of the person's is written over.
    expect(basename(await dialog.run('Daygrove archive'))).toBe('Daygrove archive 2026-11-22 2.zip');
    await dialog.another();
    await dialog.format('Markdown folder').check();
    await dialog.dialog.getByLabel('Time').selectOption('Last year');
    await expect(dialog.counted).toContainText('There is nothing of that in your vault.');
    await expect(dialog.button).toHaveAttribute('aria-disabled', 'true');
    await dialog.dialog.getByLabel('Time').selectOption('From one day to another');
    await dialog.dialog.getByLabel('First day').fill('2026-11-22');
    await dialog.dialog.getByLabel('Last day').fill('2026-11-21');
    await expect(dialog.problem).toHaveText('The last day lies before the first');
    await dialog.dialog.getByLabel('Time').selectOption('Everything');
    const written = readdirSync(app.downloads);
    expect(written).toHaveLength(6);
    expect(written.filter((name) => name.startsWith('.'))).toEqual([]);
    for (const name of written) expect(statSync(join(app.downloads, name)).mode & 0o077).toBe(0);

    const backup = await dialog.run('Loop backup');
    expect(basename(backup)).toBe('Loop Habits Backup 2026-11-22.db');
    expect(readFileSync(backup).subarray(0, 15).toString()).toBe('SQLite format 3');
    await dialog.another();
    expect([...unzipped(await dialog.run('Habits as tables')).keys()]).toEqual(['Zephyrkettle.csv', 'habits.csv']);
    await dialog.another();

    rmSync(app.downloads, { recursive: true });
    writeFileSync(app.downloads, 'no folder');
    await dialog.format('Loop CSV').check();
    await dialog.button.click();
    await expect(dialog.problem).toContainText('could not be written there, and nothing of it was left behind');
    rmSync(app.downloads);
    mkdirSync(app.downloads);
    await dialog.button.click();
    await expect(dialog.report).toContainText('Saved 1 habit.');
    expect(readdirSync(app.downloads)).toEqual(['Loop Habits CSV 2026-11-22.zip']);

    await app.page.keyboard.press('ControlOrMeta+l');
    await expect(new Lock(app).heading).toBeVisible();
    await expect(dialog.dialog).toBeHidden();
  },
);
