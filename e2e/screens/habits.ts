import { HabitView } from '../pages/habit-page.ts';
import { WIDE, go, openByPalette } from './camera.ts';
import type { Shot } from './camera.ts';

/** Two years of a life with every kind of habit. */
export const HABITS: readonly Shot[] = [
  {
    name: 'today-habits',
    narrow: true,
    async arrive(page) {
      await page
        .getByRole('complementary')
        .getByText(/, strength \d+/u)
        .first()
        .waitFor();
    },
  },
  {
    name: 'habit-days',
    async arrive(page) {
      await page
        .getByRole('button', { name: /^More for Read/u })
        .first()
        .click();
      await page.getByRole('menuitem', { name: /^Other days/u }).click();
      await page.getByRole('grid').waitFor();
    },
  },
  {
    name: 'habit',
    narrow: true,
    async arrive(page) {
      await page.keyboard.press('Escape');
      await new HabitView({ page }).open('Read');
      await page.getByRole('heading', { level: 1, name: 'Read' }).waitFor();
      await page.getByRole('heading', { name: 'Strength' }).waitFor();
    },
  },
  {
    name: 'habit-below',
    async arrive(page) {
      await page.getByRole('heading', { name: 'Notes' }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'habits',
    narrow: true,
    async arrive(page) {
      await go(page, 'Habits');
      await page.getByRole('grid', { name: 'Habits' }).locator('[data-state]').first().waitFor();
    },
  },
  {
    name: 'pauses',
    async arrive(page) {
      await go(page, 'Habits');
      await page.getByRole('button', { name: 'Pauses…' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'habit-new',
    async arrive(page) {
      await page.keyboard.press('Escape');
      await go(page, 'Habits');
      await page.getByRole('button', { name: 'New habit' }).first().click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'mood-and-habits',
    async arrive(page) {
      await page.keyboard.press('Escape');
      await go(page, 'Insights');
      await page.getByRole('heading', { name: 'Mood and habits' }).waitFor();
      await page.getByRole('radio', { name: 'Day after' }).scrollIntoViewIfNeeded();
      await page.mouse.move(WIDE.width / 2, WIDE.height / 2);
      await page.mouse.wheel(0, WIDE.height / 2);
    },
  },
  {
    name: 'month',
    narrow: true,
    async arrive(page) {
      await openByPalette(page, 'Month in review');
      await page.keyboard.press('Alt+PageUp');
      await page.getByRole('heading', { level: 1, name: 'October 2026' }).waitFor();
      await page.getByRole('table').first().waitFor();
    },
  },
];
