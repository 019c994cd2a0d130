import type { KeptEditor } from '../features/editor/editor-states.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Entry } from '../../src-shared/contract/entries.ts';
import { createClient } from '../bridge/client.ts';
import { shownText } from '../features/entries/entries-store.ts';
import { createEnglish } from '../testing/english.ts';
import { FAKE_PASSPHRASE, createFakeBridge } from '../testing/fake-bridge.ts';
import type { FakeBridge, FakeStart } from '../testing/fake-bridge.ts';
import { SAMPLE_HABIT } from '../testing/sample-habit.ts';
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
  title: '',
  location: '',
  ownTags: [],
  revision: 'r1',
  conflicts: 0,
};

let bridge: FakeBridge;
let model: Model;
let ids = 0;
let renewals = 0;

async function begin(start: FakeStart): Promise<void> {
  bridge = createFakeBridge(start);
  renewals = 0;
  model = createModel(
    createClient(bridge),
    createEnglish('en-GB'),
    () => `new-${String((ids += 1))}`,
    () => (renewals += 1),
  );
  model.start();
  await vi.waitFor(() => expect(model.session.store.getState().vault).not.toBeNull());
}

async function showDay(): Promise<() => void> {
  const stop = model.entries.watchDay(DAY, (error) => expect.fail(error.code));
  await vi.waitFor(() => expect(model.entries.store.getState().days[DAY]).toBeDefined());
  return stop;
}

function watchWritten(): () => void {
  return model.entries.watchEntry(ID, (error) => expect.fail(error.code));
}

function bodyOf(id: string): string {
  const { byId, drafts } = model.entries.store.getState();
  return shownText(byId[id], drafts[id]);
}

function texts(): readonly string[] {
  return model.notices.store.getState().notices.map(({ text }) => text);
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
    expect(writes()).toEqual([{ id: ID, day: DAY, body: 'First frost, and leeks', base: 'r1' }]);
    expect(model.entries.autosave.hasUnsaved()).toBe(false);
  });

  it('leaves no text in any store', async () => {
    await showDay();
    const stopTimeline = model.timeline.watch((error) => expect.fail(error.code));
    await vi.waitFor(() => expect(model.timeline.store.getState().days).not.toBeNull());
    await model.search.ask('frost');
    model.route.setState({ view: 'search', query: 'frost', searchEntry: ID, journalEntry: ID });
    model.notices.show({ tone: 'plain', text: () => 'First frost', action: null });
    model.entries.editors.keep(ID, { text: 'First frost' } as KeptEditor);
    model.timeline.leave({ offset: 400, measured: [] });
    await model.lock();
    expect(model.entries.editors.of(ID)).toBeNull();
    const held = [model.entries, model.timeline, model.search, model.habits, model.notices]
      .map(({ store }) => JSON.stringify(store.getState()))
      .concat(JSON.stringify(model.route.getState()))
      .join();
    expect(held.toLowerCase()).not.toContain('frost');
    expect(model.route.getState()).toMatchObject({ view: 'search', searchEntry: null, journalEntry: null });
    expect(model.timeline.place()).toEqual({ offset: 0, measured: [] });
    stopTimeline();
  });

  it('empties every store that can be emptied, whoever locks', () => {
    const parts = Object.entries(model).filter(
      ([, part]) => part !== null && typeof part === 'object' && 'clear' in part,
    );
    expect(parts.map(([name]) => name)).toEqual(expect.arrayContaining(['entries', 'habits', 'imports', 'spelling']));
    const cleared: string[] = [];
    for (const [name, part] of parts as [string, { clear(): void }][]) {
      vi.spyOn(part, 'clear').mockImplementation(() => void cleared.push(name));
    }
    bridge.setVault('locked', 'idle');
    expect(cleared.toSorted()).toEqual(parts.map(([name]) => name).toSorted());
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

  it.each(['person', 'idle', 'suspend', 'screen-lock', 'restored'] as const)(
    'takes its page with it, and until that is gone nothing is shown (%s)',
    async (reason) => {
      await showDay();
      bridge.setVault('locked', reason);
      expect(model.session.store.getState().leaving).toBe(true);
      await vi.waitFor(() => expect(renewals).toBe(1));
      await model.unlock('passphrase', FAKE_PASSPHRASE);
      expect(model.session.store.getState().leaving).toBe(false);
    },
  );

  it('keeps the page that holds words which are not saved', async () => {
    await showDay();
    bridge.fail('entries.write', { code: 'disk-full' });
    model.entries.edit(ID, DAY, { body: 'First frost, unsaved' });
    await model.entries.autosave.flush();
    bridge.setVault('locked', 'idle');
    await vi.waitFor(() => expect(model.session.store.getState().leaving).toBe(false));
    expect(renewals).toBe(0);
    expect(model.entries.autosave.hasUnsaved()).toBe(true);
  });

  it('keeps the page that learns that the storage process has stopped', async () => {
    await showDay();
    bridge.setVault('locked', 'storage-stopped');
    expect(model.session.store.getState().leaving).toBe(false);
    await Promise.resolve();
    expect(renewals).toBe(0);
    // It still remembers what was open: the next lock is one for it, too.
    bridge.setVault('locked', 'suspend');
    await vi.waitFor(() => expect(renewals).toBe(1));
  });

  it('goes with the vault that is forgotten, once', async () => {
    await showDay();
    bridge.setVault('absent', 'forgetting');
    await vi.waitFor(() => expect(renewals).toBe(1));
    bridge.setVault('absent', 'forgotten');
    await Promise.resolve();
    expect(renewals).toBe(1);
  });

  it('shows the lock screen itself where its page is not replaced', async () => {
    vi.useFakeTimers();
    try {
      bridge.setVault('locked', 'idle');
      await vi.advanceTimersByTimeAsync(9900);
      expect(model.session.store.getState().leaving).toBe(true);
      await vi.advanceTimersByTimeAsync(200);
      expect(model.session.store.getState().leaving).toBe(false);
    } finally {
      vi.useRealTimers();
    }
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

describe('a place that a link or the tray leads to', () => {
  const KNOWN = { ...SAMPLE_HABIT, id: '10000000-0000-4000-8000-000000000007' };
  const stands = (): unknown => {
    const { view, day, habitId } = model.route.getState();
    return { view, day, habitId };
  };
  beforeEach(async () => {
    await begin({ habits: [KNOWN] });
    await vi.waitUntil(() => model.session.store.getState().today !== null);
    model.route.setState({ view: 'settings', day: '2026-11-01', overlay: { type: 'palette' } });
  });

  it('is the present day, whatever was shown', () => {
    bridge.emit('app.open-place', { type: 'today' });
    expect(stands()).toEqual({ view: 'today', day: null, habitId: null });
    expect(model.route.getState().overlay).toBeNull();
  });

  it('is an empty entry of the present day, and nothing is written', () => {
    bridge.emit('app.open-place', { type: 'new-entry' });
    expect(stands()).toMatchObject({ view: 'today', day: null });
    expect(writes()).toEqual([]);
  });

  it.each([
    ['2026-11-05', '2026-11-05'],
    [DAY, null],
    ['2027-01-01', null],
  ])('is the day %s: %s', (day, shown) => {
    bridge.emit('app.open-place', { type: 'day', day });
    expect(stands()).toMatchObject({ view: 'today', day: shown });
    // Nobody is led elsewhere without a word.
    expect(texts()).toHaveLength(day > DAY ? 1 : 0);
  });

  it('is the page of a habit', async () => {
    bridge.emit('app.open-place', { type: 'habit', id: KNOWN.id });
    await vi.waitFor(() => expect(stands()).toMatchObject({ view: 'habit', habitId: KNOWN.id }));
  });

  it('is nowhere where the habit is in no vault of this one', async () => {
    bridge.emit('app.open-place', { type: 'habit', id: '10000000-0000-4000-8000-00000000000f' });
    await vi.waitFor(() =>
      expect(texts()).toEqual([expect.stringMatching(/^That habit is not in this vault\. Nothing was changed\./u)]),
    );
    expect(stands()).toMatchObject({ view: 'settings' });
  });

  it('is not opened over a dialog that somebody types into', () => {
    model.route.setState({ overlay: { type: 'habit', id: null } });
    bridge.emit('app.open-place', { type: 'today' });
    expect(model.route.getState()).toMatchObject({ view: 'settings', overlay: { type: 'habit' } });
    expect(texts()[0]).toContain('a dialog is open');
  });

  it('is told where it is none', () => {
    bridge.emit('desktop.news', { news: 'link-not-understood' });
    expect(texts()[0]).toContain('That link leads nowhere');
    expect(stands()).toMatchObject({ view: 'settings' });
  });

  it('is not opened while the vault is locked', () => {
    bridge.setVault('locked', 'person');
    bridge.emit('app.open-place', { type: 'today' });
    bridge.emit('desktop.news', { news: 'link-not-understood' });
    expect(stands()).toMatchObject({ view: 'settings' });
    expect(texts()).toEqual([]);
  });
});

describe('an entry', () => {
  it('begins with its first character, on an empty day that is ready to be written on', async () => {
    await begin({});
    await showDay();
    const blank = model.entries.store.getState().blanks[DAY] ?? '';
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
    expect((await model.entries.remove([ID])).ok).toBe(true);
    expect(model.entries.store.getState().days[DAY]).toEqual([]);
    expect(model.entries.store.getState().blanks[DAY]).toBeDefined();
    expect((await model.entries.restore([ID])).ok).toBe(true);
    expect(model.entries.store.getState().days[DAY]).toEqual([ID]);
    expect(model.entries.store.getState().blanks[DAY]).toBeUndefined();
    expect(bodyOf(ID)).toBe('Last words');
  });
});

describe('a new entry', () => {
  it.each(['journal', 'search', 'habits', 'settings', 'trash', 'today'] as const)(
    'that was asked for from %s waits on the day, with the focus',
    async (view) => {
      await begin({ entries: [written] });
      await vi.waitFor(() => expect(model.shownDay()).toBe(DAY));
      model.target.show(view);
      const leave = view === 'today' ? await showDay() : watchWritten();
      await vi.waitFor(() => expect(model.entries.store.getState().byId[ID]).toBeDefined());
      model.target.newEntry();
      // React leaves the old room before it enters the new one.
      if (view !== 'today') {
        leave();
        await showDay();
      }
      const { blanks, focus } = model.entries.store.getState();
      expect(model.route.getState().view).toBe('today');
      expect(blanks[DAY]).toBeDefined();
      expect(focus).toEqual({ id: blanks[DAY], part: 'text' });
    },
  );

  it('is not held for a day that was left without writing', async () => {
    await begin({ entries: [written] });
    const leave = await showDay();
    // Some time after the unlock.
    model.firstFrame.clear();
    model.target.newEntry();
    leave();
    expect(model.entries.store.getState().blanks).toEqual({});
  });
});

describe('the focus on a day', () => {
  const second: Entry = { ...written, id: `${ID.slice(0, -1)}2`, createdAt: '2026-11-22T09:00:00.000Z' };

  it('goes to the last entry, once it is there', async () => {
    await begin({ entries: [written, second] });
    // As long as nothing of the day has come.
    model.entries.clear();
    model.entries.requestDayFocus(DAY, 'any');
    expect(model.entries.store.getState().focus).toBeNull();
    await showDay();
    expect(model.entries.store.getState().focus).toEqual({ id: second.id, part: 'text' });
  });

  it('goes to the empty place of an empty day', async () => {
    await begin({});
    await showDay();
    model.entries.requestDayFocus(DAY, 'blank');
    const { blanks, focus } = model.entries.store.getState();
    expect(focus).toEqual({ id: blanks[DAY], part: 'text' });
  });

  it('leaves the texts of a day that is there to be read', async () => {
    await begin({ entries: [written] });
    await showDay();
    model.entries.requestDayFocus(DAY, 'blank');
    expect(model.entries.store.getState().focus).toBeNull();
  });
});

describe('the mood of an entry without words', () => {
  const wordless: Entry = { ...written, body: '', mood: 4 };

  it('takes the entry with it when it is cleared', async () => {
    await begin({ entries: [wordless] });
    await showDay();
    await model.removal.clearMood(ID, DAY);
    const { days, blanks, focus } = model.entries.store.getState();
    expect(days[DAY]).toEqual([]);
    expect(blanks[DAY]).toBeDefined();
    expect(focus).toEqual({ id: blanks[DAY], part: 'mood' });
    expect(writes()).toEqual([]);
  });

  it('takes it with it also while its first write is under way', async () => {
    await begin({});
    await showDay();
    const blank = model.entries.store.getState().blanks[DAY] ?? '';
    model.entries.edit(blank, DAY, { mood: 4 });
    await model.removal.clearMood(blank, DAY);
    await model.entries.reload();
    expect(model.entries.store.getState().days[DAY]).toEqual([]);
    expect(model.entries.autosave.hasUnsaved()).toBe(false);
  });

  it('stays cleared when words came meanwhile', async () => {
    await begin({ entries: [wordless] });
    await showDay();
    const cleared = model.removal.clearMood(ID, DAY);
    model.entries.edit(ID, DAY, { body: 'Words after all' });
    await cleared;
    await model.entries.autosave.flush();
    expect(model.entries.store.getState().byId[ID]).toMatchObject({ body: 'Words after all', mood: null });
  });

  it('is all that is cleared where there are words', async () => {
    await begin({ entries: [{ ...written, mood: 4 }] });
    await showDay();
    await model.removal.clearMood(ID, DAY);
    await model.entries.autosave.flush();
    expect(model.entries.store.getState().byId[ID]).toMatchObject({ body: 'First frost', mood: null });
    expect(model.entries.store.getState().focus).toEqual({ id: ID, part: 'mood' });
  });
});

describe('removing', () => {
  const chain = [1, 2, 3].map((index) => `${ID.slice(0, -1)}${String(index)}`);
  const entries = chain.map((id, index): Entry => ({
    ...written,
    id,
    createdAt: `2026-11-22T0${String(index)}:00:00.000Z`,
    body: 'frost',
  }));

  it('goes on to the next entry of the day, then the one before, then an empty place', async () => {
    await begin({ entries });
    await showDay();
    const removed = async (index: number): Promise<unknown> => {
      await model.removal.remove(chain[index] ?? '');
      return model.entries.store.getState().focus;
    };
    expect(await removed(1)).toEqual({ id: chain[2], part: 'entry' });
    expect(await removed(2)).toEqual({ id: chain[0], part: 'entry' });
    expect(await removed(0)).toEqual({ id: model.entries.store.getState().blanks[DAY], part: 'text' });
  });

  it('is undone by the newest notice that offers it, and goes back to that entry', async () => {
    await begin({ entries });
    await showDay();
    await model.removal.remove(chain[0] ?? '');
    await model.removal.remove(chain[1] ?? '');
    model.notices.show({ tone: 'plain', text: () => 'Something else', action: null });
    model.entries.focusTaken();
    model.target.undo();
    await vi.waitFor(() => expect(model.entries.store.getState().focus).toEqual({ id: chain[1], part: 'text' }));
    expect(model.entries.store.getState().days[DAY]).toEqual([chain[1], chain[2]]);
  });

  it.each([
    ['journal', 'journalEntry'],
    ['search', 'searchEntry'],
  ] as const)('shows the neighbour in %s, and the entry again when it is undone', async (view, chosen) => {
    await begin({ entries });
    model.target.show(view);
    const leave = model.timeline.watch((error) => expect.fail(error.code));
    await vi.waitFor(() => expect(model.timeline.store.getState().days).not.toBeNull());
    await model.search.ask('frost');
    // Both lists begin with the newest.
    model.route.setState({ [chosen]: chain[1], journalOpen: true, searchOpen: true });
    await model.removal.remove(chain[1] ?? '');
    expect(model.route.getState()).toMatchObject({ [chosen]: chain[0], focusRow: chain[0], [`${view}Open`]: false });
    model.target.undo();
    await vi.waitFor(() => expect(model.route.getState()).toMatchObject({ [chosen]: chain[1], focusRow: chain[1] }));
    leave();
  });

  it('fills the trash, which empties again', async () => {
    await begin({ entries });
    const leave = model.trash.watch((error) => expect.fail(error.code));
    await vi.waitFor(() => expect(model.trash.store.getState().entries).toEqual([]));
    await model.entries.remove([chain[0] ?? '']);
    await model.entries.remove([chain[1] ?? '']);
    await vi.waitFor(() =>
      expect(model.trash.store.getState().entries?.map(({ id }) => id)).toEqual([chain[1], chain[0]]),
    );
    await model.entries.restore([chain[1] ?? '']);
    await vi.waitFor(() => expect(model.trash.store.getState().total).toBe(1));
    leave();
    expect(model.trash.store.getState()).toEqual({ entries: null, total: 0 });
  });
});

describe('a room', () => {
  it('that is chosen once more goes back to its list', async () => {
    await begin({ entries: [written] });
    model.target.show('journal');
    model.route.setState({ journalEntry: ID, journalOpen: true });
    const { turn } = model.route.getState();
    model.target.show('journal');
    expect(model.route.getState()).toMatchObject({ turn: turn + 1, journalEntry: ID, journalOpen: false });
    model.target.show('search');
    expect(model.route.getState().turn).toBe(turn + 1);
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

  it('loads down to its oldest day at once', async () => {
    const entries = Array.from({ length: 480 }, (_, index): Entry => {
      const day = new Date(Date.UTC(2026, 10, 22) - index * 86_400_000).toISOString().slice(0, 10);
      return { ...written, id: `entry-${String(index)}`, day };
    });
    await begin({ entries });
    const stop = model.timeline.watch((error) => expect.fail(error.code));
    await vi.waitFor(() => expect(model.timeline.store.getState().days).not.toBeNull());
    expect(await model.timeline.loadToEnd()).toBeNull();
    expect(model.timeline.store.getState().days).toHaveLength(480);
    stop();
  });
});
