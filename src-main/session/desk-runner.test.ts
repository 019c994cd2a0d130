import { ENGLISH } from '../testing/english-words.ts';
import { describe, expect, it } from 'vitest';
import type { HabitOverview } from '../../src-shared/contract/habits.ts';
import type { VaultState } from '../../src-shared/contract/vault.ts';
import { err, ok, type Result } from '../../src-shared/result.ts';
import type { Desk, TrayChoice, TrayItem } from '../host.ts';
import { DeskRunner } from './desk-runner.ts';
import { idOf, overviewRow } from './testing/outside-habits.ts';

const settled = (): Promise<void> => new Promise((done) => setImmediate(done));

class RecordingDesk implements Desk {
  menus: (readonly TrayItem[] | null)[] = [];
  badges: number[] = [];
  quits = 0;
  choose: (choice: TrayChoice) => void = () => {};
  showTray(menu: readonly TrayItem[] | null): void {
    this.menus.push(menu);
  }
  showBadge(count: number): void {
    this.badges.push(count);
  }
  onChoice(listener: (choice: TrayChoice) => void): void {
    this.choose = listener;
  }
  quit(): void {
    this.quits += 1;
  }
  get text(): string {
    return JSON.stringify(this.menus.at(-1));
  }
}

class World {
  settings = { tray: true, trayNames: true, badge: true };
  vault: VaultState['state'] = 'locked';
  day = '2026-11-22';
  rows: HabitOverview[] = [overviewRow(1, 'open', { name: 'Sweep' }), overviewRow(2, 'done', { name: 'Weed' })];
  asked: string[] = [];
  readonly checkIns: unknown[][] = [];
  checkInAnswer: Result<unknown> = ok({});
  /** What answers the next question; replaced to hold it up. */
  answer = (): Promise<Result<{ habits: HabitOverview[] }>> => Promise.resolve(ok({ habits: this.rows }));
  readonly did: unknown[] = [];
  timers: (() => void)[] = [];
  readonly desk = new RecordingDesk();
  readonly runner = new DeskRunner({
    desk: this.desk,
    settings: () => this.settings,
    words: () => ENGLISH,
    vault: () => this.vault,
    today: async () => this.day,
    storage: {
      overview: (day) => {
        this.asked.push(day);
        return this.answer();
      },
      checkIn: async (...given) => {
        this.checkIns.push(given);
        return this.checkInAnswer;
      },
    },
    places: {
      open: (place) => this.did.push(place),
      capture: () => this.did.push('capture'),
      tell: (news) => this.did.push(news),
    },
    hasCapture: true,
    focusWindow: () => this.did.push('window'),
    lock: () => this.did.push('lock'),
    schedule: (work) => {
      this.timers.push(work);
      return () => {
        this.timers = this.timers.filter((other) => other !== work);
      };
    },
  });

  async enter(vault: VaultState['state']): Promise<void> {
    this.vault = vault;
    this.runner.vaultChanged();
    await settled();
  }

  async look(): Promise<void> {
    for (const work of this.timers.splice(0)) work();
    await settled();
  }
}

async function opened(settings: Partial<World['settings']> = {}): Promise<World> {
  const world = new World();
  Object.assign(world.settings, settings);
  world.runner.settingsChanged();
  await world.enter('unlocked');
  return world;
}

describe('what stands outside of the window', () => {
  it('is there from the start, and says nothing before the unlock', () => {
    const { desk, asked } = new World();
    expect(desk.text).toContain('Daygrove is locked');
    expect(desk.badges).toEqual([0]);
    expect(asked).toEqual([]);
  });

  it('shows the day of the open vault, and forgets it at the lock', async () => {
    const world = await opened();
    expect(world.desk.text).toContain('Sweep');
    expect(world.desk.badges.at(-1)).toBe(1);
    await world.enter('locked');
    expect(world.desk.text).not.toMatch(/Sweep|Weed|\d/u);
    expect(world.desk.badges.at(-1)).toBe(0);
    expect(world.timers).toEqual([]);
  });

  it('does not show what was asked for before the lock', async () => {
    const world = await opened();
    const late = Promise.withResolvers<Result<{ habits: HabitOverview[] }>>();
    world.answer = () => late.promise;
    world.runner.changed(['habits']);
    await settled();
    await world.enter('locked');
    late.resolve(ok({ habits: world.rows }));
    await settled();
    expect(world.desk.text).toContain('Daygrove is locked');
    expect(world.desk.text).not.toContain('Sweep');
  });

  it('asks for nothing where nothing is shown', async () => {
    const world = await opened({ tray: false, badge: false });
    expect(world.asked).toEqual([]);
    expect(world.desk.menus.at(-1)).toBeNull();
    world.settings.badge = true;
    world.runner.settingsChanged();
    await settled();
    expect(world.desk.badges.at(-1)).toBe(1);
    expect(world.desk.menus.at(-1)).toBeNull();
    world.settings.badge = false;
    world.runner.settingsChanged();
    await settled();
    expect(world.desk.badges.at(-1)).toBe(0);
  });

  it('takes names away as soon as they are not wanted', async () => {
    const world = await opened();
    world.settings.trayNames = false;
    world.runner.settingsChanged();
    expect(world.desk.text).not.toContain('Sweep');
    expect(world.desk.text).toContain('1 of 2 done');
  });

  it('follows the data, and asks once more for what changed meanwhile', async () => {
    const world = await opened();
    world.rows = [overviewRow(1, 'done', { name: 'Sweep' })];
    world.runner.changed(['entries']);
    expect(world.asked).toHaveLength(1);
    world.runner.changed(['habits']);
    world.runner.changed(['habits']);
    world.runner.changed(['preferences']);
    await settled();
    expect(world.asked).toHaveLength(3);
    expect(world.desk.text).toContain('1 of 1 done');
  });

  it('follows the clock into the next day', async () => {
    const world = await opened();
    await world.look();
    expect(world.asked).toEqual(['2026-11-22']);
    world.day = '2026-11-23';
    await world.look();
    expect(world.asked).toEqual(['2026-11-22', '2026-11-23']);
    expect(world.timers).toHaveLength(1);
  });

  it('keeps what it knows where the storage process does not answer, and looks again', async () => {
    const world = await opened();
    world.answer = async () => err('storage-stopped');
    world.runner.changed(['habits']);
    await settled();
    expect(world.desk.text).toContain('Sweep');
    expect(world.timers).toHaveLength(1);
  });

  it('tells nobody what it told already', async () => {
    const world = await opened();
    const { length } = world.desk.menus;
    world.runner.changed(['habits']);
    await settled();
    expect(world.desk.menus).toHaveLength(length);
  });

  it('is gone with the app', async () => {
    const world = await opened();
    world.runner.end();
    expect(world.desk.menus.at(-1)).toBeNull();
    expect(world.desk.badges.at(-1)).toBe(0);
    await world.enter('locked');
    expect(world.desk.menus.at(-1)).toBeNull();
  });
});

describe('what is chosen there', () => {
  const tick = (isDone: boolean): TrayChoice => ({ type: 'tick', habitId: idOf(1), day: '2026-11-22', isDone });

  it('is written as a check-in of the day that was shown', async () => {
    const world = await opened();
    world.desk.choose(tick(true));
    world.desk.choose(tick(false));
    await settled();
    expect(world.checkIns).toEqual([
      [idOf(1), '2026-11-22', 'done'],
      [idOf(1), '2026-11-22', 'clear'],
    ]);
    expect(world.did).toEqual([]);
  });

  it('is shown as it is, and told in the window, where it was not written', async () => {
    const world = await opened();
    const { length } = world.desk.menus;
    world.checkInAnswer = err('disk-full');
    world.desk.choose(tick(true));
    await settled();
    // A menu of the system's has set its own tick.
    expect(world.desk.menus).toHaveLength(length + 1);
    expect(world.did).toEqual(['tick-failed']);
  });

  it('asks for no key that is gone', async () => {
    const world = await opened();
    await world.enter('locked');
    world.desk.choose(tick(true));
    await settled();
    expect(world.checkIns).toEqual([]);
    expect(world.did).toEqual(['tick-failed']);
  });

  it('leads where it says', async () => {
    const world = await opened();
    world.desk.choose({ type: 'habit', id: idOf(3) });
    for (const type of ['open', 'new-entry', 'capture', 'lock', 'quit'] as const) world.desk.choose({ type });
    expect(world.did).toEqual([{ type: 'habit', id: idOf(3) }, 'window', { type: 'new-entry' }, 'capture', 'lock']);
    expect(world.desk.quits).toBe(1);
  });
});
