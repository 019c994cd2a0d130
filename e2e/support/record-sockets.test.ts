import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

const recorder = join(import.meta.dirname, 'record-sockets.ts');
let folder: string;

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daygrove-sockets-'));
});
test.afterEach(() => rmSync(folder, { recursive: true }));

/** Runs code under the recorder and answers with the lines it wrote. */
function run(code: string): string[] {
  const file = join(folder, 'sockets.jsonl');
  const script = join(folder, 'script.mjs');
  rmSync(file, { force: true });
  writeFileSync(script, code);
  execFileSync(process.execPath, ['--import', recorder, script], {
    env: { ...process.env, DAYGROVE_RECORD_SOCKETS: file },
    stdio: 'ignore',
  });
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const { what, target } = JSON.parse(line) as { what: string; target: string };
    return `${what} ${target}`;
  });
}

test('sees nothing where nothing is connected, a server included', () => {
  expect(
    run(`import net from 'node:net'; const s = net.createServer().listen(0, '127.0.0.1', () => s.close());`),
  ).toEqual([]);
});

test('sees a socket, fetch, a lookup and a datagram', () => {
  expect(run(`import net from 'node:net'; net.connect(9, '127.0.0.1').on('error', () => {});`)).toEqual([
    'connect 127.0.0.1:9',
  ]);
  expect(run(`await fetch('http://diary.invalid:81/').catch(() => {});`)).toContain('lookup diary.invalid');
  expect(run(`import dns from 'node:dns'; dns.lookup('diary.invalid', () => {});`)).toEqual(['lookup diary.invalid']);
  expect(
    run(
      `import dgram from 'node:dgram'; const s = dgram.createSocket('udp4'); s.send('x', 9, '127.0.0.1', () => s.close());`,
    ),
  ).toContain('datagram 127.0.0.1');
});

test('sees what a child does that inherits the flags', () => {
  const child = join(folder, 'child.mjs');
  writeFileSync(
    child,
    `import net from 'node:net'; net.connect(9, '127.0.0.1').on('error', () => {}); process.disconnect();`,
  );
  expect(run(`import { fork } from 'node:child_process'; fork(${JSON.stringify(child)});`)).toEqual([
    'connect 127.0.0.1:9',
  ]);
});
