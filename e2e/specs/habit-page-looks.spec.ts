import { expect, test } from '../fixtures.ts';
import { HabitView, makeHabit } from '../pages/habit-page.ts';
import { openVault } from '../pages/lock.ts';
import { every, makeStretch, PAGES, TODAY } from '../samples/habit-days.ts';
import { expectAccessible } from '../support/accessible.ts';

test('every state has a look of its own, also without colour', async ({ app }) => {
  const view = new HabitView(app);
  await openVault(app);
  await makeStretch(app);
  await makeHabit(
    app,
    { name: 'Read', kind: PAGES, startDay: '2026-10-01', schedule: { type: 'weekdays', days: [1, 2, 3, 4, 5, 6] } },
    [
      { day: '2026-11-11', mark: { type: 'done', amount: 8 } },
      { day: '2026-11-12', mark: { type: 'done', amount: 32 } },
    ],
  );
  const cells: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    Stretch: {
      done: '2026-11-12',
      noted: '2026-11-19',
      missed: '2026-11-17',
      skipped: '2026-11-16',
      paused: '2026-06-03',
      open: '2026-11-10',
      future: '2026-12-01',
    },
    Read: { little: '2026-11-11', much: '2026-11-12', 'not due': '2026-11-15', before: '2026-09-30' },
  };
  for (const media of [{ forcedColors: 'none' }, { forcedColors: 'active' }] as const) {
    await app.page.emulateMedia({ ...media, reducedMotion: 'reduce' });
    const looks = new Map<string, string>();
    for (const [name, days] of Object.entries(cells)) {
      await view.open(name);
      await view.heading.hover();
      for (const [state, day] of Object.entries(days)) {
        looks.set(state, (await view.cell(day).screenshot()).toString('base64'));
      }
    }
    const twice = [...looks].filter(([state, look]) =>
      [...looks].some(([other, its]) => other !== state && its === look),
    );
    expect(
      twice.map(([state]) => state),
      JSON.stringify(media),
    ).toEqual([]);
  }
});

test('the page holds WCAG 2.2 AA as far as a machine can tell, and is whole at 200 %', async ({ app }) => {
  test.setTimeout(180_000);
  const { page } = app;
  const view = new HabitView(app);
  await openVault(app);
  await makeStretch(app);
  await makeHabit(app, { name: 'Piano', startDay: TODAY });
  await makeHabit(
    app,
    { name: 'Read', kind: PAGES, startDay: '2026-11-01' },
    every('2026-11-10', TODAY, { type: 'done', amount: 25 }),
  );
  const long = 'To be gentle with '.repeat(11).trim();
  await makeHabit(
    app,
    { name: long, startDay: '2026-11-01', question: 'Were you?' },
    every('2026-11-10', '2026-11-14'),
  );

  await view.open('Stretch');
  await view.section('Strength').getByText('Show as table').click();
  await expectAccessible(app, 'a habit');
  await view.cell('2026-11-19').click();
  await expect(view.editor).toBeVisible();
  await expectAccessible(app, 'a day');
  await page.keyboard.press('Escape');
  await view.open('Piano');
  await expectAccessible(app, 'a new habit');
  await view.open('Read');
  await expectAccessible(app, 'an amount');

  for (const [name, width, height] of [
    ['Read', 900, 600],
    ['Stretch', 450, 300],
    [long, 450, 300],
  ] as const) {
    await page.setViewportSize({ width, height });
    await view.open(name);
    // The year has a frame of its own to scroll in, and nothing else goes over the edge.
    expect(await view.main.evaluate((main) => main.scrollWidth - main.clientWidth), name).toBe(0);
    await view.cell(TODAY).scrollIntoViewIfNeeded();
    const box = (await view.cell(TODAY).boundingBox())!;
    expect(box.x + box.width).toBeLessThanOrEqual(width);
    await view.cell(TODAY).click();
    const editor = (await view.editor.boundingBox())!;
    expect(editor.x).toBeGreaterThanOrEqual(0);
    expect(editor.x + editor.width).toBeLessThanOrEqual(width);
    expect(editor.y).toBeGreaterThanOrEqual(0);
    expect(editor.y + editor.height).toBeLessThanOrEqual(height);
    await page.keyboard.press('Escape');
  }
});
