import { expect, it } from 'vitest';
import { SCREEN_LOOK_MS, lockWithTheMachine } from './power.ts';
import { RecordingApp } from './testing/recording-app.ts';
import { RecordedPower } from './testing/recording-electron.ts';

interface Watched {
  readonly app: RecordingApp;
  readonly power: RecordedPower;
  /** The looks at the screen that are under way now. */
  readonly looks: Map<() => void, number>;
}

function watched(platform: NodeJS.Platform): Watched {
  const app = new RecordingApp();
  const power = new RecordedPower();
  const looks: Watched['looks'] = new Map();
  lockWithTheMachine(power, app, platform, (look, milliseconds) => {
    looks.set(look, milliseconds);
    return () => looks.delete(look);
  });
  return { app, power, looks };
}

const lookNow = ({ looks }: Watched): void => looks.forEach((_every, look) => look());

it.each([
  ['suspend', 'suspend'],
  ['lock-screen', 'screen-lock'],
  ['user-did-resign-active', 'screen-lock'],
] as const)('%s locks, and the lock screen can say why', (event, reason) => {
  const { app, power } = watched('win32');
  power.emit(event);
  expect(app.locks).toEqual([reason]);
});

it('looks at the screen on Linux, where no event tells of its lock, and only while the vault is open', () => {
  const all = watched('linux');
  const { app, power, looks } = all;
  expect(looks.size).toBe(0);
  app.vault('unlocked');
  expect([...looks.values()]).toEqual([SCREEN_LOOK_MS]);
  lookNow(all);
  expect(app.locks).toEqual([]);
  power.idleState = 'locked';
  lookNow(all);
  expect(app.locks).toEqual(['screen-lock']);
  expect(looks.size).toBe(0);
  app.vault('damaged');
  expect(looks.size).toBe(1);
  app.vault('locked', 'person');
  expect(looks.size).toBe(0);
  app.vault('locked', 'storage-stopped');
  expect(looks.size).toBe(1);
  app.vault('locked', 'idle');
  expect(looks.size).toBe(0);
});

it.each(['darwin', 'win32'] as const)('does not look where the event comes: %s', (platform) => {
  const { app, looks } = watched(platform);
  app.vault('unlocked');
  expect(looks.size).toBe(0);
});
