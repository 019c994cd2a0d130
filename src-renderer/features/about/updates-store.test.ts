import { describe, expect, it } from 'vitest';
import type { UpdatesState } from '../../../src-shared/contract/updates.ts';
import { createEnglish } from '../../testing/english.ts';
import { createFakeBridge } from '../../testing/fake-bridge.ts';
import { createNotices } from '../../components/notices-store.ts';
import { createClient } from '../../bridge/client.ts';
import { createUpdates } from './updates-store.ts';

const AVAILABLE = { type: 'available', version: '1.1.0', notes: '- Better.' } as const;
const CHANGED = { version: '1.0.0', notes: '- New.' };

function prepared(start: Partial<UpdatesState> = {}) {
  const bridge = createFakeBridge({ updates: start });
  const notices = createNotices({
    ...createEnglish(),
    say: (id, values) => `${id} ${Object.values(values ?? {}).join()}`.trim(),
  });
  const place = { isOpen: true, isAtSettings: false };
  const shown: string[] = [];
  const updates = createUpdates({
    client: createClient(bridge),
    notices,
    showProblem: ({ code }) => void shown.push(code),
    isOpen: () => place.isOpen,
    isAtSettings: () => place.isAtSettings,
    showAbout: () => void shown.push('about'),
    showWhatChanged: ({ notes }) => void shown.push(notes),
  });
  const texts = (): string[] => notices.store.getState().notices.map(({ text }) => text);
  const state = (change: Partial<UpdatesState>): UpdatesState => ({
    unavailable: null,
    status: { type: 'never' },
    checkedAt: null,
    whatChanged: null,
    ...change,
  });
  return { bridge, notices, updates, place, shown, texts, state };
}

describe('what the page says of updates', () => {
  it('tells of a newer version once, quietly, and leads to where it is', () => {
    const { updates, notices, texts, shown, state } = prepared();
    updates.setState(state({ status: AVAILABLE }));
    updates.setState(state({ status: AVAILABLE }));
    expect(texts()).toEqual(['updates.there 1.1.0']);
    const [notice] = notices.store.getState().notices;
    expect(notice).toMatchObject({ tone: 'plain', waits: true });
    notice?.look?.perform();
    expect(shown).toEqual(['about']);
    notices.clear();
    updates.setState(state({ status: AVAILABLE }));
    expect(texts()).toEqual([]);
  });

  it('says nothing where the settings say it, nor before the vault is open', () => {
    const { updates, texts, place, state } = prepared();
    place.isOpen = false;
    updates.setState(state({ status: AVAILABLE }));
    expect(texts()).toEqual([]);
    place.isOpen = true;
    place.isAtSettings = true;
    updates.setState(state({ status: AVAILABLE }));
    expect(texts()).toEqual([]);
  });

  it('tells what changed when somebody is there to read it, and tells main that it was seen', async () => {
    const { updates, notices, place, texts, shown, bridge } = prepared({ whatChanged: CHANGED });
    place.isOpen = false;
    await updates.load();
    expect(texts()).toEqual([]);
    expect(bridge.calls.map(({ channel }) => channel)).toEqual(['updates.state']);
    place.isOpen = true;
    updates.tellWhatChanged();
    expect(texts()).toEqual(['updates.isNow 1.0.0']);
    notices.store.getState().notices[0]?.look?.perform();
    expect(shown).toEqual(['- New.']);
    expect(bridge.calls.map(({ channel }) => channel)).toEqual(['updates.state', 'updates.seen']);
  });

  it('asks main for nothing by itself but how it is', async () => {
    const { updates, bridge } = prepared();
    await updates.load();
    expect(bridge.calls.map(({ channel }) => channel)).toEqual(['updates.state']);
    await updates.ask('check');
    expect(bridge.calls.at(-1)?.channel).toBe('updates.check');
    bridge.fail('updates.download', { code: 'internal' });
    await updates.ask('download');
    expect(updates.store.getState().state).not.toBeNull();
  });
});
