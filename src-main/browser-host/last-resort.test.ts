import { EventEmitter } from 'node:events';
import { expect, it, vi } from 'vitest';
import { endOnUncaught } from './last-resort.ts';

function uncaught(endApp: () => Promise<void>, patienceMs: number) {
  const process = new EventEmitter();
  const lines: string[] = [];
  const exits: number[] = [];
  endOnUncaught({
    process,
    say: (line) => void lines.push(line),
    endApp,
    exit: (code) => void exits.push(code),
    patienceMs,
  });
  return { process, lines, exits };
}

it.each(['uncaughtException', 'unhandledRejection'])(
  'ends the app in order after an %s, once, without the words of the error',
  async (event) => {
    let ended = (): void => {};
    const { process, lines, exits } = uncaught(() => new Promise((resolve) => (ended = resolve)), 60_000);
    process.emit(event, new TypeError('dear diary'));
    process.emit(event, 'dear diary');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('TypeError');
    expect(lines[0]).not.toContain('diary');
    expect(exits).toEqual([]);
    ended();
    await vi.waitFor(() => expect(exits).toEqual([1]));
  },
);

it('ends also where the app cannot be ended', async () => {
  const failing = uncaught(() => Promise.reject(new Error('dear diary')), 60_000);
  failing.process.emit('uncaughtException', new Error('dear diary'));
  await vi.waitFor(() => expect(failing.exits).toEqual([1]));
  const hanging = uncaught(() => new Promise(() => {}), 1);
  hanging.process.emit('uncaughtException', new Error('dear diary'));
  await vi.waitFor(() => expect(hanging.exits).toEqual([1]));
});
