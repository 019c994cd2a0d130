import { describe, expect, it } from 'vitest';
import { keyAlongLine, pageDirection, shareAlongLine } from './direction.ts';

describe('the direction of the page', () => {
  it('is left to right where there is no page', () => {
    expect(pageDirection()).toBe('ltr');
  });

  it('turns the arrows that lie along the line, and no other key', () => {
    const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'a'];
    expect(keys.map((key) => keyAlongLine(key, 'ltr'))).toEqual(keys);
    expect(keys.map((key) => keyAlongLine(key, 'rtl'))).toEqual([
      'ArrowRight',
      'ArrowLeft',
      'ArrowUp',
      'ArrowDown',
      'Home',
      'End',
      'PageUp',
      'a',
    ]);
  });

  it('leads back to the same key when it is asked twice', () => {
    expect(keyAlongLine(keyAlongLine('ArrowLeft', 'rtl'), 'rtl')).toBe('ArrowLeft');
  });

  it('measures from where lines begin', () => {
    const box = { left: 100, width: 400 };
    expect(shareAlongLine(200, box, 'ltr')).toBe(0.25);
    expect(shareAlongLine(200, box, 'rtl')).toBe(0.75);
  });
});
