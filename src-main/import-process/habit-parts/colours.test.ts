import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { colourOfHex, COLOURS, nearestColour } from './colours.ts';

it('knows our colours as the theme has them', () => {
  const css = readFileSync(resolve(import.meta.dirname, '../../../src-renderer/theme/tokens.css'), 'utf8');
  for (const [name, rgb] of Object.entries(COLOURS)) {
    // The first of each is the light theme's.
    expect(new RegExp(`--habit-${name}: #([0-9a-f]{6});`).exec(css)?.[1]).toBe(rgb.toString(16).padStart(6, '0'));
    expect(nearestColour(rgb)).toBe(name);
  }
});

it('calls greys stone, and reads nothing but six figures', () => {
  for (const grey of [0x000000, 0x303030, 0x757575, 0xaaaaaa, 0xffffff]) expect(nearestColour(grey)).toBe('stone');
  expect(colourOfHex('#1976D2')).toBe('sky');
  expect(colourOfHex('#388e3c')).toBe('leaf');
  for (const text of ['', '#fff', 'red', '#1976D2FF', '1976D2']) expect(colourOfHex(text)).toBeUndefined();
});
