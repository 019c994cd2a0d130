import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Channel, OutputOf } from '../../src-shared/contract/index.ts';
import { actionsStateSchema } from '../../src-shared/contract/app.ts';
import { createClient } from '../bridge/client.ts';
import { createEnglish } from '../testing/english.ts';
import { createModel } from '../shell/model.ts';
import type { Model } from '../shell/model.ts';
import { createFakeBridge } from '../testing/fake-bridge.ts';
import type { FakeBridge, FakeStart } from '../testing/fake-bridge.ts';

let bridge: FakeBridge;
let model: Model;
let end: () => void;

/** Long enough for the quiet after a change. */
const SETTLED_MS = 200;

async function begin(start: FakeStart): Promise<void> {
  bridge = createFakeBridge({ host: 'electron', ...start });
  let ids = 0;
  model = createModel(createClient(bridge), createEnglish('en-GB'), () => `new-${String((ids += 1))}`);
  end = model.start();
  await vi.advanceTimersByTimeAsync(SETTLED_MS);
}

function reports(): readonly OutputOf<'app.actions-state' & Channel>[] {
  return bridge.calls.filter(({ channel }) => channel === 'app.actions-state').map(({ payload }) => payload as never);
}

function last(): { available: string[]; checked: string[] } {
  return actionsStateSchema.parse(reports().at(-1));
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  end();
  vi.useRealTimers();
});

describe('what the page tells a menu bar', () => {
  it('is what can be done in the room one is in, told once for a burst of changes', async () => {
    await begin({});
    expect(last().available).toEqual(expect.arrayContaining(['new-entry', 'lock', 'previous-day', 'print']));
    expect(last().available).not.toContain('next-habit');
    const before = reports().length;
    model.target.show('journal');
    model.target.show('calendar');
    model.target.show('month');
    await vi.advanceTimersByTimeAsync(SETTLED_MS);
    expect(reports().length).toBe(before + 1);
    expect(last().available).toEqual(expect.arrayContaining(['previous-month', 'print']));
    expect(last().available).not.toContain('previous-day');
  });

  it('is told to a host that has one', async () => {
    await begin({ host: 'browser' });
    model.target.show('journal');
    await vi.advanceTimersByTimeAsync(SETTLED_MS);
    expect(reports()).toEqual([]);
  });

  it('is not told again where nothing of it changed', async () => {
    await begin({});
    const before = reports().length;
    model.notices.announce('Nothing for a menu');
    model.route.setState({ turn: 9 });
    await vi.advanceTimersByTimeAsync(SETTLED_MS);
    expect(reports().length).toBe(before);
  });

  it('has the checks of the theme and of what is shown', async () => {
    await begin({ theme: 'dark' });
    expect(last().checked).toEqual(['toggle-list', 'theme-dark']);
    model.target.toggleSidebar();
    model.target.toggleList();
    model.target.toggleTypewriter();
    await model.target.setTheme('light');
    await vi.advanceTimersByTimeAsync(SETTLED_MS);
    expect(last().checked).toEqual(['toggle-sidebar', 'typewriter', 'theme-light']);
  });

  it('is little under a dialog, and less while the vault is locked', async () => {
    await begin({});
    model.target.open({ type: 'export' });
    await vi.advanceTimersByTimeAsync(SETTLED_MS);
    expect(last().available).toEqual(['help', 'lock']);
    bridge.setVault('locked', 'idle');
    await vi.advanceTimersByTimeAsync(SETTLED_MS);
    expect(last().available).toEqual(['capture', 'help', 'theme-light', 'theme-dark', 'theme-system']);
    // There is nothing to keep anything for.
    bridge.setVault('damaged', null);
    await vi.advanceTimersByTimeAsync(SETTLED_MS);
    expect(last().available).toEqual(['help', 'theme-light', 'theme-dark', 'theme-system']);
  });

  it('is told again after a failure, with the next change', async () => {
    await begin({});
    bridge.fail('app.actions-state', { code: 'internal' });
    model.target.show('journal');
    await vi.advanceTimersByTimeAsync(SETTLED_MS);
    bridge.fail('app.actions-state', null);
    const before = reports().length;
    model.route.setState({ turn: 9 });
    await vi.advanceTimersByTimeAsync(SETTLED_MS);
    expect(reports().length).toBe(before + 1);
  });
});

describe('a command from outside the page', () => {
  it('is done where it can be done, whatever the menu showed', async () => {
    await begin({});
    bridge.emit('app.command', { command: 'go-calendar' });
    expect(model.route.getState().view).toBe('calendar');
    bridge.emit('app.command', { command: 'export' });
    expect(model.route.getState().overlay).toEqual({ type: 'export' });
    bridge.emit('app.command', { command: 'go-journal' });
    expect(model.route.getState()).toMatchObject({ view: 'calendar', overlay: { type: 'export' } });
  });

  it('chooses a theme while the vault is locked, and does nothing else then', async () => {
    await begin({ vault: 'locked' });
    bridge.emit('app.command', { command: 'go-journal' });
    bridge.emit('app.command', { command: 'theme-dark' });
    await vi.advanceTimersByTimeAsync(SETTLED_MS);
    expect(model.route.getState().view).toBe('today');
    expect(model.session.store.getState().settings?.theme).toBe('dark');
  });
});
