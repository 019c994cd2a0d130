import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('../src-renderer/', import.meta.url);

interface Rule {
  readonly name: string;
  /** The declarations it is about; the first group is the value. */
  readonly declaration: RegExp;
  /** A value that should have come from tokens.css. */
  readonly raw: RegExp;
}

const RULES: readonly Rule[] = [
  {
    name: 'a size of letters',
    declaration: /(?<![-\w])(?:font|font-size):([^;}]+)/g,
    // Points are the unit of paper: each sheet is set for its page.
    raw: /(?<![-\w.])[\d.]+(?:px|rem|em|%)/,
  },
  {
    name: 'a weight or the height of a line',
    declaration: /(?<![-\w])(?:font|font-weight|line-height):([^;}]+)/g,
    raw: /(?<![-\w.*(])[1-9]\d{2}(?![\d.]|px|pt)|\/ ?[\d.]+(?= )|^\s*\d\.\d+\s*$/,
  },
  {
    name: 'a rounding',
    declaration: /(?<![-\w])border-(?:[a-z]+-)*radius:([^;}]+)/g,
    raw: /(?<![-\w.])[1-9][\d.]*(?:px|%|em)/,
  },
  {
    name: 'a duration',
    declaration: /(?<![-\w])(?:transition|animation)(?:-duration|-delay)?:([^;}]+)/g,
    raw: /(?<![-\w.])[\d.]+m?s(?!\w)/,
  },
  {
    name: 'a colour',
    declaration: /(?<![-\w])[-a-z]+:([^;{}]+)/g,
    raw: /#[0-9a-f]{3,8}\b|(?<![-\w])(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch)\(|(?<![-\w])(?:white|black|red|green|blue|gr[ae]y|orange)(?![-\w])/i,
  },
];

/** File, and what may be raw there. Each says why. */
const EXCEPTIONS: readonly (readonly [file: string, rule: string, value: string, why: string])[] = [
  [
    'features/editor/rich-text.module.css',
    'a size of letters',
    '1.25em',
    'headings follow the size that one writes in',
  ],
  ['features/editor/rich-text.module.css', 'a size of letters', '1.5em', 'headings follow the size that one writes in'],
  [
    'features/editor/rich-text.module.css',
    'a size of letters',
    '1.05em',
    'headings follow the size that one writes in',
  ],
];

function withoutComments(css: string): string {
  return css.replaceAll(/\/\*[\s\S]*?\*\//g, '');
}

/** What in this style sheet is written by hand, as `value (rule)`. */
function rawValues(file: string, css: string): readonly string[] {
  return RULES.flatMap(({ name, declaration, raw }) =>
    [...withoutComments(css).matchAll(declaration)].flatMap(([, value = '']) => {
      const found = raw.exec(value)?.[0].trim();
      if (found === undefined) return [];
      const allowed = EXCEPTIONS.some(([where, rule, what]) => where === file && rule === name && what === found);
      return allowed ? [] : [`${value.trim()} (${name})`];
    }),
  );
}

const modules = globSync('**/*.module.css', { cwd: root }).map((file) => file.replaceAll('\\', '/'));

describe('the style sheets of components', () => {
  it.each(modules)('%s takes its values from the tokens', (file) => {
    expect(rawValues(file, readFileSync(new URL(file, root), 'utf8'))).toEqual([]);
  });

  it('are all looked at', () => {
    expect(modules.length).toBeGreaterThan(80);
  });

  it.each([
    ['.a { font-size: 15px; }', 'a size of letters'],
    ['.a { font: italic 400 var(--text-m) / 1.4 var(--font-writing); }', 'a weight or the height of a line'],
    ['.a { font-weight: 650; }', 'a weight or the height of a line'],
    ['.a { line-height: 1.4; }', 'a weight or the height of a line'],
    ['.a { border-start-end-radius: 5px; }', 'a rounding'],
    ['.a { transition: opacity 200ms ease; }', 'a duration'],
    ['.a { animation: rise 0.2s; }', 'a duration'],
    ['.a { color: #fff; }', 'a colour'],
    ['.a { background: color-mix(in oklab, rgb(0 0 0 / 0.2) 5%, transparent); }', 'a colour'],
    ['.a { border: 1px solid white; }', 'a colour'],
  ])('would be caught: %s', (css, rule) => {
    expect(rawValues('x.module.css', css).join()).toContain(`(${rule})`);
  });

  it.each([
    '.a { font: inherit; font-size: 9pt; white-space: nowrap; line-height: 18px; }',
    '.a { color: color-mix(in oklab, var(--ink) 6%, transparent); border-radius: 0; outline: 2px solid CanvasText; }',
  ])('lets through: %s', (css) => {
    expect(rawValues('x.module.css', css)).toEqual([]);
  });

  it('has no exception that is no longer one', () => {
    for (const [file, , value] of EXCEPTIONS) expect(readFileSync(new URL(file, root), 'utf8')).toContain(value);
  });
});
