import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { connectToParent, type ChildProcessSide } from './parent-port.ts';

/** A child's `process` with what the test adds; records what is sent and whether it ended. */
function side(more: Partial<ChildProcessSide>) {
  const events = new EventEmitter();
  const exits: string[] = [];
  const self: ChildProcessSide = {
    on: (event: string, listener: (message: unknown) => void) => events.on(event, listener),
    once: (event: string, listener: () => void) => events.once(event, listener),
    pid: 42,
    kill: (pid, signal) => void exits.push(`${String(pid)} ${signal}`),
    ...more,
  };
  return { self, events, exits };
}

it('talks through the port of a utilityProcess, where messages come as the data of an event', () => {
  const port = new EventEmitter();
  const posted: unknown[] = [];
  const parentPort = {
    postMessage: (message: unknown) => void posted.push(message),
    on: (event: string, listener: (event: { data: unknown }) => void) => port.on(event, listener),
  };
  const parent = connectToParent(side({ parentPort, send: () => expect.fail() }).self);
  const received: unknown[] = [];
  parent.onMessage((message) => received.push(message));
  port.emit('message', { data: { type: 'parse' } });
  parent.post({ type: 'parsed' });
  expect(received).toEqual([{ type: 'parse' }]);
  expect(posted).toEqual([{ type: 'parsed' }]);
});

it('talks through the channel of a forked process, and ends with it', () => {
  const sent: unknown[] = [];
  const send: NonNullable<ChildProcessSide['send']> = (message, _handle, _options, callback) => {
    sent.push(message);
    // A channel that closed meanwhile: the error goes to the callback and must go no further.
    callback(new Error('channel closed'));
    return false;
  };
  const { self, events, exits } = side({ send });
  const parent = connectToParent(self);
  const received: unknown[] = [];
  parent.onMessage((message) => received.push(message));
  events.emit('message', 'hello');
  parent.post('answer');
  expect(received).toEqual(['hello']);
  expect(sent).toEqual(['answer']);
  expect(exits).toEqual([]);
  events.emit('disconnect');
  expect(exits).toEqual(['42 SIGKILL']);
});

it('refuses to run without a parent', () => {
  expect(() => connectToParent(side({}).self)).toThrow('started by Daygrove');
});
