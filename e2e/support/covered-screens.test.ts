import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { COVERED } from '../access/covered.ts';
import { AROUND_HABITS } from '../access/habits.ts';
import { EMPTY_ROOMS, OVER_ROOMS } from '../access/rooms.ts';
import { BACKUPS } from '../screens/backups.ts';
import { EXPORTS } from '../screens/exports.ts';
import { HABITS } from '../screens/habits.ts';
import { PAST_IMPORTS } from '../screens/imports.ts';
import { ROOMS } from '../screens/rooms.ts';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const route = read('src-renderer/shell/route.ts');

/** The names in quotes of a type of route.ts. */
function namesIn(type: RegExp, name: RegExp): string[] {
  const text = type.exec(route)?.[1];
  if (text === undefined) throw new Error(`route.ts has no ${String(type)}`);
  return [...text.matchAll(name)].map(([, found = '']) => found);
}

const VIEWS = namesIn(/export type View =([^;]*);/u, /'([a-z-]+)'/gu);
const OVERLAYS = namesIn(/export type Overlay =([\s\S]*?)\nexport interface Route/u, /readonly type: '([a-z-]+)'/gu);

/** Files that open something over the page by themselves, without the parts that they are made of. */
const PARTS = new Set(['components/dialog.tsx', 'components/choice-menu.tsx']);
function layerFiles(): string[] {
  const shell = read('src-renderer/shell/shell.tsx');
  return (
    readdirSync(join(root, 'src-renderer'), { recursive: true, encoding: 'utf8' })
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => name.endsWith('.tsx') && !PARTS.has(name) && !name.startsWith('gallery/'))
      .filter((name) =>
        /<(?:Dialog|AriaDialog|Popover|MenuTrigger|ChoiceMenu|RowPopover|Modal|KeyDialog)\b/u.test(
          read(`src-renderer/${name}`),
        ),
      )
      // Those that the shell opens are the overlays.
      .filter((name) => !new RegExp(`/${name}'`, 'u').test(shell) || name === 'features/capture/key-change-dialog.tsx')
  );
}

const WALKED = new Set(
  [ROOMS, OVER_ROOMS, EMPTY_ROOMS, EXPORTS, HABITS, AROUND_HABITS, BACKUPS, PAST_IMPORTS]
    .flat()
    .map(({ name }) => name),
);
/** Made with what a run needs, so that they are no plain lists. */
for (const name of ['import', 'import-choose', 'import-cancelled']) WALKED.add(name);

test('every room and everything that opens over one is held against WCAG somewhere', () => {
  expect(VIEWS.length).toBeGreaterThan(10);
  expect(OVERLAYS.length).toBeGreaterThan(20);
  expect(Object.keys(COVERED.views).toSorted()).toEqual(VIEWS.toSorted());
  expect(Object.keys(COVERED.overlays).toSorted()).toEqual(OVERLAYS.toSorted());
  expect(Object.keys(COVERED.layers).toSorted()).toEqual(layerFiles().toSorted());
});

test('where it is said to be held there is such a screen', () => {
  const wrong = Object.values(COVERED)
    .flatMap((group) => Object.values(group))
    .filter((where) => {
      const [spec, screen] = where.split(' › ');
      if (screen === undefined) return !WALKED.has(where);
      return !read(`e2e/specs/${spec ?? ''}`).includes(`expectAccessible(app, '${screen}')`);
    });
  expect(wrong).toEqual([]);
});
