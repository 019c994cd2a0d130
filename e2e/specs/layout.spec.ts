import { expect, test } from '../fixtures.ts';
import type { AppUnderTest } from '../fixtures.ts';
import { Journal } from '../pages/journal.ts';
import { Lock, openVault } from '../pages/lock.ts';
import { Panes } from '../pages/panes.ts';
import { Settings } from '../pages/settings.ts';
import { Today } from '../pages/today.ts';

/** What has the focus, in a word: it is never lost. */
function focused({ page }: AppUnderTest): Promise<string> {
  return page.evaluate(() => {
    const active = document.activeElement;
    return active === null || active === document.body
      ? 'nothing'
      : (active.getAttribute('aria-label') ?? active.tagName);
  });
}

test(
  'the edges of the panes are dragged, and put a pane away that gets too narrow',
  {
    tag: '@mouse',
    annotation: {
      type: 'by keys',
      description: 'panes are put away and made wider by key, by button and by their edge, and stay as they were',
    },
  },
  async ({ app }) => {
    const { page } = app;
    const panes = new Panes(app);
    const today = new Today(app);
    await page.setViewportSize({ width: 1280, height: 800 });
    await openVault(app);
    await today.text().fill('A line to find in the list.');
    await expect(today.saved()).toBeVisible();
    await today.go('Journal');
    const row = new Journal(app).row(0);
    await panes.drag('list', 60);
    await expect(panes.edge('list')).toHaveAttribute('aria-valuenow', '440');
    await panes.edge('list').dblclick();
    await expect(panes.edge('list')).toHaveAttribute('aria-valuenow', '380');
    await row.focus();
    await panes.drag('list', -360);
    await expect(row).toBeHidden();
    expect(await focused(app)).not.toBe('nothing');
    await panes.drag('sidebar', 24);
    await expect.poll(() => panes.width(panes.sidebar)).toBe(248);
    await panes.drag('sidebar', -180);
    await expect.poll(() => panes.width(panes.sidebar)).toBe(56);
  },
);

test(
  'panes are put away and made wider by key, by button and by their edge, and stay as they were',
  { tag: '@journey' },
  async ({ app }) => {
    const { page } = app;
    const panes = new Panes(app);
    const today = new Today(app);
    const journal = new Journal(app);
    await page.setViewportSize({ width: 1280, height: 800 });
    await openVault(app);
    await today.text().fill('A line to find in the list.');
    await expect(today.saved()).toBeVisible();

    await test.step('the habits beside Today', async () => {
      await panes.hide('habits').click();
      await expect(panes.habits).toBeHidden();
      await expect(panes.show('habits')).toBeFocused();
      await page.keyboard.press('ControlOrMeta+Shift+\\');
      await expect(panes.habits).toBeVisible();
      expect(await focused(app)).not.toBe('nothing');
      await panes.edge('habits').focus();
      await page.keyboard.press('ArrowLeft');
      await expect.poll(() => panes.width(panes.habits)).toBe(336);
      await page.keyboard.press('Home');
      await expect(panes.edge('habits')).toHaveAttribute('aria-valuenow', '260');
      await page.keyboard.press('Delete');
      await expect(panes.edge('habits')).toHaveAttribute('aria-valuenow', '320');
    });

    await test.step('the list of the journal', async () => {
      await today.go('Journal');
      await panes.edge('list').focus();
      for (const width of ['396', '412', '428', '444']) {
        await page.keyboard.press('ArrowRight');
        await expect(panes.edge('list')).toHaveAttribute('aria-valuenow', width);
      }
      await expect(panes.edge('list')).toHaveAttribute('aria-valuetext', '444 pixels');
      await journal.row(0).focus();
      await page.keyboard.press('ControlOrMeta+Shift+\\');
      await expect(journal.row(0)).toBeHidden();
      expect(await focused(app)).toBe('Back to the journal');
      await journal.back();
      await expect(journal.row(0)).toBeFocused();
      await panes.edge('list').focus();
      await page.keyboard.press('Enter');
      await expect(journal.row(0)).toBeHidden();
      expect(await focused(app)).not.toBe('nothing');
    });

    await test.step('the sidebar', async () => {
      expect(await panes.width(panes.sidebar)).toBe(224);
      await page.keyboard.press('ControlOrMeta+\\');
      await expect.poll(() => panes.width(panes.sidebar)).toBe(56);
      await panes.edge('sidebar').focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => panes.width(panes.sidebar)).toBe(224);
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => panes.width(panes.sidebar)).toBe(240);
      await page.keyboard.press('Enter');
      await expect.poll(() => panes.width(panes.sidebar)).toBe(56);
    });

    await test.step('after another start, from the first frame on', async () => {
      await app.restart();
      await app.page.setViewportSize({ width: 1280, height: 800 });
      const widths = app.page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            const look = (): void => {
              const nav = document.querySelector('nav#sidebar');
              if (nav === null) requestAnimationFrame(look);
              else resolve(nav.getBoundingClientRect().width);
            };
            look();
          }),
      );
      const lock = new Lock(app);
      await lock.unlock();
      expect(await widths).toBe(56);
      await today.go('Journal');
      await expect(journal.row(0)).toBeHidden();
      await journal.back();
      await expect(panes.edge('list')).toHaveAttribute('aria-valuenow', '444');
    });

    await test.step('narrow, the list and the entry take turns and nothing of that is remembered', async () => {
      await app.page.setViewportSize({ width: 900, height: 600 });
      await expect(journal.row(0)).toBeVisible();
      await expect(panes.edge('list')).toBeHidden();
      await journal.open(0);
      await expect(journal.row(0)).toBeHidden();
      await app.page.keyboard.press('ControlOrMeta+Shift+\\');
      await expect(journal.row(0)).toBeVisible();
      await app.page.setViewportSize({ width: 1280, height: 800 });
      await expect(panes.edge('list')).toBeVisible();
    });
  },
);

test('nothing flashes and nothing moves at start, at unlock, from room to room and with another theme', async ({
  app,
}) => {
  const today = new Today(app);
  await openVault(app);
  await today.text().fill('# A heading\n\nThe first of two lines, which is long enough to be broken into several.');
  await expect(today.saved()).toBeVisible();
  await today.go('Settings');
  await new Settings(app).theme('Dark').check();
  await expect(app.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await app.restart();

  const { page } = app;
  await page.emulateMedia({ colorScheme: 'light' });
  await page.addInitScript(() => {
    const seen = { first: '', shifts: [] as string[], blank: 0, frames: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
        sources?: { node: Node | null }[];
      })[]) {
        const names = (entry.sources ?? []).map(({ node }) =>
          node instanceof Element ? `${node.tagName}.${node.className}` : String(node?.nodeName),
        );
        seen.shifts.push(`${entry.value.toFixed(4)} ${names.join(', ')}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
    let hadScreen = false;
    const look = (): void => {
      if (document.body !== null) {
        if (seen.first === '') seen.first = getComputedStyle(document.documentElement).backgroundColor;
        const main = document.querySelector('main');
        const isFilled = main !== null && main.querySelector('h1, h2') !== null && main.childElementCount > 0;
        const isDay = main === null || main.dataset['view'] !== 'today' || main.querySelector('article') !== null;
        if (hadScreen && !(isFilled && isDay)) seen.blank += 1;
        if (isFilled) hadScreen = true;
        seen.frames += 1;
      }
      requestAnimationFrame(look);
    };
    look();
  });
  await page.reload();
  const seen = () =>
    page.evaluate(() => (window as unknown as { seen: { first: string; shifts: string[]; blank: number } }).seen);
  const lock = new Lock(app);
  await expect(lock.heading).toBeVisible();

  await test.step('the first frame is dark on a light system', async () => {
    expect((await seen()).first).toBe('rgb(22, 25, 26)');
  });

  await test.step('no frame between the lock screen and the day is empty', async () => {
    await lock.unlock();
    await expect(today.text()).toBeVisible();
    expect((await seen()).blank).toBe(0);
  });

  await test.step('no room moves what it has shown', async () => {
    for (const room of ['Journal', 'Habits', 'Calendar', 'Insights', 'Search', 'Settings', 'Today'] as const) {
      await today.go(room);
      await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
    }
    await expect(today.text()).toBeVisible();
    const { shifts } = await seen();
    const sum = shifts.reduce((total, shift) => total + Number.parseFloat(shift), 0);
    expect(sum, shifts.join('; ')).toBeLessThan(0.005);
  });

  await test.step('another theme is there in one frame', async () => {
    await today.go('Settings');
    await page.evaluate(() => {
      const colours = new Set<string>();
      Object.assign(window, { colours });
      const button = document.querySelector('main button');
      const look = (): void => {
        if (button !== null) colours.add(getComputedStyle(button).borderTopColor);
        requestAnimationFrame(look);
      };
      look();
    });
    await new Settings(app).theme('Light').check();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
    await expect(page.locator('html')).not.toHaveAttribute('data-theme-changing');
    const colours = await page.evaluate(() => [...(window as unknown as { colours: Set<string> }).colours]);
    expect(colours.length).toBeLessThanOrEqual(2);
  });
});
