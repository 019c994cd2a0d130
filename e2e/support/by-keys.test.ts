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

/** Whose specs are about what no hand does on a page, or that go by keys anyway: the host, the policy, the network, memory, looks. */
const WITHOUT_HANDS = new Set([
  'accessibility-walk.spec.ts',
  'accessibility.spec.ts',
  'actions.spec.ts',
  'assistive.spec.ts',
  'crash.spec.ts',
  'desktop.spec.ts',
  'electron.spec.ts',
  'gallery.spec.ts',
  'focus.spec.ts',
  'habit-page-looks.spec.ts',
  'keyboard-settings.spec.ts',
  'languages.spec.ts',
  'layout.spec.ts',
  'lock-memory.spec.ts',
  'network.spec.ts',
  'policy.spec.ts',
  'reflow.spec.ts',
  'rtl.spec.ts',
  'second-start.spec.ts',
  'source-code.spec.ts',
  'start.spec.ts',
  'trees.spec.ts',
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
  expect([...files].filter((file) => !journeys.has(file) && !WITHOUT_HANDS.has(file))).toEqual([]);
});
