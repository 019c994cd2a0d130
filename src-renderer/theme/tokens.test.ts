import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const source = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

const stateMark = readFileSync(new URL('../features/habits/state-mark.module.css', import.meta.url), 'utf8');

const THEMES = { light: /:root \{([^}]*)\}/, dark: /:root\[data-theme='dark'\] \{([^}]*)\}/ } as const;
const GROUNDS = ['paper', 'surface', 'sunken'];

/** The six-digit colours of one theme by their token. */
function coloursOf(theme: keyof typeof THEMES): ReadonlyMap<string, string> {
  const block = THEMES[theme].exec(source)?.[1] ?? '';
  return new Map(
    [...block.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6})/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(first: string, second: string): number {
  const [lighter = 0, darker = 0] = [luminance(first), luminance(second)].toSorted((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

/** What is seen where a colour of so much opacity lies over another, in sRGB as browsers lay one over the other. */
function over(colour: string, opacity: number, ground: string): string {
  const parts = [1, 3, 5].map((at) => {
    const [above = 0, below = 0] = [colour, ground].map((each) => Number.parseInt(each.slice(at, at + 2), 16));
    return Math.round(opacity * above + (1 - opacity) * below);
  });
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

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
