import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const renderer = resolve(import.meta.dirname, '../src-renderer');
const slashes = (path: string): string => path.replaceAll('\\', '/');

/** What the gallery's own files import, from src-renderer on. */
const imported = new Set(
  globSync('gallery/**/*.tsx', { cwd: renderer }).flatMap((file) =>
    [...readFileSync(join(renderer, file), 'utf8').matchAll(/ from '(\.[^']+)'/g)].map(([, path = '']) =>
      slashes(relative(renderer, resolve(renderer, dirname(file), path))),
    ),
  ),
);

/** Files that only others of the components draw with, which are in the gallery. */
const INSIDE: readonly (readonly [file: string, drawnBy: string])[] = [
  ['components/art/app-scenes.tsx', 'components/art/art.tsx'],
  ['components/art/journal-scenes.tsx', 'components/art/art.tsx'],
  ['components/art/parts.tsx', 'components/art/app-scenes.tsx'],
];

describe('the gallery', () => {
  const components = globSync('components/**/*.tsx', { cwd: renderer }).map(slashes);

  it.each(components.filter((file) => !INSIDE.some(([inner]) => inner === file)))('shows %s', (file) => {
    expect(imported).toContain(file);
  });

  it.each(INSIDE)('shows %s by way of %s', (file, drawnBy) => {
    expect(readFileSync(join(renderer, drawnBy), 'utf8')).toContain(
      `from './${slashes(relative(dirname(drawnBy), file))}'`,
    );
  });

  it('is in no part of the app', () => {
    const others = globSync('{main,capture}.tsx', { cwd: renderer })
      .concat(globSync('{actions,bridge,components,features,intl,shell,theme}/**/*.{ts,tsx}', { cwd: renderer }))
      .filter((file) => /from '[^']*\/gallery\//.test(readFileSync(join(renderer, file), 'utf8')));
    expect(others).toEqual([]);
  });

  it('takes pictures of every part that it has', () => {
    const script = readFileSync(resolve(import.meta.dirname, 'gallery.ts'), 'utf8');
    const pane = readFileSync(join(renderer, 'gallery/pane.tsx'), 'utf8');
    const covers = readFileSync(join(renderer, 'gallery/sections/covers.tsx'), 'utf8');
    const parts = [...pane.matchAll(/^ {2}'?([-a-z]+)'?: \((?:\{ theme \})?\) =>/gm)].map(([, name = '']) => name);
    const block = /COVERS = \{([\s\S]*?)\n\}/.exec(covers)?.[1] ?? '';
    const names = [...block.matchAll(/^ {2}'?([-a-z]+)'?:/gm)].map(([, name = '']) => name);
    expect(parts.length).toBeGreaterThan(8);
    expect(names.length).toBeGreaterThan(5);
    expect([...parts, ...names].filter((name) => !script.includes(`'${name}'`))).toEqual([]);
  });
});
