/** The whole way: what stands outside of the window, before the real app and its storage process. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { EventOf } from '../src-shared/contract/index.ts';
import type { Desk, TrayChoice, TrayItem } from './host.ts';
import {
  createVault,
  openTestApp,
  removeFolder,
  temporaryFolder,
  TEST_PASSPHRASE,
  value,
  type TestApp,
} from './testing/test-app.ts';

const DAY = '2026-11-22';
const HABIT = randomUUID();

class RecordingDesk implements Desk {
  menu: readonly TrayItem[] | null = null;
  badge = 0;
  choose: (choice: TrayChoice) => void = () => {};
  showTray(menu: readonly TrayItem[] | null): void {
    this.menu = menu;
  }
  showBadge(count: number): void {
    this.badge = count;
  }
  onChoice(listener: (choice: TrayChoice) => void): void {
    this.choose = listener;
  }
  quit(): void {}
  /** Labels, with what is ticked. */
  get lines(): string[] {
    return (this.menu ?? []).flatMap((item) =>
      item.type === 'separator' ? [] : [`${item.type === 'tick' && item.isDone ? '✓ ' : ''}${item.label}`],
    );
  }
}

const desk = new RecordingDesk();
let folder: string;
let test: TestApp;
const places: EventOf<'app.open-place'>[] = [];
let windows = 0;

beforeAll(async () => {
  folder = await temporaryFolder();
  const clock = { offset: Date.parse('2026-11-22T18:00:00Z') - Date.now(), zone: 'Europe/Vienna' };
  test = await openTestApp(folder, { clock, desk, focusWindow: () => (windows += 1) });
  test.client.on('app.open-place', (place) => places.push(place));
  await createVault(test.client);
  const habit = { id: HABIT, name: 'Zephyrkettle', question: '', schedule: { type: 'daily' }, startDay: DAY } as const;
  value(await test.client.invoke('habits.create', habit));
});
afterAll(async () => {
  await test.app.close();
  await removeFolder(folder);
});

it('shows today’s habits of the vault, and writes a tick into it as the page would', async () => {
  expect(desk.menu).toBeNull();
  value(await test.client.invoke('app.change-settings', { tray: true, badge: true }));
  await expect.poll(() => desk.lines[0]).toBe('0 of 1 done today');
  expect(desk.lines.join()).not.toContain('Zephyrkettle');
  expect(desk.badge).toBe(1);

  value(await test.client.invoke('app.change-settings', { trayNames: true }));
  expect(desk.lines[1]).toBe('Zephyrkettle');
  const changes: string[][] = [];
  test.client.on('data.changed', ({ domains }) => changes.push(domains));
  desk.choose({ type: 'tick', habitId: HABIT, day: DAY, isDone: true });
  await expect.poll(() => desk.lines.slice(0, 2)).toEqual(['1 of 1 done today', '✓ Zephyrkettle']);
  expect(desk.badge).toBe(0);
  const days = value(await test.client.invoke('habits.days', { id: HABIT, from: DAY, to: DAY }));
  expect(days.days[0]).toMatchObject({ mark: 'done', state: 'done' });
  // The page is told, and shows it.
  expect(changes.flat()).toContain('habits');
});

it('forgets it at the lock, and leads behind the unlock to where a link pointed', async () => {
  desk.choose({ type: 'lock' });
  await expect.poll(() => desk.lines[0]).toBe('Daygrove is locked');
  expect(JSON.stringify(desk.menu)).not.toMatch(/Zephyrkettle|\d/u);
  const before = windows;
  test.app.openLink(`daygrove://habit/${HABIT}`);
  expect(windows).toBe(before + 1);
  expect(places).toEqual([]);
  value(await test.client.invoke('vault.unlock', { method: 'passphrase', secret: TEST_PASSPHRASE }));
  expect(places).toEqual([{ type: 'habit', id: HABIT }]);
  await expect.poll(() => desk.lines[1]).toBe('✓ Zephyrkettle');
});
