import { ENGLISH } from '../testing/english-words.ts';
import { describe, expect, it } from 'vitest';
import type { TrayItem } from '../host.ts';
import { idOf, overviewRow } from './testing/outside-habits.ts';
import { MOST_TRAY_HABITS, outsideDay, trayMenu } from './tray-model.ts';

const DAY = '2026-11-22';
const WATER = { type: 'amount', unit: 'litres', target: 2, direction: 'at-least' } as const;
const WEEK = { from: '2026-11-16', to: DAY, reached: 3, need: 3 };

const today = outsideDay(DAY, [
  overviewRow(1, 'done', { name: 'Stretch' }),
  overviewRow(2, 'open', { name: 'Oil the marrowlight' }),
  overviewRow(3, 'partly', { name: 'Water', kind: WATER }),
  overviewRow(4, 'missed', { name: 'Weed' }),
  overviewRow(5, 'open', { name: 'Run', period: WEEK }),
  overviewRow(6, 'not-due'),
  overviewRow(7, 'paused'),
  overviewRow(8, 'skipped'),
  overviewRow(9, 'done', { name: 'Drink', kind: WATER }),
]);

const menu = (change: Partial<Parameters<typeof trayMenu>[0]> = {}): TrayItem[] =>
  trayMenu({ vault: 'unlocked', today, names: true, hasCapture: true, say: ENGLISH.say, ...change });
const labels = (items: readonly TrayItem[]): string[] =>
  items.map((item) => (item.type === 'separator' ? '-' : item.label));

describe('the menu in the tray', () => {
  it('counts the day as the page does, and lists what it asks for', () => {
    expect(today).toMatchObject({ done: 2, due: 5, open: 2 });
    expect(labels(menu())).toEqual([
      '2 of 5 done today',
      'Stretch',
      'Oil the marrowlight',
      'Water…',
      'Weed',
      'Drink (done)',
      '-',
      'Quick Capture',
      'New Entry',
      'Open Daygrove',
      '-',
      'Lock',
      'Quit Daygrove',
    ]);
  });

  it('ticks what one click says all of, and takes a tick back', () => {
    const ticks = menu().filter(({ type }) => type === 'tick');
    expect(ticks.map((item) => 'choice' in item && item.choice)).toEqual([
      { type: 'tick', habitId: idOf(1), day: DAY, isDone: false },
      { type: 'tick', habitId: idOf(2), day: DAY, isDone: true },
      { type: 'tick', habitId: idOf(4), day: DAY, isDone: true },
    ]);
    const water = menu().find((item) => 'label' in item && item.label === 'Water…');
    expect(water).toMatchObject({ choice: { type: 'habit', id: idOf(3) } });
  });

  it('names no habit unless that is wanted', () => {
    const items = menu({ names: false });
    expect(labels(items).slice(0, 2)).toEqual(['2 of 5 done today', '-']);
    expect(JSON.stringify(items)).not.toMatch(/Stretch|marrowlight|Water|10000000/u);
  });

  it.each(['locked', 'absent', 'damaged'] as const)('gives nothing away while the vault is %s', (vault) => {
    // Also where somebody forgot to forget.
    const items = menu({ vault });
    expect(JSON.stringify(items)).not.toMatch(/Stretch|\d/u);
    expect(labels(items)).toContain('Open Daygrove');
    expect(labels(items).at(-1)).toBe('Quit Daygrove');
    expect(items.some((item) => 'choice' in item && item.choice.type === 'lock')).toBe(false);
  });

  it('says that it is locked, and what can be done all the same', () => {
    expect(labels(menu({ vault: 'locked', today: null }))).toEqual([
      'Daygrove is locked',
      '-',
      'Quick Capture',
      'New Entry',
      'Open Daygrove',
      '-',
      'Quit Daygrove',
    ]);
  });

  it('has no quick capture where the host has none', () => {
    for (const vault of ['locked', 'unlocked'] as const)
      expect(labels(menu({ vault, hasCapture: false }))).not.toContain('Quick Capture');
  });

  it('says so where the day asks for nothing, and nothing before it is known', () => {
    expect(labels(menu({ today: outsideDay(DAY, [overviewRow(1, 'not-due')]) }))[0]).toBe('No habits today');
    expect(labels(menu({ today: null }))[0]).toBe('Quick Capture');
  });

  it('ends before the screen does', () => {
    const many = outsideDay(
      DAY,
      Array.from({ length: MOST_TRAY_HABITS + 3 }, (_, place) => overviewRow(place, 'open')),
    );
    const items = menu({ today: many });
    expect(items.filter(({ type }) => type === 'tick')).toHaveLength(MOST_TRAY_HABITS);
    expect(labels(items)).toContain('3 more in Daygrove…');
  });

  it.each([
    ['a\nb\t c', 'a b c'],
    ['\u202Eevil\u200B', 'evil'],
    ['x'.repeat(60), `${'x'.repeat(47)}…`],
    ['🌿'.repeat(60), `${'🌿'.repeat(47)}…`],
  ])('writes the name %j in one line', (name, label) => {
    expect(labels(menu({ today: outsideDay(DAY, [overviewRow(1, 'open', { name })]) }))[1]).toBe(label);
  });
});
