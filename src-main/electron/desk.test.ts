import { describe, expect, it } from 'vitest';
import type { TrayChoice, TrayItem } from '../host.ts';
import { createDesk } from './desk.ts';
import { RecordedContents, RecordedWindow, RecordingElectron } from './testing/recording-electron.ts';

const TICK: TrayChoice = { type: 'tick', habitId: 'x', day: '2026-11-22', isDone: true };
const MENU: readonly TrayItem[] = [
  { type: 'text', label: '1 of 2 done today' },
  { type: 'tick', label: 'Salt & pepper', isDone: false, choice: TICK },
  { type: 'separator' },
  { type: 'command', label: 'Quit Daygrove', choice: { type: 'quit' } },
];

function made(platform: NodeJS.Platform) {
  const electron = new RecordingElectron();
  const window = new RecordedWindow({}, new RecordedContents(1));
  const choices: TrayChoice[] = [];
  const desk = createDesk(electron, platform, () => window);
  desk.onChoice((choice) => choices.push(choice));
  return { electron, window, desk, choices };
}

describe('the tray', () => {
  it('is there while it is wanted, once, with its menu', () => {
    const { electron, desk, choices } = made('linux');
    expect(desk.isInTray()).toBe(false);
    desk.showTray(MENU);
    desk.showTray(MENU);
    expect(electron.trays).toHaveLength(1);
    expect(electron.trays[0]).toMatchObject({ tip: 'Daygrove', destroyed: false });
    const items = electron.trayMenu();
    expect(items.map(({ label, type, enabled, checked }) => [label, type, enabled, checked])).toEqual([
      ['1 of 2 done today', undefined, false, undefined],
      // A single & would be a key.
      ['Salt && pepper', 'checkbox', undefined, false],
      [undefined, 'separator', undefined, undefined],
      ['Quit Daygrove', undefined, undefined, undefined],
    ]);
    for (const { click } of items) if (click !== undefined) Reflect.apply(click, null, []);
    expect(choices).toEqual([TICK, { type: 'quit' }]);
    expect(desk.isInTray()).toBe(true);
    desk.showTray(null);
    desk.showTray(null);
    expect(electron.trays[0]?.destroyed).toBe(true);
    expect(desk.isInTray()).toBe(false);
    desk.showTray(MENU);
    expect(electron.trays).toHaveLength(2);
  });

  it.each([
    ['darwin', true, [1, 2], []],
    ['win32', false, [1, 1.25, 1.5, 2], [{ type: 'open' }]],
    ['linux', false, [1, 2], [{ type: 'open' }]],
  ] as const)('on %s has the picture and the click of that system', (platform, isTemplate, scales, opened) => {
    const { electron, desk, choices } = made(platform);
    desk.showTray(MENU);
    expect(electron.trays[0]?.image).toMatchObject({ isTemplate, scales });
    electron.trays[0]?.emit('click');
    expect(choices).toEqual(opened);
  });

  it('quits the app', () => {
    const { electron, desk } = made('linux');
    desk.quit();
    expect(electron.app.actions).toEqual(['quit']);
  });
});

describe('the number on the icon', () => {
  it.each(['darwin', 'linux'] as const)(
    'on %s is the system’s own, and is not touched before there is one',
    (platform) => {
      const { electron, window, desk } = made(platform);
      for (const count of [0, 3, 12, 0, 0]) desk.showBadge(count, `${String(count)} open`);
      expect(electron.app.badges).toEqual([3, 12, 0]);
      expect(window.overlays).toEqual([]);
    },
  );

  it('on Windows is a picture with words to it', () => {
    const { electron, window, desk } = made('win32');
    for (const count of [0, 1, 40, 0]) desk.showBadge(count, `${String(count)} open`);
    expect(window.overlays.map(({ overlay, description }) => [overlay !== null, description])).toEqual([
      [true, '1 open'],
      [true, '40 open'],
      [false, ''],
    ]);
    expect(window.overlays[0]?.overlay).toMatchObject({ scales: [1, 2] });
    expect(electron.app.badges).toEqual([]);
    // Out of the tray, its button on the task bar is a new one.
    desk.follow(window);
    window.show();
    expect(window.overlays).toHaveLength(3);
    desk.showBadge(2, '2 open');
    window.hide();
    window.show();
    expect(window.overlays.slice(3).map(({ description }) => description)).toEqual(
      Array.from({ length: 2 }, () => '2 open'),
    );
    window.destroy();
    desk.showBadge(3, '3 open');
    expect(window.overlays).toHaveLength(5);
  });
});
