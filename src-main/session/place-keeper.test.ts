import { describe, expect, it } from 'vitest';
import { PLACE_PATIENCE_MS, PlaceKeeper } from './place-keeper.ts';

const ID = '0b9f3c1e-5a44-4d0e-9c1a-7f6f0f4d2a11';

function made(options: { capture?: boolean; unlocked?: boolean } = {}) {
  const said: unknown[] = [];
  const waits: (number | null)[] = [];
  const state = { now: 1_000_000, unlocked: options.unlocked ?? true };
  const keeper = new PlaceKeeper({
    now: () => state.now,
    isUnlocked: () => state.unlocked,
    focusWindow: () => said.push('window'),
    ...(options.capture === true ? { quickCapture: () => said.push('capture') } : {}),
    onPlace: (place) => said.push(place),
    onNews: (news) => said.push(news),
    onWait: ({ msLeft }) => waits.push(msLeft),
  });
  const unlock = (): void => {
    state.unlocked = true;
    keeper.unlocked();
  };
  return { keeper, said, state, unlock, waits };
}

describe('places from outside', () => {
  it('are opened at once in an open vault, in front', () => {
    const { keeper, said } = made();
    keeper.openLink(`daygrove://habit/${ID}`);
    expect(said).toEqual(['window', { type: 'habit', id: ID }]);
  });

  it('that are none are told, and nothing else happens', () => {
    const { keeper, said } = made();
    keeper.openLink('daygrove://new?text=x');
    expect(said).toEqual(['window', 'link-not-understood']);
  });

  it('wait behind the lock screen for the unlock, once, and the newest only', () => {
    const { keeper, said, unlock } = made({ unlocked: false });
    keeper.openLink('daygrove://today');
    keeper.openLink('daygrove://nowhere');
    keeper.openLink('daygrove://new');
    expect(said).toEqual(['window', 'window', 'window']);
    unlock();
    unlock();
    expect(said.slice(3)).toEqual([{ type: 'new-entry' }]);
  });

  it.each([
    [PLACE_PATIENCE_MS, true],
    [PLACE_PATIENCE_MS + 1, false],
    [-PLACE_PATIENCE_MS - 1, false],
  ])('are opened by an unlock %d ms later: %s', (later, isOpened) => {
    const { keeper, said, state, unlock } = made({ unlocked: false });
    keeper.openLink('daygrove://today');
    state.now += later;
    unlock();
    expect(said.length > 1).toBe(isOpened);
  });

  it('are told to wait as long as they do, and news is not', () => {
    const { keeper, state, unlock, waits } = made({ unlocked: false });
    expect(keeper.wait()).toEqual({ msLeft: null });
    keeper.openLink('daygrove://today');
    state.now += 60_000;
    expect(keeper.wait()).toEqual({ msLeft: PLACE_PATIENCE_MS - 60_000 });
    keeper.openLink('daygrove://nowhere');
    expect(keeper.wait()).toEqual({ msLeft: null });
    keeper.openLink('daygrove://today');
    state.now += PLACE_PATIENCE_MS;
    expect(keeper.wait()).toEqual({ msLeft: null });
    unlock();
    expect(waits).toEqual([PLACE_PATIENCE_MS, null, PLACE_PATIENCE_MS]);
  });

  it('quick capture is a window of its own, or else a new entry', () => {
    const own = made({ capture: true, unlocked: false });
    own.keeper.openLink('daygrove://capture');
    expect(own.said).toEqual(['capture']);
    const none = made();
    none.keeper.openLink('daygrove://capture');
    expect(none.said).toEqual(['window', { type: 'new-entry' }]);
  });
});
