import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { coloursOf, contrast, over } from '../testing/token-colours.ts';

const stateMark = readFileSync(new URL('../features/habits/state-mark.module.css', import.meta.url), 'utf8');

const GROUNDS = ['paper', 'surface', 'sunken'];

const badge = readFileSync(new URL('../features/habits/habit-badge.module.css', import.meta.url), 'utf8');
const HABIT_COLOURS = [...badge.matchAll(/\[data-colour='([a-z]+)'\]/g)].map(([, name = '']) => name);

/** How much of its colour the ground of a habit's picture has, 0 to 1. */
function badgeOpacity(): number {
  const percent = /color-mix\(in oklab, var\(--badge\) (\d+)%, transparent\)/.exec(badge)?.[1];
  if (percent === undefined) throw new Error('The picture of a habit has another ground than this test knows');
  return Number(percent) / 100;
}

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  const colours = coloursOf(theme);
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
    const used = [...new Set([...stateMark.matchAll(/var\(--([a-z]+-[a-z0-9]+)\)/g)].map(([, name = '']) => name))];
    expect(used).toEqual(expect.arrayContaining(['control-line', 'leaf-3', 'leaf-4']));
    for (const token of [...used, 'accent']) {
      for (const ground of ['paper', 'surface']) {
        expect(contrast(colour(token), colour(ground)), `${token} on ${ground}`).toBeGreaterThanOrEqual(3);
      }
    }
  });

  it.each(
    ['control-line', 'focus', 'leaf-3', 'misspelt'].flatMap((line) =>
      ['paper', 'surface'].map((on) => [line, on] as const),
    ),
  )('draws %s on %s at 3 : 1 or better', (line, ground) => {
    expect(contrast(colour(line), colour(ground))).toBeGreaterThanOrEqual(3);
  });
});
