/** What the tags of the specs promise: see by-keys.ts. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

const folder = join(import.meta.dirname, '..', 'specs');

interface Found {
  readonly file: string;
  readonly title: string;
  readonly tags: string;
  readonly byKeys: readonly string[];
}

/** Every test of the specs, read from their text: tests are not loaded to be counted. */
const tests: readonly Found[] = readdirSync(folder)
  .filter((file) => file.endsWith('.spec.ts'))
  .flatMap((file) =>
    [
      ...readFileSync(join(folder, file), 'utf8').matchAll(
        /\btest\(\s*(['`])((?:(?!\1).)+)\1,\s*(?:\{([\s\S]*?)\},\s*)?async/gu,
      ),
    ].map(([, , title = '', options = '']) => ({
      file,
      title,
      tags: `${title} ${options}`,
      byKeys: [...options.matchAll(/type: 'by keys',\s*description:\s*'([^']+)'/gu)].map(([, name = '']) => name),
    })),
  );

/** Specs without a journey of their own, and why the check need not make them by keys. `DAYGROVE_KEYS=all` makes them too. */
const WITHOUT_JOURNEY: ReadonlyMap<string, string> = new Map([
  ...['accessibility-walk', 'accessibility', 'gallery', 'habit-page-looks', 'reflow', 'rtl', 'trees'].map(
    (name) => [name, 'how screens look and what they are called; the ways to them are journeys elsewhere'] as const,
  ),
  ...['actions', 'focus', 'keyboard-settings'].map((name) => [name, 'presses keys alone in every project'] as const),
  ...['crash', 'lock-memory', 'network', 'policy', 'second-start', 'source-code', 'start'].map(
    (name) => [name, 'what processes, files and wires do; in the page it does what the journeys do'] as const,
  ),
  ['assistive', 'what is said while the journeys are made'],
  ['electron', 'needs Electron, and has no browser to press keys in'],
]);

test('every test that needs a mouse names one that does the same by keys', () => {
  const mouse = tests.filter(({ tags }) => tags.includes('@mouse'));
  expect(mouse.length).toBeGreaterThan(0);
  const keyed = new Set(tests.filter(({ tags }) => !tags.includes('@mouse')).map(({ title }) => title));
  const isBare = ({ byKeys }: Found): boolean => byKeys.length === 0 || byKeys.some((title) => !keyed.has(title));
  expect(mouse.filter(isBare).map(({ title }) => title)).toEqual([]);
});

test('every spec that a hand acts in has a journey that the check makes by keys', () => {
  const files = new Set(tests.map(({ file }) => file));
  expect(files.size).toBeGreaterThan(40);
  const journeys = new Set(tests.filter(({ tags }) => tags.includes('@journey')).map(({ file }) => file));
  const without = [...files].filter((file) => !journeys.has(file)).map((file) => file.replace('.spec.ts', ''));
  expect(without.toSorted()).toEqual([...WITHOUT_JOURNEY.keys()].toSorted());
});
