import { expect, it } from 'vitest';
import { ownArguments } from '../electron/arguments.ts';

// Windows' registry has `"daygrove.exe" "--" "%1"`: a link with a quotation mark in it (ShellExecute from a document does not encode it) becomes several arguments, and
// `--` in front makes Electron's own check of such lines (no switch behind a link) end before it begins.
const HOSTILE = [
  'daygrove.exe',
  '--',
  'daygrove://today',
  '--profile',
  '\\\\evil\\share',
  '--idle-lock-seconds',
  '999999999',
  '--clock=2001-01-01T00:00:00Z',
];

it('F10: nothing behind `--` is a flag', () => {
  expect(ownArguments(HOSTILE)).toEqual([]);
});
