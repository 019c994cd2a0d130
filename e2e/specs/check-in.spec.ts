import type { Schedule } from '../../src-shared/contract/habits.ts';
import { expect, test } from '../fixtures.ts';
import { CheckIns } from '../pages/check-in.ts';
import { Habits } from '../pages/habits.ts';
import { openVault } from '../pages/lock.ts';
import { Settings } from '../pages/settings.ts';
import { PAGES, TODAY } from '../samples/habit-days.ts';
import { expectAccessible } from '../support/accessible.ts';

const START = '2026-10-01';

test(
  'a long press opens the menu and ticks nothing; a press that moves is none',
  {
    tag: '@mouse',
    annotation: [
      { type: 'by keys', description: 'a day is checked in by key alone' },
      {
        type: 'by keys',
        description:
          'an amount goes by its buttons, by keys and by what is typed, and a burst of presses is one change',
      },
      { type: 'by keys', description: 'a note is kept as it is written, whichever way one leaves it' },
    ],
  },
  async ({ app }) => {
    const checkIns = new CheckIns(app);
    const { today } = checkIns;
    const { mouse } = app.page;
    await openVault(app);
    await checkIns.make('Stretch');
    const box = (await today.tick('Stretch').boundingBox())!;
    const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await mouse.move(at.x, at.y);
    await mouse.down();
    await expect(today.tick('Stretch')).toHaveAttribute('data-pressing');
    await expect(checkIns.menu).toBeVisible();
    await mouse.up();
    await expect(checkIns.menu).toBeVisible();
    await expect(today.tick('Stretch')).toHaveAttribute('data-state', 'open');
    await today.menuItem('Skip this day').click();
    await expect(today.tick('Stretch')).toHaveAccessibleName('Stretch: skipped');

    // The next short one is a click again.
    await mouse.click(at.x, at.y);
    await expect(today.tick('Stretch')).toHaveAccessibleName('Stretch: done');

    await mouse.move(at.x, at.y);
    await mouse.down();
    await expect(today.tick('Stretch')).toHaveAttribute('data-pressing');
    await mouse.move(at.x + 30, at.y, { steps: 3 });
    await expect(today.tick('Stretch')).not.toHaveAttribute('data-pressing');
    await mouse.up();
    await expect(checkIns.menu).toHaveCount(0);

    // The other button, where it was pressed.
    await mouse.click(at.x + 60, at.y, { button: 'right' });
    await expect(checkIns.menu).toBeVisible();
    expect(Math.abs((await checkIns.menu.boundingBox())!.x - at.x - 60)).toBeLessThan(40);
    await expectAccessible(app, 'the menu');
    await app.page.keyboard.press('Escape');
    await expect(checkIns.menu).toHaveCount(0);

    // A click beside a note or an amount keeps what was typed; with Shift a button adds ten.
    await checkIns.choose('Stretch', 'Note…');
    await app.page.getByRole('textbox', { name: 'Note on Stretch' }).fill('At home');
    await mouse.click(300, 500);
    await expect(today.habit('Stretch').getByRole('button', { name: /^Note on Stretch: / })).toHaveText('At home');
    await checkIns.make('Read', { kind: PAGES });
    await checkIns.button('Read', 'Add 1 to Read').click({ modifiers: ['Shift'] });
    await expect(today.tick('Read')).toHaveAccessibleName('Read: 10 of 40 pages');
    await checkIns.button('Read', '10 of 40 pages, change the amount of Read').click();
    await checkIns.field('Read').fill('31');
    await today.heading.click();
    await expect(today.tick('Read')).toHaveAccessibleName('Read: 31 of 40 pages');

    // Undo goes back to where the hand was.
    await today.tick('Read').click();
    await expect(today.tick('Read')).toHaveAccessibleName('Read: done');
    await expect(checkIns.notice('Read: done')).toBeVisible();
    await new Habits(app).undo.last().click();
    await expect(today.tick('Read')).toHaveAccessibleName('Read: 31 of 40 pages');
    await expect(today.tick('Read')).toBeFocused();
  },
);

test('a day is checked in by key alone', { tag: '@journey' }, async ({ app }) => {
  const checkIns = new CheckIns(app);
  const { today } = checkIns;
  const { keyboard } = app.page;
  await openVault(app);
  await checkIns.make('Stretch', { timeOfDay: 'morning', question: 'Did you stretch?' });
  await checkIns.make('Read', { kind: PAGES });
  await checkIns.make('Journal', { timeOfDay: 'evening' });
  await expect(today.habits.getByRole('heading', { level: 3 })).toHaveText(['Morning', 'Evening', 'Anytime']);
  await expect(today.tick('Stretch')).toHaveAccessibleDescription('Did you stretch?');

  await today.habits.getByRole('button', { name: 'New habit' }).focus();
  await keyboard.press('Tab');
  await expect(today.habits.getByRole('button', { name: 'Hide the habits' })).toBeFocused();
  await keyboard.press('Tab');
  await expect(today.tick('Stretch')).toBeFocused();
  await keyboard.press('Space');
  await expect(today.tick('Stretch')).toHaveAccessibleName('Stretch: done');
  await keyboard.press('ArrowDown');
  await expect(today.tick('Journal')).toBeFocused();
  await keyboard.press('Enter');
  await expect(today.tick('Journal')).toHaveAccessibleName('Journal: done');
  await keyboard.press('End');
  await expect(today.tick('Read')).toBeFocused();
  await keyboard.press('+');
  await expect(today.tick('Read')).toHaveAccessibleName('Read: 1 of 40 pages');
  await keyboard.press('Tab');
  await expect(checkIns.button('Read', /change the amount of Read$/)).toBeFocused();
  await keyboard.press('Tab');
  await expect(checkIns.button('Read', 'More for Read')).toBeFocused();
  await keyboard.press('ArrowUp');
  await expect(today.tick('Journal')).toBeFocused();
  await keyboard.press('Home');
  await expect(today.tick('Stretch')).toBeFocused();
  await keyboard.press('Shift+F10');
  await expect(today.menuItem('Mark as done')).toBeFocused();
  // It opens the menu and does nothing to the day.
  await expect(today.tick('Stretch')).toHaveAttribute('data-state', 'done');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(today.tick('Stretch')).toHaveAccessibleName('Stretch: skipped');
  await expect(today.tick('Stretch')).toBeFocused();
  await expect(checkIns.notice('Stretch: skipped')).toBeVisible();
  await keyboard.press('ControlOrMeta+z');
  await expect(today.tick('Stretch')).toHaveAccessibleName('Stretch: done');

  await keyboard.press('?');
  await expect(app.page.getByRole('dialog', { name: /shortcuts/i })).toContainText('One step more, one less with');
  await keyboard.press('Escape');
  await checkIns.choose('Stretch', 'Pause…');
  await expect(checkIns.dialog('New pause')).toBeVisible();
  await keyboard.press('Escape');
  await expect(checkIns.button('Stretch', 'More for Stretch')).toBeFocused();

  // An amount that was typed counts also where another page took its place.
  await today.tick('Read').focus();
  await keyboard.type('27');
  await keyboard.press('ControlOrMeta+2');
  await today.go('Today');
  await expect(today.tick('Read')).toHaveAccessibleName('Read: 27 of 40 pages');

  await checkIns.choose('Stretch', 'Open habit');
  await expect(today.heading).toContainText('Stretch');
});

test('a tick is a small feast, and none for those who want no motion or no feast', async ({ app }) => {
  const checkIns = new CheckIns(app);
  const { today } = checkIns;
  const burst = () => app.page.locator('[data-burst]');
  const animations = () => app.page.evaluate(() => document.getAnimations().length);
  await openVault(app);
  // The host starts the page without animations, as every spec wants it.
  await app.page.evaluate(() => (document.documentElement.dataset['animations'] = 'on'));
  await checkIns.make('Stretch');
  await checkIns.make('Read', { kind: PAGES });
  await app.page.emulateMedia({ reducedMotion: 'no-preference' });
  // It listens before the click is sent; a promise that is awaited behind it might not.
  await app.page.evaluate(() => {
    document.addEventListener('animationstart', () => {
      const mine = document.getAnimations().filter((each) => each instanceof CSSAnimation);
      const longest = Math.max(...mine.map((each) => Number(each.effect?.getComputedTiming().endTime)));
      document.documentElement.dataset['longestAnimation'] ??= String(longest);
    });
  });
  const root = app.page.locator('html');
  // A machine that is too busy to paint a frame within the feast shows none of it: then it is ticked anew.
  await expect(async () => {
    if ((await today.tick('Stretch').getAttribute('data-state')) === 'done') {
      await today.tick('Stretch').click();
      await expect(today.tick('Stretch')).not.toHaveAttribute('data-state', 'done');
      await root.evaluate((element) => element.removeAttribute('data-longest-animation'));
    }
    await today.tick('Stretch').click();
    await expect(root).toHaveAttribute('data-longest-animation', /^\d+(\.\d+)?$/, { timeout: 2000 });
  }).toPass({ timeout: 20_000 });
  expect(Number(await app.page.locator('html').getAttribute('data-longest-animation'))).toBeLessThanOrEqual(250);
  await expect(burst()).toHaveCount(0);
  await expect.poll(animations).toBe(0);

  await app.page.emulateMedia({ reducedMotion: 'reduce' });
  await today.tick('Read').click();
  await expect(today.tick('Read')).toHaveAttribute('data-state', 'done');
  expect(await animations()).toBe(0);
  await today.tick('Stretch').click();
  await today.tick('Stretch').click();
  expect(await animations()).toBe(0);

  // Switched off, nothing is begun, whatever the system says of motion.
  await app.page.emulateMedia({ reducedMotion: 'no-preference' });
  await app.page.evaluate(() => {
    const seen = new MutationObserver((changes) => {
      const begun = changes.some(({ target }) => (target as HTMLElement).dataset['burst'] !== undefined);
      if (begun) document.documentElement.dataset['burstSeen'] = '';
    });
    seen.observe(document.body, { subtree: true, attributeFilter: ['data-burst'] });
  });
  const tickAnew = async (): Promise<void> => {
    await expect(today.tick('Stretch')).toHaveAttribute('data-state', 'done');
    await today.tick('Stretch').click();
    await expect(today.tick('Stretch')).toHaveAttribute('data-state', 'open');
    await today.tick('Stretch').click();
    await expect(today.tick('Stretch')).toHaveAttribute('data-state', 'done');
  };
  const { celebrations } = new Settings(app);
  await today.go('Settings');
  await expect(celebrations).toBeChecked();
  await celebrations.uncheck();
  await today.go('Today');
  await tickAnew();
  // It was there for a quarter of a second at most, and would have been seen coming.
  await expect(root).not.toHaveAttribute('data-burst-seen');
  await today.go('Settings');
  await celebrations.check();
  await today.go('Today');
  await tickAnew();
  await expect(root).toHaveAttribute('data-burst-seen');
});

test('sixty habits with long names are looked past easily, and nothing is cut in a small window', async ({ app }) => {
  const checkIns = new CheckIns(app);
  const { today } = checkIns;
  await openVault(app);
  const long = 'Walk in the hills with whoever wants to come along and has the time for all of it '
    .repeat(3)
    .slice(0, 196);
  for (let index = 0; index < 60; index += 1) {
    const weekday: Schedule = { type: 'weekdays', days: [2] };
    await checkIns.make(`${String(index).padStart(2, '0')} ${index % 2 === 0 ? long.trim() : 'Sweep'}`, {
      startDay: START,
      ...(index % 3 === 0 ? { schedule: weekday } : {}),
      ...(index % 5 === 1 ? { kind: PAGES } : {}),
    });
  }
  // Which are folded away is settled when a day is opened.
  await today.go('Journal');
  await today.go('Today');
  const fold = today.habits.getByRole('button', { name: '20 more not due today' });
  await expect(fold).toBeVisible();
  await expect(today.habits.getByRole('listitem')).toHaveCount(40);
  for (const size of [
    { width: 900, height: 600 },
    { width: 450, height: 300 },
  ]) {
    await app.page.setViewportSize(size);
    await today.tick('01 Sweep').scrollIntoViewIfNeeded();
    expect(await today.habits.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
    for (const control of await today.habit('01 Sweep').getByRole('button').all()) {
      await control.scrollIntoViewIfNeeded();
      await expect(control).toBeInViewport({ ratio: 1 });
    }
  }
  await fold.click();
  await expect(today.habits.getByRole('listitem')).toHaveCount(60);
  // What is ticked in it stays where the hand is.
  await today.tick('03 Sweep').click();
  await expect(today.tick('03 Sweep')).toBeFocused();
  await expect(today.tick('03 Sweep')).toHaveAttribute('data-state', 'done');

  // The month of other days has the small window for itself.
  await checkIns.choose('01 Sweep', 'Other days…');
  // The focus brings it into sight, but for a part of a pixel.
  await expect(checkIns.day(/^Sunday November 22/)).toBeInViewport({ ratio: 0.95 });
  await app.page.keyboard.press('Enter');
  const done = app.page.getByRole('group', { name: /November 22/ }).getByRole('button', { name: 'Done' });
  await expect(done).toBeInViewport({ ratio: 0.95 });
});

test('the states of the tick look different in forced colours, too', async ({ app }) => {
  const checkIns = new CheckIns(app);
  const { today } = checkIns;
  await openVault(app);
  const make = async (name: string, given: Parameters<CheckIns['log']>[2] | null): Promise<void> => {
    const id = await checkIns.make(name, { kind: PAGES });
    if (given !== null) await checkIns.log(id, TODAY, given);
  };
  await make('Open', null);
  await make('Done', { type: 'done' });
  await make('Partly', { type: 'done', amount: 20 });
  await make('Skipped', { type: 'skipped' });
  await make('Missed', { type: 'missed' });
  await checkIns.make('Not due', { schedule: { type: 'weekdays', days: [1] } });
  await expect(today.tick('Missed')).toHaveAttribute('data-state', 'missed');
  for (const media of [
    { forcedColors: 'none', colorScheme: 'light' },
    { forcedColors: 'active', colorScheme: 'light' },
    { forcedColors: 'active', colorScheme: 'dark' },
  ] as const) {
    await app.page.emulateMedia({ ...media, reducedMotion: 'reduce' });
    const looks = new Set<string>();
    for (const name of ['Open', 'Done', 'Partly', 'Skipped', 'Missed', 'Not due']) {
      looks.add((await today.tick(name).screenshot()).toString('base64'));
    }
    expect(looks.size, JSON.stringify(media)).toBe(6);
  }
  await app.page.emulateMedia({ forcedColors: 'none' });
  await expectAccessible(app, 'Today with every state');
});
