import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceleratorOf, acceleratorText, isAccelerator, type AcceleratorPress } from './accelerator.ts';
import { isTooLongToCapture, MAX_CAPTURE_BYTES } from './capture.ts';

const press = (code: string, key: string, down: Partial<AcceleratorPress> = {}): AcceleratorPress => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...down,
});

describe('a shortcut for every program', () => {
  it.each(['CommandOrControl+Alt+J', 'Alt+Space', 'Control+F12', 'Super+Shift+7', 'CommandOrControl+,'])(
    'may be %s',
    (text) => expect(isAccelerator(text)).toBe(true),
  );

  it.each([
    '',
    'J',
    'F5',
    'Shift+J',
    'CommandOrControl',
    'CommandOrControl+',
    'CommandOrControl+Alt',
    'Alt+Alt+J',
    'Alt+j',
    'Hyper+J',
    'Alt+J+K',
    'Alt + J',
    'Alt+F25',
    'Alt+Escape',
    '+',
  ])('may not be %j', (text) => expect(isAccelerator(text)).toBe(false));

  it('is read from the keys that are pressed', () => {
    const of = (given: AcceleratorPress, platform: 'linux' | 'mac' | 'windows' = 'linux') =>
      acceleratorOf(given, platform);
    const down = { ctrlKey: true, altKey: true };
    expect(of(press('KeyJ', 'j', down))).toEqual({ type: 'accelerator', text: 'CommandOrControl+Alt+J' });
    expect(of(press('KeyJ', 'j', { metaKey: true }), 'mac')).toEqual({
      type: 'accelerator',
      text: 'CommandOrControl+J',
    });
    expect(of(press('KeyJ', '∆', { metaKey: true, altKey: true }), 'mac')).toEqual({
      type: 'accelerator',
      text: 'CommandOrControl+Alt+J',
    });
    expect(of(press('KeyJ', 'j', { ctrlKey: true }), 'mac')).toEqual({ type: 'accelerator', text: 'Control+J' });
    expect(of(press('KeyJ', 'j', { metaKey: true }), 'windows')).toEqual({ type: 'accelerator', text: 'Super+J' });
    // On AZERTY the key that says "a" is where "q" is elsewhere; Electron goes by what it says.
    expect(of(press('KeyQ', 'a', { altKey: true }))).toEqual({ type: 'accelerator', text: 'Alt+A' });
    expect(of(press('Space', ' ', { altKey: true }))).toEqual({ type: 'accelerator', text: 'Alt+Space' });
    expect(of(press('ArrowUp', 'ArrowUp', { altKey: true }))).toEqual({ type: 'accelerator', text: 'Alt+Up' });
    expect(of(press('ControlLeft', 'Control', { ctrlKey: true }))).toEqual({ type: 'modifier' });
    expect(of(press('KeyJ', 'j'))).toEqual({ type: 'unfit' });
    expect(of(press('KeyJ', 'J', { shiftKey: true }))).toEqual({ type: 'unfit' });
    expect(of(press('AudioVolumeUp', 'AudioVolumeUp', { altKey: true }))).toEqual({ type: 'unfit' });
  });

  it('that is read is always one that may be had', () => {
    const presses = fc.record({
      code: fc.oneof(fc.constantFrom('KeyA', 'Digit4', 'F3', 'Comma', 'Escape', 'ShiftLeft', 'Numpad1'), fc.string()),
      key: fc.oneof(fc.constantFrom('a', '4', 'F3', ',', 'Escape', 'Shift'), fc.string()),
      ctrlKey: fc.boolean(),
      metaKey: fc.boolean(),
      shiftKey: fc.boolean(),
      altKey: fc.boolean(),
    });
    fc.assert(
      fc.property(presses, fc.constantFrom('linux', 'mac', 'windows'), (given, platform) => {
        const read = acceleratorOf(given, platform);
        expect(read.type !== 'accelerator' || (isAccelerator(read.text) && read.text.length <= 60)).toBe(true);
      }),
    );
    expect.hasAssertions();
  });

  it('is written as the platform does', () => {
    expect(acceleratorText('CommandOrControl+Alt+J', 'linux')).toBe('Ctrl+Alt+J');
    expect(acceleratorText('CommandOrControl+Alt+Shift+J', 'mac')).toBe('⌥⇧⌘J');
    expect(acceleratorText('Super+Space', 'windows')).toBe('Windows+Space');
  });
});

describe('the length of a capture', () => {
  it('is counted in bytes, as they lie on the disk', () => {
    expect(isTooLongToCapture('x'.repeat(MAX_CAPTURE_BYTES))).toBe(false);
    expect(isTooLongToCapture(`${'x'.repeat(MAX_CAPTURE_BYTES)}x`)).toBe(true);
    expect(isTooLongToCapture('ä'.repeat(MAX_CAPTURE_BYTES / 2))).toBe(false);
    expect(isTooLongToCapture('漢'.repeat(MAX_CAPTURE_BYTES / 3 + 1))).toBe(true);
    expect(isTooLongToCapture('🌱'.repeat(MAX_CAPTURE_BYTES / 4))).toBe(false);
    expect(isTooLongToCapture('🌱'.repeat(MAX_CAPTURE_BYTES / 4 + 1))).toBe(true);
  });
});
