import { describe, expect, it } from 'vitest';
import { acceleratorOf, canonicalAccelerator } from './accelerator.ts';

describe('a shortcut as Electron writes it', () => {
  it.each([
    [{ key: 'f', mod: true, shift: true }, 'CmdOrCtrl+Shift+F'],
    [{ key: '1', code: 'Digit1', mod: true }, 'CmdOrCtrl+1'],
    [{ key: 'ArrowLeft', alt: true }, 'Alt+Left'],
    [{ key: 'PageDown', alt: true }, 'Alt+PageDown'],
    [{ key: '\\', code: 'Backslash', mod: true }, 'CmdOrCtrl+\\'],
    [{ key: '+', mod: true }, 'CmdOrCtrl+Plus'],
  ])('%j is %s', (shortcut, accelerator) => {
    expect(acceleratorOf(shortcut)).toBe(accelerator);
  });

  it('is nothing for a key that a text would take', () => {
    expect(acceleratorOf({ key: 't' })).toBeNull();
    expect(acceleratorOf({ key: '?', shift: true })).toBeNull();
  });

  it('is compared whatever its spelling; only a Mac tells Ctrl from Cmd', () => {
    expect(canonicalAccelerator('Shift+CommandOrControl+Z', false)).toBe(
      canonicalAccelerator('CmdOrCtrl+Shift+z', false),
    );
    expect(canonicalAccelerator('Control+Y', false)).toBe(canonicalAccelerator('CmdOrCtrl+Y', false));
    expect(canonicalAccelerator('Control+Command+F', true)).not.toBe(canonicalAccelerator('CmdOrCtrl+F', true));
    expect(canonicalAccelerator('Cmd+Option+I', true)).toBe(canonicalAccelerator('Alt+Command+I', true));
  });
});
