import type { Page } from '@playwright/test';
import { seedPlan } from '../e2e/support/seed/plan.ts';
import { writeSeed } from '../e2e/support/seed/write-seed.ts';
import { caretInMiddle, openLongest, typeAndMeasure } from './editor.ts';
import { median, percentile } from './measure.ts';
import { goTo, openPage, unlock } from './page.ts';
import type { LongTask, OpenPage } from './page.ts';
import { BENCH_PASSPHRASE } from './seed.ts';

const TEN_YEARS = 3653;
const KEYS = 60;
const ROW = 'article button';
const OPTION = '#search-hits [role=option]';
/** Turns of the wheel at most: through ten years, and as far as they lead in a journal of 100,000 entries. */
const MOST_TURNS = 400;
/** Pixels of one turn: a hand that is in a hurry. */
const TURN = 1200;

export interface StallOptions {
  readonly profile: string;
  readonly passphrase: string;
  readonly lastDay: string;
}

export async function seedTenYears(profile: string, entries: number, lastDay: string): Promise<void> {
  await writeSeed(profile, BENCH_PASSPHRASE, seedPlan({ seed: 1, lastDay, days: TEN_YEARS, entries }));
}

/** The element that scrolls the journal's list, as a promise of what is in it. */
async function scrollToOldest(page: Page): Promise<void> {
  const { x, y } = await page.evaluate(() => {
    const { left, top } = document.querySelector('[role=feed]')!.parentElement!.getBoundingClientRect();
    return { x: left + 60, y: top + 200 };
  });
  await page.mouse.move(x, y);
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    await page.mouse.wheel(0, TURN);
    const isAtEnd = await page.evaluate(async () => {
      await window.bench.painted();
      const { scrollTop, clientHeight, scrollHeight } = document.querySelector('[role=feed]')!.parentElement!;
      const last = [...document.querySelectorAll('[role=feed] > article')].at(-1);
      const isLast = last?.getAttribute('aria-posinset') === last?.getAttribute('aria-setsize');
      return isLast && scrollTop + clientHeight > scrollHeight - 4;
    });
    if (isAtEnd) return;
  }
}

/** Milliseconds from a key in the empty search field to the frame that shows the first entries found. */
async function timeToHits(page: Page, type: () => Promise<void>): Promise<number> {
  await page.evaluate((option) => {
    window.bench.hits = new Promise((resolve) => {
      window.addEventListener(
        'input',
        ({ timeStamp }) => {
          const look = (): void => {
            if (document.querySelector(option) === null) requestAnimationFrame(look);
            else void window.bench.painted().then((painted) => resolve(painted - timeStamp));
          };
          look();
        },
        { capture: true, once: true },
      );
    });
  }, OPTION);
  await type();
  return page.evaluate(() => window.bench.hits);
}

async function searchFor(page: Page, word: string): Promise<string> {
  const clear = async (): Promise<void> => {
    await page.locator('[role=combobox]').fill('');
    await page.locator(OPTION).first().waitFor({ state: 'detached' });
  };
  await clear();
  const first = await timeToHits(page, () => page.keyboard.press(word[0]!));
  const samples: number[] = [];
  for (const letter of word.slice(1)) {
    await page.evaluate(() => void window.bench.nextKey());
    await page.keyboard.press(letter);
    samples.push((await page.evaluate(() => window.bench.key)).toPaint);
  }
  await clear();
  const whole = await timeToHits(page, () => page.keyboard.insertText(word));
  return `first letter to hits ${first.toFixed(0)} ms, whole word ${whole.toFixed(0)} ms, key to paint ${median(samples).toFixed(0)} ms`;
}

async function keys(page: Page): Promise<string> {
  const times = (await typeAndMeasure(page, KEYS)).map(({ toPaint }) => toPaint);
  return `key to paint ${median(times).toFixed(0)} ms, p95 ${percentile(times, 95).toFixed(0)} ms`;
}

/** What a person does in ten minutes, and how often the page was held up by it for longer than 50 ms. */
export const STEPS: readonly (readonly [string, (page: Page) => Promise<string | void>])[] = [
  [
    'journal',
    async (page) => {
      await goTo(page, 'Journal');
      await page.locator(ROW).first().waitFor();
    },
  ],
  ['wheel to the oldest', scrollToOldest],
  [
    'key Home',
    async (page) => {
      await page.locator(ROW).first().focus();
      await page.keyboard.press('Home');
      await page.locator('[aria-posinset="1"] button:focus').waitFor();
    },
  ],
  [
    'key End',
    async (page) => {
      const total = await page.locator('[role=feed] > article').first().getAttribute('aria-setsize');
      await page.keyboard.press('End');
      await page.locator(`[aria-posinset="${String(total)}"] button:focus`).waitFor();
    },
  ],
  [
    'key Home again',
    async (page) => {
      await page.keyboard.press('Home');
      await page.locator('[aria-posinset="1"] button:focus').waitFor();
    },
  ],
  [
    'ten entries opened',
    async (page) => {
      for (let index = 0; index < 10; index += 1) {
        await page.locator(`[data-index="${index}"] button`).click();
        await page.locator(`[data-index="${index}"] [aria-current]`).waitFor();
        await page.locator('.ProseMirror').waitFor();
        await page.evaluate(() => window.bench.painted());
      }
    },
  ],
  [
    'typing there, all days in the list',
    async (page) => {
      await page.locator('[data-index="0"] button').click();
      await page.locator('[data-index="0"] [aria-current]').waitFor();
      await page.locator('.ProseMirror').click();
      await page.keyboard.press('ControlOrMeta+End');
      return keys(page);
    },
  ],
  [
    'calendar, six months back',
    async (page) => {
      await goTo(page, 'Calendar');
      await page.locator('table[role=grid] [data-written]').first().waitFor();
      for (let month = 0; month < 6; month += 1) {
        await page.keyboard.press('PageUp');
        await page.evaluate(() => window.bench.painted());
      }
    },
  ],
  [
    'calendar, five years back',
    async (page) => {
      await page.locator('main header button', { hasText: 'Year' }).click();
      await page.locator('table[role=grid]').nth(11).waitFor();
      for (let year = 0; year < 5; year += 1) {
        await page.locator('main header button').nth(2).click();
        await page.evaluate(() => window.bench.painted());
      }
    },
  ],
  [
    'photos, all of them',
    async (page) => {
      await goTo(page, 'Journal');
      await page.locator('main nav button', { hasText: 'Photos' }).click();
      const more = page.locator('main button', { hasText: 'More' });
      for (let count = 20; ; count += 60) {
        await page.locator('canvas[data-state=shown]').nth(count).waitFor();
        if ((await more.count()) === 0) break;
        if (count > 200) break;
        await more.click();
      }
    },
  ],
  [
    'search a common word',
    async (page) => {
      await goTo(page, 'Search');
      await page.locator('[role=combobox]').waitFor();
      return searchFor(page, 'garden');
    },
  ],
  ['search a rare word', (page) => searchFor(page, 'wexpru')],
  ['search German', (page) => searchFor(page, 'klavier')],
  [
    'typing into a short entry',
    async (page) => {
      await goTo(page, 'Today');
      await page.locator('.ProseMirror').first().waitFor();
      await page.keyboard.press('ControlOrMeta+n');
      await page.locator('.ProseMirror:focus').waitFor();
      return keys(page);
    },
  ],
  ['opening 20,000 words', openLongest],
  [
    'typing in the middle of them',
    async (page) => {
      await caretInMiddle(page);
      return keys(page);
    },
  ],
  [
    'typing at their end',
    async (page) => {
      await page.keyboard.press('ControlOrMeta+End');
      return keys(page);
    },
  ],
];

const LONG = 50;

export interface Stalls {
  readonly told: number;
  readonly own: number;
}

export function printHead(): void {
  process.stdout.write(
    `${'tasks of the page over 50 ms'.padEnd(34)} ${'took'.padStart(9)}  count  longest  own work longest\n`,
  );
}

/** Does one thing, and prints how often and how long it held the page up. */
export async function step(open: OpenPage, name: string, work: () => Promise<string | void>): Promise<Stalls> {
  let said: string | void = undefined;
  let took = 0;
  let tasks: readonly LongTask[] = [];
  const times = await open.tracedTasks(async () => {
    const begun = performance.now();
    said = await work();
    took = performance.now() - begun;
    tasks = await open.takeLongTasks();
  });
  const longest = Math.max(0, ...tasks.map(({ duration }) => duration));
  const own = times.filter((time) => time > LONG).length;
  const columns = [
    name.padEnd(34),
    `${took.toFixed(0)} ms`.padStart(9),
    String(tasks.length).padStart(6),
    (tasks.length === 0 ? '' : `${longest.toFixed(0)} ms`).padStart(8),
    String(own).padStart(8),
    `${(times[0] ?? 0).toFixed(0)} ms`.padStart(8),
  ];
  process.stdout.write(`${columns.join(' ')}   ${said ?? ''}`.trimEnd().concat('\n'));
  return { told: tasks.length, own };
}

/** Long tasks of the page, room by room, in a vault that is there. Work of other processes (the passphrase, the database) holds up nobody and does not count. */
export async function benchStalls({ profile, passphrase, lastDay }: StallOptions): Promise<void> {
  const open = await openPage(profile, `${lastDay}T19:00:00Z`);
  printHead();
  const steps: readonly (readonly [string, (page: Page) => Promise<string | void>])[] = [
    [
      'start, to the lock screen',
      async (page) => {
        await page.reload();
        await page.locator('input[type=password]').waitFor();
      },
    ],
    ['unlock, to Today', (page) => unlock(page, passphrase)],
    ...STEPS,
  ];
  try {
    await open.page.locator('input[type=password]').waitFor();
    await open.takeLongTasks();
    const all = { told: 0, own: 0 };
    for (const [name, work] of steps) {
      const { told, own } = await step(open, name, () => work(open.page));
      all.told += told;
      all.own += own;
    }
    process.stdout.write(`${'all'.padEnd(44)} ${String(all.told).padStart(6)} ${String(all.own).padStart(17)}\n`);
  } finally {
    await open.close();
  }
}
