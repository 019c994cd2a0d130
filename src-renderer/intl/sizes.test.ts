import { expect, it } from 'vitest';
import { fileSize } from './sizes.ts';

it.each([
  [1, '1 byte'],
  [999, '999 bytes'],
  [1000, '1 kB'],
  [350_000, '350 kB'],
  [1_440_000, '1.4 MB'],
  [52_428_800, '52.4 MB'],
])('%i bytes are %s', (bytes, text) => expect(fileSize('en', bytes)).toBe(text));
