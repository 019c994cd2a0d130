import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { FromImport, ToImport } from './protocol.ts';
import { entry, journal, zip } from './testing/day-one-samples.ts';

let child: ChildProcess | undefined;
let printed = '';

function start(): ChildProcess {
  printed = '';
  child = fork(resolve(import.meta.dirname, 'main.ts'), [], { serialization: 'advanced', execArgv: [], silent: true });
  for (const stream of [child.stdout!, child.stderr!])
    stream.on('data', (text: Buffer) => (printed += text.toString()));
  return child;
}

/** What it says of a file, to the end, answering as main does. */
function said(process: ChildProcess, path: string, bytes: Uint8Array): Promise<FromImport[]> {
  const heard: FromImport[] = [];
  const send = (message: ToImport): void => void process.send(message);
  return new Promise((done) => {
    process.on('message', (raw) => {
      const message = raw as FromImport;
      if (message.type === 'read') {
        const { readId, offset, length } = message;
        send({ type: 'piece', readId, bytes: bytes.slice(offset, offset + length) });
        return;
      }
      heard.push(message);
      if (message.type === 'batch') send({ type: 'next', wantsMedia: false });
      if (message.type === 'end' || message.type === 'failed') done(heard);
    });
    send({ type: 'parse', files: [{ path, size: bytes.length, modifiedAt: null }], withMedia: true });
  });
}

afterEach(() => {
  child?.kill('SIGKILL');
});

it('asks for what it reads, answers from the first moment on, and prints nothing', async () => {
  const process = start();
  process.send({ type: 'something else' });
  process.send('rubbish');
  const file = zip({ 'Journal.json': journal(entry({ text: 'A walk\\.' })) });
  expect(await said(process, 'e.zip', file)).toMatchObject([
    { type: 'recognised', format: 'day-one' },
    { type: 'batch', items: [{ kind: 'entry', entry: { body: 'A walk.' } }] },
    { type: 'end', problems: [], problemTallies: [] },
  ]);
  expect(process.exitCode).toBeNull();
  expect(printed).toBe('');
});

it('says what is none of its kinds', async () => {
  expect(await said(start(), 'a', new Uint8Array([1, 2, 3]))).toEqual([
    { type: 'failed', code: 'import-unrecognised' },
  ]);
  expect(printed).toBe('');
});

it('ends by itself when its parent is gone', async () => {
  const process = start();
  await said(process, 'a', new Uint8Array());
  const exit = once(process, 'exit');
  process.disconnect();
  expect(await exit).toEqual([null, 'SIGKILL']);
});
