import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { IdleLock } from './idle-lock.ts';

const MINUTE = 60_000;
let wall = 0;
let locks = 0;
const lockAfter = (limit: number | null): IdleLock =>
  new IdleLock(
    limit,
    () => {
      locks += 1;
    },
    () => wall,
  );
const pass = (milliseconds: number): void => {
  wall += milliseconds;
  vi.advanceTimersByTime(milliseconds);
};

beforeEach(() => {
  vi.useFakeTimers();
  wall = 1_000_000;
  locks = 0;
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the idle lock', () => {
  it('counts from the last activity, and locks once', () => {
    const idle = lockAfter(5 * MINUTE);
    idle.start();
    pass(4 * MINUTE);
    idle.activity();
    pass(4 * MINUTE);
    expect(locks).toBe(0);
    pass(MINUTE);
    expect(locks).toBe(1);
    pass(60 * MINUTE);
    expect(locks).toBe(1);
  });

  it('locks soon after the computer woke from a long sleep, in which timers stood still', () => {
    const idle = lockAfter(5 * MINUTE);
    idle.start();
    wall += 8 * 60 * MINUTE;
    pass(5000);
    expect(locks).toBe(1);
  });

  it('is not held up by a clock that was set back', () => {
    const idle = lockAfter(5 * MINUTE);
    idle.start();
    wall -= 24 * 60 * MINUTE;
    pass(5 * MINUTE);
    expect(locks).toBe(1);
  });

  it('never locks when told so, nor while it is stopped, and takes a new limit at once', () => {
    const idle = lockAfter(null);
    idle.start();
    pass(600 * MINUTE);
    idle.setLimit(MINUTE);
    idle.stop();
    pass(2 * MINUTE);
    expect(locks).toBe(0);
    idle.start();
    pass(MINUTE);
    expect(locks).toBe(1);
  });
});
