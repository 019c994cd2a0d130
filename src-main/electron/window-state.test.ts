import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HostDisplay } from './electron-api.ts';
import { isReachable, LEAST_SIZE, placeWindow, USUAL_SIZE, type WindowState } from './window-state.ts';

function display(x: number, y: number, width: number, height: number, scaleFactor = 1): HostDisplay {
  return {
    bounds: { x, y, width, height },
    // A bar of 40 on top.
    workArea: { x, y: y + 40, width, height: height - 40 },
    scaleFactor,
  };
}

const MAIN = display(0, 0, 1920, 1080);
const LEFT = display(-2560, -200, 2560, 1440);
const NEW = { at: null, size: USUAL_SIZE, least: LEAST_SIZE };

function saved(on: HostDisplay, bounds: Partial<WindowState['bounds']> = {}, mode: WindowState['mode'] = 'normal') {
  const { x, y } = on.workArea;
  return {
    bounds: { x: x + 50, y: y + 50, width: 1000, height: 700, ...bounds },
    mode,
    display: { bounds: on.bounds, scaleFactor: on.scaleFactor },
  } satisfies WindowState;
}

describe('the place of the window', () => {
  it('is where it stood, on its display, also left of and above the primary one', () => {
    const placed = placeWindow(saved(LEFT), [MAIN, LEFT], MAIN);
    expect(placed).toEqual({
      at: { x: -2510, y: -110 },
      size: { width: 1000, height: 700 },
      least: LEAST_SIZE,
      mode: 'normal',
    });
  });

  it.each(['maximised', 'full-screen'] as const)('is %s again, over the bounds that it goes back to', (mode) => {
    expect(placeWindow(saved(LEFT, {}, mode), [MAIN, LEFT], MAIN)).toMatchObject({ at: { x: -2510 }, mode });
  });

  it.each([
    ['is gone', [MAIN]],
    ['has moved', [MAIN, display(1920, 0, 2560, 1440)]],
    ['has another size', [MAIN, display(-2560, -200, 1280, 720)]],
    ['has another scale', [MAIN, display(-2560, -200, 2560, 1440, 2)]],
  ])('is the primary display where its own %s', (_what, displays) => {
    expect(placeWindow(saved(LEFT), displays, MAIN)).toEqual({ ...NEW, mode: 'normal' });
    expect(placeWindow(saved(LEFT, {}, 'maximised'), displays, MAIN)).toEqual({ ...NEW, mode: 'maximised' });
  });

  it.each([
    ['nothing', null],
    ['a number', 7],
    ['a list', []],
    ['a text', 'x'],
    ['half of it', { bounds: saved(MAIN).bounds }],
    ['a text for a number', { ...saved(MAIN), bounds: { ...saved(MAIN).bounds, x: '5' } }],
    ['no number', { ...saved(MAIN), bounds: { ...saved(MAIN).bounds, width: NaN } }],
    ['an endless one', { ...saved(MAIN), bounds: { ...saved(MAIN).bounds, width: Infinity } }],
    ['a huge one', { ...saved(MAIN), bounds: { ...saved(MAIN).bounds, x: 1e12 } }],
    ['no size', { ...saved(MAIN), bounds: { ...saved(MAIN).bounds, width: 0 } }],
    ['another mode', { ...saved(MAIN), mode: 'kiosk' }],
  ])('is new where the file holds %s', (_what, file) => {
    expect(placeWindow(file, [MAIN], MAIN)).toEqual({ ...NEW, mode: 'normal' });
  });

  it.each([
    ['too small', { width: 10, height: 10 }, { width: 900, height: 600 }],
    ['too large', { x: 0, y: 40, width: 5000, height: 5000 }, { width: 1920, height: 1040 }],
  ])('has a size that fits where it was %s', (_what, bounds, size) => {
    expect(placeWindow(saved(MAIN, bounds), [MAIN], MAIN).size).toEqual(size);
  });

  it.each([
    ['right of it', { x: 1900, y: 100 }, { x: 920, y: 100 }],
    ['left of it', { x: -990, y: 100 }, { x: 0, y: 100 }],
    ['under it', { x: 100, y: 1070 }, { x: 100, y: 380 }],
    ['above it', { x: 100, y: -60 }, { x: 100, y: 40 }],
    ['behind the bar', { x: 100, y: 10 }, { x: 100, y: 40 }],
  ])('is brought back into the display from %s', (_what, bounds, at) => {
    expect(placeWindow(saved(MAIN, bounds), [MAIN], MAIN).at).toEqual(at);
  });

  it('may hang over an edge that a hand reaches, and lie over two displays', () => {
    for (const [bounds, displays] of [
      [{ x: 1700, y: 100 }, [MAIN]],
      [{ x: -500, y: 100 }, [MAIN, LEFT]],
    ] as const)
      expect(placeWindow(saved(MAIN, bounds), displays, MAIN).at).toEqual(bounds);
  });

  it('fits a screen that is smaller than the layout wants', () => {
    const small = display(0, 0, 800, 600);
    const fits = { size: { width: 800, height: 560 }, least: { width: 800, height: 560 } };
    expect(placeWindow(null, [small], small)).toMatchObject({ at: null, ...fits });
    expect(placeWindow(saved(small), [small], small)).toMatchObject({ at: { x: 50, y: 90 }, ...fits });
  });

  it('can always be taken hold of, and is never smaller than it may be', () => {
    const side = fc.integer({ min: 320, max: 4000 });
    const where = fc.integer({ min: -5000, max: 5000 });
    const some = fc.record({ x: where, y: where, width: side, height: side });
    const screen = fc
      .tuple(some, fc.constantFrom(1, 1.25, 1.5, 2))
      .map(([{ x, y, width, height }, scale]) => display(x, y, width, height, scale));
    const bounds = fc.record({
      x: fc.integer({ min: -90_000, max: 90_000 }),
      y: fc.integer({ min: -90_000, max: 90_000 }),
      width: fc.integer({ min: 1, max: 90_000 }),
      height: fc.integer({ min: 1, max: 90_000 }),
    });
    fc.assert(
      fc.property(fc.array(screen, { minLength: 1, maxLength: 3 }), bounds, fc.nat(2), (displays, window, which) => {
        const own = displays[which % displays.length]!;
        const { at, size, least } = placeWindow(saved(own, window), displays, displays[0]!);
        const isOk =
          at !== null &&
          isReachable({ ...at, ...size }, displays) &&
          size.width >= least.width &&
          size.height >= least.height &&
          size.width <= own.workArea.width &&
          size.height <= own.workArea.height;
        expect(isOk).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
