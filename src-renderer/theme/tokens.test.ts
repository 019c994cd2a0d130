import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { coloursOf, contrast, distance, EYES, over, seenBy } from '../testing/colour.ts';

const source = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

const stateMark = readFileSync(new URL('../features/habits/state-mark.module.css', import.meta.url), 'utf8');

const GROUNDS = ['paper', 'surface', 'sunken'];

/** Between colours that stand apart at a glance also in small cells: three times what can just be told in large fields. In OKLab. */
const CLEAR = 0.06;

const badge = readFileSync(new URL('../features/habits/habit-badge.module.css', import.meta.url), 'utf8');
const HABIT_COLOURS = [...badge.matchAll(/\[data-colour='([a-z]+)'\]/g)].map(([, name = '']) => name);

/** How much of its colour the ground of a habit's picture has, 0 to 1. */
function badgeOpacity(): number {
  const percent = /color-mix\(in oklab, var\(--badge\) (\d+)%, transparent\)/.exec(badge)?.[1];
  if (percent === undefined) throw new Error('The picture of a habit has another ground than this test knows');
  return Number(percent) / 100;
}

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  const colours = coloursOf(source, theme);
  const colour = (name: string): string => {
    const value = colours.get(name);
    if (value === undefined) throw new Error(`No token --${name}`);
    return value;
  };

  it.each(['ink', 'ink-soft', 'ink-faint'].flatMap((ink) => GROUNDS.map((ground) => [ink, ground] as const)))(
    'sets %s on %s at 4.5 : 1 or better',
    (ink, ground) => {
      expect(contrast(colour(ink), colour(ground))).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each([
    ['accent-ink', 'accent'],
    ['accent', 'surface'],
    ['accent', 'paper'],
    ['accent', 'accent-soft'],
    ['ink', 'accent-soft'],
    ['ink-soft', 'accent-soft'],
    ['ink-soft', 'leaf-0'],
    ['danger', 'surface'],
    ['danger', 'paper'],
  ])('sets %s on %s at 4.5 : 1 or better', (ink, ground) => {
    expect(contrast(colour(ink), colour(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(HABIT_COLOURS)(
    'sets a habit’s colour %s on every ground at 4.5 : 1, and its picture on its badge at 3 : 1',
    (name) => {
      const own = colour(`habit-${name}`);
      for (const ground of GROUNDS) {
        expect(contrast(own, colour(ground)), `on ${ground}`).toBeGreaterThanOrEqual(4.5);
        expect(contrast(own, over(own, badgeOpacity(), colour(ground))), `badge on ${ground}`).toBeGreaterThanOrEqual(
          3,
        );
      }
    },
  );

  it('gives each of the ten colours of a habit a look of its own', () => {
    expect(new Set(HABIT_COLOURS.map((name) => colour(`habit-${name}`))).size).toBe(10);
  });

  it('draws every cell of a week at 3 : 1 or better, whatever its state', () => {
    const used = [
      ...new Set([...stateMark.matchAll(/var\(--([a-z]+-[a-z0-9]+)\)/g)].map(([, name = '']) => name)),
    ].filter((name) => !name.startsWith('radius-'));
    expect(used).toEqual(expect.arrayContaining(['control-line', 'leaf-3', 'leaf-4']));
    for (const token of [...used, 'accent']) {
      for (const ground of ['paper', 'surface']) {
        expect(contrast(colour(token), colour(ground)), `${token} on ${ground}`).toBeGreaterThanOrEqual(3);
      }
    }
  });

  it.each(
    ['control-line', 'focus', 'leaf-3', 'misspelt', 'mood-1', 'mood-2', 'mood-3', 'mood-4', 'mood-5'].flatMap((line) =>
      ['paper', 'surface'].map((on) => [line, on] as const),
    ),
  )('draws %s on %s at 3 : 1 or better', (line, ground) => {
    expect(contrast(colour(line), colour(ground))).toBeGreaterThanOrEqual(3);
  });

  describe.each(Object.keys(EYES) as (keyof typeof EYES)[])('to eyes with %s', (eyes) => {
    const LEAVES = [0, 1, 2, 3, 4].map((step) => colour(`leaf-${String(step)}`));
    const MOODS = [1, 2, 3, 4, 5].map((mood) => colour(`mood-${String(mood)}`));

    it('has leaves that go one way in lightness, each step a clear one', () => {
      const lightness = LEAVES.map((leaf) => seenBy(eyes, leaf)[0]);
      const steps = LEAVES.slice(1).map((leaf, step) => ({
        way: ((lightness[step + 1] ?? 0) - (lightness[step] ?? 0)) * (theme === 'light' ? -1 : 1),
        apart: distance(eyes, LEAVES[step] ?? '', leaf),
      }));
      expect(Math.min(...steps.map(({ way }) => way))).toBeGreaterThan(0.055);
      expect(Math.min(...steps.map(({ apart }) => apart))).toBeGreaterThan(CLEAR);
    });

    it.each([1, 2, 3, 4, 5])('has no other mood that looks like mood %i', (mood) => {
      const others = MOODS.filter((_, index) => index !== mood - 1);
      expect(Math.min(...others.map((other) => distance(eyes, other, MOODS[mood - 1] ?? '')))).toBeGreaterThan(CLEAR);
    });
  });

  it('has no mood that looks like a danger', () => {
    const apart = [1, 2, 3, 4, 5].map((mood) =>
      distance('all three cones', colour(`mood-${String(mood)}`), colour('danger')),
    );
    expect(Math.min(...apart)).toBeGreaterThan(CLEAR);
  });
});

describe('the scale of letters', () => {
  // Two steps above the display: one between them has no use yet.
  const STEPS = ['2xs', 'xs', 's', 'm', 'l', 'read', 'xl', '2xl', '3xl', 'display', '', 'figure'];

  it.each([...STEPS.entries()].filter(([, name]) => name !== ''))(
    'has at step %i, %s, what eight sevenths make of what one writes in',
    (step, name) => {
      const pixels = Number(new RegExp(`--text-${name}: ([\\d.]+)px`).exec(source)?.[1]);
      expect(Math.abs(pixels - 19 * (8 / 7) ** (step - STEPS.indexOf('read')))).toBeLessThan(0.45);
    },
  );
});

describe('the two papers by name', () => {
  it.each([
    ['light', 'day'],
    ['dark', 'night'],
  ] as const)('are those of the %s theme', (theme, name) => {
    const colours = coloursOf(source, theme);
    expect(source).toContain(`--${name}-paper: ${String(colours.get('paper'))};`);
    expect(source).toContain(`--${name}-accent: ${String(colours.get('accent'))};`);
  });
});
