/**
 * Vitest's setup for every test file. In the check each file's property tests draw from a seed that is always the same, so that a change is judged by its own tests and not
 * by what another draw would have found in an old one; `npm run fuzz` looks for that. A failure prints its seed and path, which fast-check takes to repeat it.
 */
import { relative, resolve, sep } from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import { baseSeed, seedOfFile } from './seed-of-file.ts';

const root = resolve(import.meta.dirname, '..');
const { testPath } = expect.getState();
if (testPath === undefined)
  throw new Error('Vitest does not say which file it runs: its property tests would have no seed.');
fc.configureGlobal({
  ...fc.readConfigureGlobal(),
  seed: seedOfFile(baseSeed(process.env), relative(root, testPath).replaceAll(sep, '/')),
});
