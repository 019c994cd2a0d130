import type { Page } from '@playwright/test';
import { seedPlan } from '../e2e/support/seed/plan.ts';
import { writeSeed } from '../e2e/support/seed/write-seed.ts';
import { goTo, openPage, unlock } from './page.ts';
import { printHead, step } from './renderer-stalls.ts';
import type { StallOptions } from './renderer-stalls.ts';
import { median, percentile } from './measure.ts';
import { BENCH_PASSPHRASE } from './seed.ts';

const TEN_YEARS = 3653;
const HABITS = 60;
const PAGES = 20;
const ENTRIES = 100;

/** Sixty habits, ten years. */
export async function seedHabits(profile: string, lastDay: string): Promise<void> {
  const plan = seedPlan({ seed: 1, lastDay, days: TEN_YEARS, entries: ENTRIES, habits: HABITS });
  await writeSeed(profile, BENCH_PASSPHRASE, plan);
}

/** Every cell in sight has its state: nothing is still on its way. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      const cells = document.querySelectorAll('[role=gridcell][data-column]');
      return cells.length > 0 && [...cells].every((cell) => cell.firstElementChild !== null);
    },
    null,
    { polling: 'raf' },
  );
}

async function press(page: Page, key: string, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    await page.keyboard.press(key);
    await page.evaluate(() => window.bench.painted());
  }
  await settled(page);
}

/** Where the cells are, in pixels of the window. */
async function middle(page: Page): Promise<{ readonly x: number; readonly y: number }> {
  return page.evaluate(() => {
    const { left, width } = document.querySelector('[role=grid]')!.getBoundingClientRect();
    const { top } = document.querySelector('main')!.getBoundingClientRect();
    return { x: left + 0.75 * width, y: top + 350 };
  });
}

/** Which days are in sight. */
async function shown(page: Page): Promise<string> {
  const ends = await page
    .locator('[role=columnheader][aria-label]')
    .evaluateAll((days) => [days[0]?.getAttribute('aria-label'), days.at(-1)?.getAttribute('aria-label')]);
  return ends.join(' to ');
}

const STEPS: readonly (readonly [string, (page: Page) => Promise<string | void>])[] = [
  [
    'habits by days, to all cells',
    async (page) => {
      await goTo(page, 'Habits');
      await settled(page);
      return `${String(await page.locator('[role=gridcell][data-column]').count())} cells in the page`;
    },
  ],
  [
    `${String(PAGES)} pages back by key`,
    async (page) => {
      await page.locator('[role=gridcell][data-column]').last().focus();
      await press(page, 'PageUp', PAGES);
      return shown(page);
    },
  ],
  ['to the first day, and to the present', (page) => press(page, 'Home', 1).then(() => press(page, 'End', 1))],
  [
    `${String(PAGES)} pages back by wheel`,
    async (page) => {
      const { x, y } = await middle(page);
      await page.mouse.move(x, y);
      // A page is some 650 pixels: ten turns of the wheel for each.
      for (let turn = 0; turn < 10 * PAGES; turn += 1) {
        await page.mouse.wheel(-65, 0);
        await page.evaluate(() => window.bench.painted());
      }
      await settled(page);
      return shown(page);
    },
  ],
  [
    'down to the last habit, and up',
    async (page) => {
      const { x, y } = await middle(page);
      await page.mouse.move(x, y);
      for (const direction of [1, -1]) {
        for (let turn = 0; turn < 12; turn += 1) {
          await page.mouse.wheel(0, direction * 300);
          await page.evaluate(() => window.bench.painted());
        }
      }
      await settled(page);
    },
  ],
  [
    'an arrow held down, forty cells',
    async (page) => {
      await page.locator('[role=gridcell][data-column]').first().focus();
      await press(page, 'ArrowDown', 40);
    },
  ],
  [
    'ten days ticked',
    async (page) => {
      // Of the first habit, which is one of yes and no.
      await page.locator('[role=gridcell][data-column]').first().focus();
      for (let index = 0; index < 10; index += 1) {
        await page.keyboard.press('Space');
        await page.evaluate(() => window.bench.painted());
        await page.keyboard.press('ArrowRight');
      }
      await settled(page);
    },
  ],
];

/** From the press of a tick on Today to the frame that shows it, milliseconds; each on and off again. */
async function pressedToShown(page: Page, times: number): Promise<number[]> {
  const took: number[] = [];
  for (let time = 0; time < times; time += 1) {
    took.push(
      await page.evaluate(async () => {
        const tick = [...document.querySelectorAll<HTMLElement>('[data-habit-tick]:not([aria-haspopup])')].find(
          ({ dataset }) => dataset['state'] === 'done' || dataset['state'] === 'open',
        );
        if (tick === undefined) throw new Error('There is no habit to tick');
        const before = tick.dataset['state'];
        const start = performance.now();
        tick.click();
        await window.bench.painted();
        const after = performance.now() - start;
        if (tick.dataset['state'] === before) throw new Error('The first frame behind the press did not show it');
        return after;
      }),
    );
    await page.evaluate(() => window.bench.painted());
  }
  return took;
}

/**
 * From the key for the next habit to the frame that shows its page, milliseconds: the questions to storage, the year, the charts, and their paint. Each habit is
 * another one, with another kind and schedule.
 */
async function pagesToShown(page: Page, times: number): Promise<number[]> {
  await goTo(page, 'Habits');
  await settled(page);
  await page.locator('[role=rowheader][data-column=name]').first().focus();
  await page.keyboard.press('Enter');
  await page.locator('main h1 + p').waitFor();
  const took: number[] = [];
  for (let time = 0; time < times; time += 1) {
    await page.evaluate(() => {
      const title = (): string | undefined => document.querySelector('main h1')?.textContent;
      const before = title();
      window.bench.hits = new Promise((resolve) => {
        const look = (start: number): void => {
          const isShown = title() !== before && document.querySelector('main [role=grid]') !== null;
          if (isShown) void window.bench.painted().then((end) => resolve(end - start));
          else requestAnimationFrame(() => look(start));
        };
        addEventListener('keydown', ({ timeStamp }) => look(timeStamp), { capture: true, once: true });
      });
    });
    await page.keyboard.press('Alt+ArrowDown');
    took.push(await page.evaluate(() => window.bench.hits));
  }
  return took;
}

/** The day's backup is written behind an unlock, in the process that answers the page's questions: it is waited for, so that a page is measured and nothing beside it. */
async function backupWritten(page: Page): Promise<void> {
  await page.waitForFunction(
    async () => {
      const { daygrove } = window as unknown as {
        daygrove: { invoke(channel: string, input: unknown): Promise<unknown> };
      };
      const state = (await daygrove.invoke('backups.state', {})) as { value: { isRunning: boolean } };
      return !state.value.isRunning;
    },
    null,
    { polling: 500, timeout: 300_000 },
  );
}

/** How often sixty habits by ten years hold the page up. */
export async function benchOverview({ profile, passphrase, lastDay }: StallOptions): Promise<void> {
  const open = await openPage(profile, `${lastDay}T19:00:00Z`);
  printHead();
  try {
    await open.page.locator('input[type=password]').waitFor();
    await unlock(open.page, passphrase);
    // What Today has left to do is not the overview's.
    await open.takeLongTasks();
    await open.page.locator('[data-habit-tick]').first().waitFor();
    const took = await pressedToShown(open.page, 40);
    const times = `${median(took).toFixed(1)} ms, p95 ${percentile(took, 95).toFixed(1)} ms`;
    process.stdout.write(`a tick of sixty on Today, pressed to shown: ${times}\n`);
    for (const when of ['right behind the unlock', 'when the day’s backup is written'] as const) {
      if (when !== 'right behind the unlock') await backupWritten(open.page);
      const pages = await pagesToShown(open.page, 40);
      process.stdout.write(
        `the page of a habit of ten years, key to shown, ${when}: ${median(pages).toFixed(1)} ms, p95 ${percentile(pages, 95).toFixed(1)} ms\n`,
      );
    }
    await open.takeLongTasks();
    for (const [name, work] of STEPS) await step(open, name, () => work(open.page));
  } finally {
    await open.close();
  }
}
