import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { CheckIns } from '../pages/check-in.ts';
import { Habits } from '../pages/habits.ts';
import { Lock, openVault } from '../pages/lock.ts';
import { Search } from '../pages/search.ts';
import { SyncPage } from '../pages/sync.ts';
import { Today } from '../pages/today.ts';
import { closeAll } from '../access/rooms.ts';
import { openByPalette } from '../screens/camera.ts';

/**
 * What a screen reader was told since the last look, in its order: what came into a region that was there before, and alerts, which are told when they come.
 * A region that comes with its words is told by some screen readers only: `unheard: words`.
 */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const heard: string[] = [];
    (window as unknown as { heard: string[] }).heard = heard;
    const LIVE = '[aria-live=polite], [role=status]';
    const textOf = (node: Node): string => {
      const copy = node.cloneNode(true);
      if (copy instanceof Element) for (const hidden of copy.querySelectorAll('[aria-hidden=true]')) hidden.remove();
      return (copy.textContent ?? '').trim();
    };
    new MutationObserver((records) => {
      const came = records.flatMap(({ addedNodes }) => [...addedNodes]);
      const isNew = (element: Element): boolean => came.some((node) => node.contains(element));
      const whole = new Set<Element>();
      for (const { target, addedNodes } of records) {
        const within = target instanceof Element ? target : target.parentElement;
        const alert = within?.closest('[role=alert]') ?? null;
        if (alert !== null) whole.add(alert);
        const region = within?.closest(LIVE) ?? null;
        // A status is told as a whole, of another region what is new in it.
        if (region !== null && !isNew(region)) {
          if (region.matches('[role=status]')) whole.add(region);
          else for (const node of addedNodes) if (textOf(node) !== '') heard.push(textOf(node));
        }
        for (const node of addedNodes) {
          if (!(node instanceof Element) || !node.isConnected) continue;
          for (const element of [node, ...node.querySelectorAll('*')]) {
            if (element.matches('[role=alert]')) whole.add(element);
            if (element.matches(LIVE) && textOf(element) !== '') heard.push(`unheard: ${textOf(element)}`);
          }
        }
      }
      for (const element of whole) {
        const text = textOf(element);
        if (text !== '') heard.push(element.matches('[role=alert]') ? `! ${text}` : text);
      }
    }).observe(document.body, {
      childList: true,
      subtree: true,
      characterData: true,
      // What was hidden from it, and is there now.
      attributeFilter: ['aria-hidden'],
    });
  });
  return () => page.evaluate(() => (window as unknown as { heard: string[] }).heard.splice(0));
}

test('what happens is told to whoever does not see it, once, and in words', async ({ app, sync }) => {
  test.setTimeout(180_000);
  const { page } = app;
  const today = new Today(app);
  const checkIns = new CheckIns(app);
  const lock = new Lock(app);
  await openVault(app);
  const heard = await listen(page);
  /** All that was told until this was, each once. */
  const hears = async (text: RegExp): Promise<void> => {
    const told: string[] = [];
    await expect
      .poll(async () => {
        told.push(...(await heard()));
        return told.join('\n');
      }, String(text))
      .toMatch(text);
    expect(told, 'told twice').toEqual([...new Set(told)]);
    expect(told.filter((said) => said.startsWith('unheard'))).toEqual([]);
  };

  await test.step('saving: behind the pause in the writing, not at each key', async () => {
    await today.text().pressSequentially('Frost on the allotment');
    await expect(today.saved()).toBeVisible();
    expect(await heard()).toEqual(['Saved']);
  });
  await test.step('a tick, a skip, and taking it back', async () => {
    await checkIns.make('Stretch');
    await heard();
    await today.tick('Stretch').click();
    await hears(/^Stretch: done/mu);
    await today.mark('Stretch', 'Skip this day');
    await hears(/^Stretch: skipped/mu);
    await page.getByRole('button', { name: 'Undo' }).click();
    await hears(/^Stretch: done/mu);
  });
  await test.step('a notice that a dialog put away is not told again, and another theme is', async () => {
    await today.mark('Stretch', 'Skip this day');
    await hears(/^Stretch: skipped/mu);
    await openByPalette(page, 'Use the dark theme');
    await hears(/^Theme: Dark$/mu);
    await expect(page.getByRole('region', { name: 'Notices' }).getByText('Stretch: skipped')).toBeVisible();
    expect(await heard()).toEqual([]);
    await openByPalette(page, 'Use the light theme');
    await hears(/^Theme: Light$/mu);
  });
  await test.step('a timer', async () => {
    await checkIns.make('Sit', { kind: { type: 'minutes', target: 10, direction: 'at-least' } });
    await checkIns.button('Sit', 'Start the timer of Sit').click();
    await hears(/^The timer of Sit/mu);
    // The seconds themselves are not read out.
    await expect(page.getByRole('timer')).toHaveAttribute('aria-live', 'off');
    await checkIns.button('Sit', 'Stop the timer of Sit').click();
    await hears(/Sit/u);
  });
  await test.step('how much a search finds', async () => {
    await today.go('Search');
    await new Search(app).field.fill('frost');
    await hears(/^1 entry$/mu);
    await new Search(app).field.fill('zephyrkettle');
    await hears(/nothing found/iu);
  });
  await test.step('sync: where it comes to rest, and that it needs somebody', async () => {
    const page1 = new SyncPage(app);
    await page1.line.click();
    await page1.look(sync.url, sync.token);
    await page1.button('Connect').click();
    await expect(page1.line).toContainText('Synced');
    await heard();
    await page1.button('Sync now').click();
    await hears(/^Synced/mu);
    sync.server.changeToken('another');
    await page1.button('Sync now').click();
    await hears(/^Sync needs you$/mu);
  });
  await test.step('a lock begins at the lock screen, and a wrong passphrase is an alert', async () => {
    await lock.lockNow();
    await expect(lock.passphrase).toBeFocused();
    // No test of memory: it may be filled in by a password manager, pasted, and looked at.
    await expect(lock.passphrase).toHaveAttribute('autocomplete', 'current-password');
    await page.getByRole('button', { name: 'Show what is typed' }).click();
    await lock.passphrase.fill('from somewhere else');
    await lock.passphrase.press('ControlOrMeta+a');
    await lock.passphrase.press('ControlOrMeta+x');
    await expect(lock.passphrase).toHaveValue('');
    await page.getByRole('button', { name: 'Hide what is typed' }).click();
    await lock.passphrase.press('ControlOrMeta+v');
    await expect(lock.passphrase).toHaveValue('from somewhere else');
    const heardLocked = await listen(page);
    await lock.unlock('not the passphrase');
    await expect(lock.problem).toBeVisible();
    expect((await heardLocked()).filter((text) => text.startsWith('!'))).toEqual([
      expect.stringContaining('does not open'),
    ]);
    await lock.unlock();
    await lock.unlocked();
    // Nobody is left on a page that is gone.
    await expect.poll(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true);
  });
});

test('where no movement is wanted nothing moves, by the system’s wish and by the setting', async ({ app }) => {
  test.setTimeout(120_000);
  const { page } = app;
  const today = new Today(app);
  await openVault(app);
  await new CheckIns(app).make('Stretch');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  // The app runs without animations in specs; here only the wish of the system is to hold them.
  await page.evaluate(() => (document.documentElement.dataset['animations'] = 'on'));
  /** What of place, size or shape moves for longer than a frame, ever since this was called. */
  const watch = (): Promise<void> =>
    page.evaluate(() => {
      const moved = new Set<string>();
      (window as unknown as { moved: Set<string> }).moved = moved;
      const look = (): void => {
        for (const animation of document.getAnimations()) {
          const duration = Number(animation.effect?.getComputedTiming().duration ?? 0);
          if (duration > 1) moved.add(`${animation.constructor.name} of ${String(duration)} ms`);
        }
        requestAnimationFrame(look);
      };
      look();
    });
  const moved = (): Promise<string[]> => page.evaluate(() => [...(window as unknown as { moved: Set<string> }).moved]);
  const journey = async (): Promise<void> => {
    await today.go('Today');
    await today.tick('Stretch').click();
    await expect(today.tick('Stretch')).toHaveAttribute('data-state', 'done');
    await openByPalette(page, 'New habit');
    await new Habits(app).dialog.waitFor();
    await closeAll(page);
    await today.go('Habits');
    await new Habits(app).grid.waitFor();
    await today.go('Today');
    await today.mark('Stretch', 'Clear the mark');
    await page.getByRole('button', { name: 'Undo' }).first().waitFor();
  };
  await watch();
  await journey();
  expect(await moved(), 'as the system wishes').toEqual([]);

  // Whoever looks finds what moves.
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await page.evaluate(() => (document.documentElement.dataset['animations'] = 'on'));
  await journey();
  expect((await moved()).length).toBeGreaterThan(0);

  await today.go('Settings');
  await page.getByRole('checkbox', { name: 'Less movement' }).check();
  await expect.poll(() => readFileSync(join(app.profile, 'settings.json'), 'utf8')).toMatch(/"lessMotion": true/u);
  await app.restart();
  await new Lock(app).unlock();
  await today.go('Settings');
  await expect(app.page.getByRole('checkbox', { name: 'Less movement' })).toBeChecked();
  await expect(app.page.locator('html')).toHaveAttribute('data-animations', 'off');
});
