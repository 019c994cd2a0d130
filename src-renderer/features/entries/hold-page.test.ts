import { describe, expect, it } from 'vitest';
import { holdPageWhileUnsaved } from './hold-page.ts';

function leave(unsaved: boolean): { stays: boolean; flushes: number } {
  const page = new EventTarget();
  let flushes = 0;
  holdPageWhileUnsaved(page, {
    hasUnsaved: () => unsaved,
    flush: () => {
      flushes += 1;
      return Promise.resolve(true);
    },
  });
  const event = new Event('beforeunload', { cancelable: true });
  page.dispatchEvent(event);
  return { stays: event.defaultPrevented, flushes };
}

describe('a page that is about to go', () => {
  it('asks to stay while a text is not on the disk, and writes it', () => {
    expect(leave(true)).toEqual({ stays: true, flushes: 1 });
  });

  it('goes without a question when everything is saved', () => {
    expect(leave(false)).toEqual({ stays: false, flushes: 0 });
  });
});
