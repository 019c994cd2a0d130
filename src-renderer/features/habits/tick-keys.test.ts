import { describe, expect, it } from 'vitest';
import { tickKey } from './tick-keys.ts';

const plain = { ctrlKey: false, altKey: false, metaKey: false, repeat: false };

describe('a key on a tick', () => {
  it.each([
    ['+', { type: 'step', steps: 1 }],
    ['=', { type: 'step', steps: 1 }],
    ['-', { type: 'step', steps: -1 }],
    ['PageUp', { type: 'step', steps: 10 }],
    ['PageDown', { type: 'step', steps: -10 }],
    ['7', { type: 'amount', typed: '7' }],
    [',', { type: 'amount', typed: ',' }],
    ['Enter', { type: 'amount', typed: '' }],
    [' ', null],
    ['t', null],
    ['ArrowDown', null],
  ])('%j of an amount is %j', (key, meaning) => {
    expect(tickKey({ ...plain, key }, true)).toEqual(meaning);
  });

  it('is nothing but a press where no amount is counted', () => {
    for (const key of ['+', '7', 'PageUp', 'Enter']) expect(tickKey({ ...plain, key }, false)).toBeNull();
  });

  it('leaves chords to the app', () => {
    expect(tickKey({ ...plain, key: '1', ctrlKey: true }, true)).toBeNull();
    expect(tickKey({ ...plain, key: '1', metaKey: true }, true)).toBeNull();
  });

  it('that is held down ticks once', () => {
    expect(tickKey({ ...plain, key: 'Enter', repeat: true }, false)).toEqual({ type: 'nothing' });
    expect(tickKey({ ...plain, key: '+', repeat: true }, true)).toEqual({ type: 'step', steps: 1 });
  });
});
