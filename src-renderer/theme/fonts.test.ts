import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fontsReady } from './fonts.ts';

describe('the faces of the first screen', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('are waited for', async () => {
    const asked: string[] = [];
    const load = (face: string): Promise<FontFace[]> => {
      asked.push(face);
      return new Promise((resolve) => setTimeout(() => resolve([]), 30));
    };
    let isReady = false;
    void fontsReady({ load }).then(() => (isReady = true));
    await vi.advanceTimersByTimeAsync(29);
    expect(isReady).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(isReady).toBe(true);
    expect(asked).toHaveLength(3);
  });

  it.each([
    ['never come', (): Promise<FontFace[]> => new Promise(() => {}), 200],
    ['are broken', (): Promise<FontFace[]> => Promise.reject(new Error('broken')), 0],
  ])('stop nobody where they %s', async (_how, load, after) => {
    let isReady = false;
    void fontsReady({ load }).then(() => (isReady = true));
    await vi.advanceTimersByTimeAsync(after);
    expect(isReady).toBe(true);
  });
});
