import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { ParseAnswer, ParseRequest } from './protocol.ts';
import { entry, journal } from './testing/day-one-samples.ts';
import { loopBackup, loopDay } from './testing/loop-samples.ts';

let child: ChildProcess | undefined;
let printed = '';

function start(): ChildProcess {
  printed = '';
  child = fork(resolve(import.meta.dirname, 'main.ts'), [], { serialization: 'advanced', execArgv: [], silent: true });
  for (const stream of [child.stdout!, child.stderr!])
    stream.on('data', (text: Buffer) => (printed += text.toString()));
  return child;
}

async function ask(process: ChildProcess, name: string, bytes: Uint8Array): Promise<ParseAnswer> {
  const request: ParseRequest = { type: 'parse', name, bytes };
  const answer = once(process, 'message');
  process.send(request);
  return ((await answer) as [ParseAnswer])[0];
}

afterEach(() => {
  child?.kill('SIGKILL');
});

it('answers what its parent sends, from the first moment on, and prints nothing', async () => {
  const process = start();
  process.send({ type: 'something else' });
  process.send('rubbish');
  const loop = loopBackup(15, {
    habits: [{ id: 1, name: 'Read', freq_num: 1, freq_den: 1 }],
    repetitions: [{ habit: 1, timestamp: loopDay('2016-01-01') }],
  });
  expect(await ask(process, 'Loop Habits Backup.db', loop)).toEqual({
    type: 'parsed',
    parsed: {
      format: 'loop-backup',
      habits: [
        {
          key: '1|Read',
          name: 'Read',
          question: '',
          description: '',
          kind: { type: 'yes-no' },
          schedule: { type: 'daily' },
          archived: false,
          startDay: '2016-01-01',
          position: 0,
        },
      ],
      checkIns: [{ habitKey: '1|Read', day: '2016-01-01', mark: 'done', amount: null, note: null }],
      entries: [],
      problems: [],
      problemCount: 0,
    },
  });
  expect(await ask(process, 'Journal.json', journal(entry()))).toMatchObject({
    type: 'parsed',
    parsed: { format: 'day-one' },
  });
  expect(await ask(process, 'a', new Uint8Array([1, 2, 3]))).toEqual({ type: 'failed', code: 'import-unrecognised' });
  expect(await ask(process, 'Loop Habits Backup.db', loop.slice(0, 1024))).toEqual({
    type: 'failed',
    code: 'import-damaged',
  });
  expect(process.exitCode).toBeNull();
  expect(printed).toBe('');
});

it('ends by itself when its parent is gone', async () => {
  const process = start();
  await ask(process, 'a', new Uint8Array());
  const exit = once(process, 'exit');
  process.disconnect();
  expect((await exit)[0]).toBe(0);
});
