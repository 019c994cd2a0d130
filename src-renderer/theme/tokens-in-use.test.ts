import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { coloursOf, contrast, over } from '../testing/colour.ts';

const root = new URL('../', import.meta.url);
const tokens = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const sheets = readdirSync(root, { recursive: true }).filter((name) => name.endsWith('.css'));

interface Rule {
  readonly where: string;
  readonly selector: string;
  readonly body: string;
}

/** Every rule of every style sheet, without those for forced colours (the system's) and paper (black on white). */
const RULES: readonly Rule[] = sheets.flatMap((name) => {
  const text = readFileSync(new URL(name, root), 'utf8')
    .replaceAll(/\/\*[\s\S]*?\*\//gu, '')
    .replaceAll(/@media (?:\(forced-colors|print)[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/gu, '');
  return [...text.matchAll(/([^{}]+)\{([^{}]*)\}/gu)].map(([, selector = '', body = '']) => ({
    where: `${name}: ${selector.trim()}`,
    selector: selector.trim(),
    body,
  }));
});

const value = (body: string, property: string): string | null =>
  new RegExp(`(?:^|[;\\s])${property}:\\s*([^;]+);`, 'u').exec(body)?.[1]?.trim() ?? null;
const token = (text: string | null): string | null => /^var\(--([a-z0-9-]+)\)$/u.exec(text ?? '')?.[1] ?? null;

describe.each(['light', 'dark'] as const)('the %s theme, as it is used', (theme) => {
  const colours = coloursOf(tokens, theme);
  const colour = (name: string): string => {
    const found = colours.get(name);
    if (found === undefined) throw new Error(`No token --${name}`);
    return found;
  };

  it('can be read wherever a rule sets words on a ground of its own', () => {
    const pairs = RULES.flatMap(({ where, selector, body }) => {
      const ink = token(value(body, 'color'));
      const ground = token(value(body, 'background') ?? value(body, 'background-color'));
      // What cannot be used is exempt; a picture is held to less, below.
      const isExempt = /disabled|svg|::before|::after/u.test(selector);
      return ink === null || ground === null || isExempt || !colours.has(ink) || !colours.has(ground)
        ? []
        : [{ where, ratio: contrast(colour(ink), colour(ground)) }];
    });
    expect(pairs.length).toBeGreaterThan(10);
    expect(pairs.filter(({ ratio }) => ratio < 4.5)).toEqual([]);
  });

  it('writes every placeholder in an ink that can be read on every ground', () => {
    const inks = RULES.filter(({ selector }) => selector.includes('::placeholder')).map(({ body }) =>
      token(value(body, 'color')),
    );
    expect(inks.length).toBeGreaterThan(5);
    for (const ink of new Set(inks)) {
      if (ink === null) continue;
      for (const ground of ['paper', 'surface', 'sunken']) {
        expect(contrast(colour(ink), colour(ground)), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    }
  });

  it('leaves what is selected readable', () => {
    const share = RULES.find(({ selector }) => selector === '::selection')?.body ?? '';
    const percent = Number(/var\(--accent\) (\d+)%, transparent/u.exec(share)?.[1]);
    expect(percent).toBeGreaterThan(0);
    for (const ground of ['paper', 'surface']) {
      const selected = over(colour('accent'), percent / 100, colour(ground));
      expect(contrast(colour('ink'), selected), `on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('draws each mood at 3 : 1, and a day of the calendar in its tint can be read', () => {
    const tints = RULES.filter(({ selector }) => /^\.day\[data-mood='\d'\]$/u.test(selector));
    expect(tints).toHaveLength(5);
    for (const { selector, body } of tints) {
      const [, name = '', percent = ''] = /var\(--(mood-\d)\) (\d+)%, var\(--surface\)/u.exec(body) ?? [];
      for (const ground of ['paper', 'surface']) {
        expect(contrast(colour(name), colour(ground)), `${name} on ${ground}`).toBeGreaterThanOrEqual(3);
      }
      const tint = over(colour(name), Number(percent) / 100, colour('surface'));
      // The face and the words of the day.
      expect(contrast(colour('ink'), tint), `ink on ${selector}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('shows where the arrows are in a menu or a list by more than a tint', () => {
    const places = RULES.filter(({ selector }) =>
      /(?:\[data-focused\]|\.(?:option|hit)\[aria-selected='true'\])$/u.test(selector.split(',')[0] ?? ''),
    );
    expect(places.length).toBeGreaterThan(7);
    expect(places.filter(({ body }) => value(body, 'box-shadow') !== 'var(--mark-at)')).toEqual([]);
    for (const ground of ['surface', 'paper', 'accent-soft'])
      expect(contrast(colour('accent'), colour(ground)), `on ${ground}`).toBeGreaterThanOrEqual(3);
  });

  it('frames every control at 3 : 1', () => {
    const lines = RULES.filter(({ body }) => /border(?:-color)?:[^;]*var\(--control-line\)/u.test(body));
    expect(lines.length).toBeGreaterThan(5);
    for (const ground of ['paper', 'surface']) {
      expect(contrast(colour('control-line'), colour(ground)), `on ${ground}`).toBeGreaterThanOrEqual(3);
      expect(contrast(colour('focus'), colour(ground)), `focus on ${ground}`).toBeGreaterThanOrEqual(3);
    }
  });
});
