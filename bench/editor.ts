import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { paste } from '../e2e/pages/today.ts';
import { seedPlan, LONGEST_TITLE } from '../e2e/support/seed/plan.ts';
import { writeSeed } from '../e2e/support/seed/write-seed.ts';
import { median, percentile, report } from './measure.ts';
import { goTo, openPage, unlock } from './page.ts';
import type { KeyTimes } from './page.ts';
import { BENCH_PASSPHRASE } from './seed.ts';

const KEYS = 150;
const TYPED = 'we walked along the river and then home again ';
const TEXT = '.ProseMirror';

/** Types, each key when the one before it is on the screen. The first tenth is warm-up. */
export async function typeAndMeasure(page: Page, keys: number): Promise<KeyTimes[]> {
  const samples: KeyTimes[] = [];
  for (let index = 0; index < keys; index += 1) {
    await page.evaluate(() => void window.bench.nextKey());
    await page.keyboard.press(TYPED[index % TYPED.length] === ' ' ? 'Space' : TYPED[index % TYPED.length]!);
    const times = await page.evaluate(() => window.bench.key);
    if (index >= keys / 10) samples.push(times);
  }
  return samples;
}

export async function openLongest(page: Page): Promise<void> {
  await goTo(page, 'Search');
  await page.locator('[role=combobox]').fill(`"${LONGEST_TITLE}"`);
  await page.locator('[role=option]').first().click();
  await page.locator(TEXT).first().waitFor();
}

/** The caret into the paragraph in the middle of the text, at its end. */
export async function caretInMiddle(page: Page): Promise<void> {
  const at = await page.evaluate((text) => {
    const paragraphs = document.querySelectorAll(`${text} > p`);
    const paragraph = paragraphs[Math.floor(paragraphs.length / 2)]!;
    paragraph.scrollIntoView({ block: 'center' });
    const { left, bottom } = paragraph.getBoundingClientRect();
    return { x: left + 20, y: bottom - 8 };
  }, TEXT);
  await page.mouse.click(at.x, at.y);
  await page.keyboard.press('End');
}

function longestText(lastDay: string): string {
  for (const step of seedPlan({ seed: 1, lastDay, days: 30, entries: 40 })) {
    if (step.type === 'entry' && step.fields['title'] === LONGEST_TITLE) return String(step.fields['body']);
  }
  throw new Error('The plan has no longest entry');
}

/** From a key to the page that shows it: an entry of 20,000 words against an empty one, in the built page in Chromium. */
export async function benchEditor(folder: string, lastDay: string): Promise<void> {
  const profile = join(folder, 'editor');
  await writeSeed(profile, BENCH_PASSPHRASE, seedPlan({ seed: 1, lastDay, days: 30, entries: 40 }));
  const { page, takeLongTasks, close } = await openPage(profile, `${lastDay}T19:00:00Z`);
  try {
    await unlock(page, BENCH_PASSPHRASE);
    await page.keyboard.press('ControlOrMeta+n');
    await page.locator(`${TEXT}:focus`).waitFor();
    const empty = await typeAndMeasure(page, KEYS);
    await openLongest(page);
    await takeLongTasks();
    await caretInMiddle(page);
    const middle = await typeAndMeasure(page, KEYS);
    await page.keyboard.press('ControlOrMeta+End');
    const end = await typeAndMeasure(page, KEYS);
    const stalls = await takeLongTasks();
    // A text that was begun here has no source yet: what is kept of it has to be written.
    await page.keyboard.press('ControlOrMeta+1');
    await page.keyboard.press('ControlOrMeta+n');
    await page.locator(`${TEXT}:focus`).waitFor();
    await paste(page.locator(`${TEXT}:focus`), { 'text/plain': longestText(lastDay) });
    await page.locator(`${TEXT}:focus > p`).nth(100).waitFor();
    await page.evaluate(() => window.bench.painted());
    const pasted = await typeAndMeasure(page, KEYS);
    for (const [place, samples] of [
      ['in the middle of 20,000 words', middle],
      ['at the end of 20,000 words', end],
      ['at the end of 20,000 pasted', pasted],
    ] as const) {
      for (const part of ['toPaint', 'work'] as const) {
        const name = `${part === 'toPaint' ? 'key to paint' : '  of it, work'} ${place}`;
        const of = (times: readonly KeyTimes[]): number[] => times.map((each) => each[part]);
        report(name, median(of(samples)), median(of(empty)), 'the same in an empty entry');
        report(`  ${name}, p95`, percentile(of(samples), 95), percentile(of(empty), 95), 'p95 in an empty entry');
      }
    }
    const longest = Math.max(0, ...stalls.map(({ duration }) => duration));
    process.stdout.write(
      `${'long tasks while typing there'.padEnd(42)} ${String(stalls.length).padStart(9)}      longest ${longest.toFixed(0)} ms\n`,
    );
  } finally {
    await close();
  }
}
