import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Entry } from '../../src-shared/contract/entries.ts';
import { createClient } from '../bridge/client.ts';
import { shownText } from '../features/entries/entries-store.ts';
import { createLanguage } from '../intl/language.ts';
import { FAKE_PASSPHRASE, createFakeBridge } from '../testing/fake-bridge.ts';
import type { FakeBridge, FakeStart } from '../testing/fake-bridge.ts';
import { createModel } from './model.ts';
import type { Model } from './model.ts';

const DAY = '2026-11-22';
const ID = '00000000-0000-4000-8000-000000000001';

const written: Entry = {
  id: ID,
  day: DAY,
  createdAt: '2026-11-22T08:00:00.000Z',
  zone: 'Europe/London',
  updatedAt: '2026-11-22T08:00:00.000Z',
  body: 'First frost',
  mood: null,
  tags: [],
  starred: false,
};

let bridge: FakeBridge;
let model: Model;
let ids = 0;

async function begin(start: FakeStart): Promise<void> {
  bridge = createFakeBridge(start);
  model = createModel(createClient(bridge), createLanguage('en-GB'), () => `new-${String((ids += 1))}`);
  model.start();
  await vi.waitFor(() => expect(model.session.store.getState().vault).not.toBeNull());
}

async function showDay(): Promise<() => void> {
  const stop = model.entries.watchDay(DAY, (error) => expect.fail(error.code));
  await vi.waitFor(() => expect(model.entries.store.getState().days[DAY]).toBeDefined());
  return stop;
}

function bodyOf(id: string): string {
  const { byId, drafts } = model.entries.store.getState();
  return shownText(byId[id], drafts[id]);
}

function writes(): readonly unknown[] {
  return bridge.calls.filter(({ channel }) => channel === 'entries.write').map(({ payload }) => payload);
}

describe('a locked vault', () => {
  beforeEach(() => begin({ entries: [written] }));

  it('writes what is being typed before it locks', async () => {
    await showDay();
    model.entries.edit(ID, DAY, { body: 'First frost, and leeks' });
    await model.lock();
    const channels = bridge.calls.map(({ channel }) => channel);
    expect(channels.indexOf('entries.write')).toBeLessThan(channels.indexOf('vault.lock'));
    expect(writes()).toEqual([{ id: ID, day: DAY, body: 'First frost, and leeks' }]);
    expect(model.entries.autosave.hasUnsaved()).toBe(false);
  });

  it('leaves no text in any store', async () => {
    await showDay();
    const stopTimeline = model.timeline.watch((error) => expect.fail(error.code));
    await vi.waitFor(() => expect(model.timeline.store.getState().days).not.toBeNull());
    await model.search.ask('frost');
    model.route.setState({ view: 'search', query: 'frost', searchEntry: ID, journalEntry: ID });
    model.notices.show({ tone: 'plain', text: 'First frost', action: null });
    await model.lock();
    const held = [model.entries, model.timeline, model.search, model.habits, model.notices]
      .map(({ store }) => JSON.stringify(store.getState()))
      .concat(JSON.stringify(model.route.getState()))
      .join();
    expect(held.toLowerCase()).not.toContain('frost');
    expect(model.route.getState()).toMatchObject({ view: 'search', searchEntry: null, journalEntry: null });
    stopTimeline();
  });

  it('is not filled again by an answer that was asked for before', async () => {
    const stop = model.entries.watchDay(DAY, (error) => expect.fail(error.code));
    bridge.setVault('locked', 'idle');
    await Promise.resolve();
    await Promise.resolve();
    await Promise.resolve();
    expect(model.entries.store.getState().byId).toEqual({});
    stop();
  });

  it('keeps words that were not saved and writes them after the unlock', async () => {
    await showDay();
    bridge.fail('entries.write', { code: 'storage-stopped' });
    model.entries.edit(ID, DAY, { body: 'First frost, unsaved' });
    await model.entries.autosave.flush();
    bridge.setVault('locked', 'storage-stopped');
    expect(model.entries.store.getState().drafts).toEqual({});
    expect(model.entries.autosave.hasUnsaved()).toBe(true);
    bridge.fail('entries.write', null);
    const unlocked = await model.unlock('passphrase', FAKE_PASSPHRASE);
    expect(unlocked.ok).toBe(true);
    await vi.waitFor(() => expect(model.entries.autosave.hasUnsaved()).toBe(false));
    await model.entries.reload();
    expect(bodyOf(ID)).toBe('First frost, unsaved');
  });

  it('shows the damage when the key is right and the file is not', async () => {
    bridge.setVault('locked', 'start');
    await model.unlock('passphrase', 'damaged');
    expect(model.session.store.getState().vault?.state).toBe('damaged');
  });

  it('takes no command from the menu', async () => {
    bridge.setVault('locked', 'idle');
    bridge.emit('app.command', { command: 'import' });
    expect(model.route.getState().overlay).toBeNull();
  });
});

describe('an entry', () => {
  it('begins with its first character, on an empty day that is ready to be written on', async () => {
    await begin({});
    await showDay();
    const blank = model.entries.store.getState().blanks[DAY] ?? '';
    expect(model.entries.store.getState().focusId).toBe(blank);
    expect(writes()).toHaveLength(0);
    model.entries.edit(blank, DAY, { body: 'F' });
    await model.entries.autosave.flush();
    expect(model.entries.store.getState().days[DAY]).toEqual([blank]);
  });

  it('does not begin with a character that was taken back', async () => {
    await begin({});
    await showDay();
    const blank = model.entries.store.getState().blanks[DAY] ?? '';
    model.entries.edit(blank, DAY, { body: 'F' });
    model.entries.edit(blank, DAY, { body: '' });
    await model.entries.autosave.flush();
    expect(writes()).toHaveLength(0);
  });

  it('begins with a mood alone', async () => {
    await begin({});
    await showDay();
    const blank = model.entries.store.getState().blanks[DAY] ?? '';
    model.entries.edit(blank, DAY, { mood: 4 });
    await vi.waitFor(() => expect(model.entries.store.getState().byId[blank]?.mood).toBe(4));
    expect(bodyOf(blank)).toBe('');
  });

  it('keeps what is being typed when the day is read again', async () => {
    await begin({ entries: [written] });
    await showDay();
    bridge.fail('entries.write', { code: 'disk-full' });
    model.entries.edit(ID, DAY, { body: 'Newer than the disk' });
    await model.entries.autosave.flush();
    await model.entries.reload();
    expect(bodyOf(ID)).toBe('Newer than the disk');
    expect(model.entries.store.getState().drafts[ID]?.state).toBe('failed');
  });

  it('is let go of when it leaves the screen, and not before it is saved', async () => {
    await begin({ entries: [written] });
    const stop = await showDay();
    model.entries.edit(ID, DAY, { body: 'On its way' });
    stop();
    await vi.waitFor(() => expect(model.entries.autosave.hasUnsaved()).toBe(false));
    expect(writes()).toHaveLength(1);
    expect(model.entries.store.getState()).toMatchObject({ byId: {}, days: {}, drafts: {} });
  });

  it('is saved before it is removed, and comes back with its last words', async () => {
    await begin({ entries: [written] });
    await showDay();
    model.entries.edit(ID, DAY, { body: 'Last words' });
    expect((await model.entries.remove(ID)).ok).toBe(true);
    expect(model.entries.store.getState().days[DAY]).toEqual([]);
    expect(model.entries.store.getState().blanks[DAY]).toBeDefined();
    expect((await model.entries.restore(ID)).ok).toBe(true);
    expect(model.entries.store.getState().days[DAY]).toEqual([ID]);
    expect(model.entries.store.getState().blanks[DAY]).toBeUndefined();
    expect(bodyOf(ID)).toBe('Last words');
  });
});

describe('the app', () => {
  it('is told when everything typed is written', async () => {
    await begin({ entries: [written] });
    await showDay();
    model.entries.edit(ID, DAY, { body: 'In the last moment' });
    bridge.emit('app.flush', {});
    await vi.waitFor(() => expect(bridge.calls.at(-1)?.channel).toBe('app.flushed'));
    expect(writes()).toHaveLength(1);
  });

  it('goes back a day, and not past the present one', async () => {
    await begin({});
    await vi.waitFor(() => expect(model.shownDay()).toBe(DAY));
    model.target.stepDay(1);
    expect(model.shownDay()).toBe(DAY);
    model.target.stepDay(-1);
    expect(model.shownDay()).toBe('2026-11-21');
    model.target.stepDay(1);
    expect(model.route.getState().day).toBeNull();
  });

  it('goes through the three steps before it shows a room', async () => {
    await begin({ vault: 'absent' });
    expect(model.session.store.getState().onboarding).toBe(true);
    bridge.setVault('unlocked', null);
    expect(model.session.store.getState().onboarding).toBe(true);
    model.session.endOnboarding();
    expect(model.session.store.getState().onboarding).toBe(false);
  });
});

describe('search', () => {
  it('drops the answer to an earlier question', async () => {
    await begin({ entries: [written, { ...written, id: `${ID.slice(0, -1)}2`, body: 'Leeks' }] });
    await Promise.all([model.search.ask('frost'), model.search.ask('leeks')]);
    expect(model.search.store.getState()).toMatchObject({ answered: 'leeks', total: 1 });
  });

  it('shows nothing for an empty question', async () => {
    await begin({ entries: [written] });
    await model.search.ask('frost');
    await model.search.ask('  ');
    expect(model.search.store.getState()).toMatchObject({ answered: '', hits: [] });
  });
});

describe('the journal', () => {
  it('pages to the end, each day once', async () => {
    const entries = Array.from({ length: 150 }, (_, index): Entry => {
      const day = new Date(Date.UTC(2026, 10, 22) - index * 86_400_000).toISOString().slice(0, 10);
      return { ...written, id: `entry-${String(index)}`, day };
    });
    await begin({ entries });
    const stop = model.timeline.watch((error) => expect.fail(error.code));
    await vi.waitFor(() => expect(model.timeline.store.getState().days).not.toBeNull());
    while (model.timeline.store.getState().next !== null) await model.timeline.loadMore();
    const days = model.timeline.store.getState().days?.map(({ day }) => day) ?? [];
    expect(new Set(days).size).toBe(150);
    await model.timeline.reload();
    expect(model.timeline.store.getState().days).toHaveLength(150);
    stop();
  });
});
