import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DenyingProxy } from '../support/denying-proxy.ts';
import { SyncServer } from '../support/sync-server/sync-server.ts';

const TOKEN = 'a-token-for-tests';
const PATIENCE = 300_000;
const recorder = resolve(import.meta.dirname, '../support/record-sockets.ts');
const visit = resolve(import.meta.dirname, 'visit.ts');

/** Sees what native code does on the network too, which Node knows nothing of. On Linux, where it is installed. */
const hasTracer = spawnSync('strace', ['--version'], { stdio: 'ignore' }).status === 0;
if (!hasTracer) process.stdout.write('no strace here: connections of native code were not looked at\n');

let folder: string;
let proxy: DenyingProxy;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'daygrove-network-'));
  proxy = await DenyingProxy.start();
});
afterEach(async () => {
  await proxy.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

interface Seen {
  /** Connections, questions for a name and datagrams of Node, each once. */
  readonly byNode: readonly string[];
  /** Internet addresses that any code of any of the processes spoke to, each once. */
  readonly bySystem: readonly string[];
  readonly byProxy: readonly string[];
}

/** Whatever is spoken to over the internet protocols, in the lines of strace. */
function addressesIn(trace: string): string[] {
  const four = trace.matchAll(/AF_INET, sin_port=htons\((\d+)\), sin_addr=inet_addr\("([^"]+)"\)/g);
  const six = trace.matchAll(/AF_INET6, sin6_port=htons\((\d+)\).*?inet_pton\(AF_INET6, "([^"]+)"/g);
  return [...four, ...six].map(([, port = '', host = '']) => `${host}:${port}`);
}

async function watch(...parameters: string[]): Promise<Seen> {
  const sockets = join(folder, 'sockets.jsonl');
  const trace = join(folder, 'trace.txt');
  const node = [process.execPath, '--import', recorder, visit, join(folder, 'profile'), join(folder, 'outside')];
  const tracer = ['strace', '--follow-forks', '--seccomp-bpf', '--quiet=all', '--signal=none', '--trace=connect,sendto,sendmsg,sendmmsg', `--output=${trace}`]; // prettier-ignore
  const [command = '', ...rest] = [...(hasTracer ? tracer : []), ...node, ...parameters];
  const { stdout } = await promisify(execFile)(command, rest, {
    env: {
      ...process.env,
      ...proxy.environment,
      DAYGROVE_RECORD_SOCKETS: sockets,
    },
  });
  expect(stdout).toContain('done');
  const lines = existsSync(sockets) ? readFileSync(sockets, 'utf8').trimEnd().split('\n') : [];
  const byNode = lines.map((line) => {
    const { what, target } = JSON.parse(line) as { what: string; target: string };
    return `${what} ${target}`;
  });
  const bySystem = hasTracer ? addressesIn(readFileSync(trace, 'utf8')) : [];
  return { byNode: [...new Set(byNode)], bySystem: [...new Set(bySystem)], byProxy: proxy.asked };
}

describe('a visit from end to end', () => {
  it(
    'asks nobody anything: no connection, no name, no datagram, of Node or of native code',
    async () => expect(await watch()).toEqual({ byNode: [], bySystem: [], byProxy: [] }),
    PATIENCE,
  );

  it(
    'with sync talks to exactly the server that the person named',
    async () => {
      const server = await SyncServer.start({ dir: join(folder, 'server'), token: TOKEN });
      const only = `127.0.0.1:${String(server.port)}`;
      try {
        const seen = await watch(server.url, TOKEN);
        expect(seen.byProxy).toEqual([]);
        expect(seen.byNode).toEqual([`connect ${only}`]);
        expect(seen.bySystem).toEqual(hasTracer ? [only] : []);
      } finally {
        await server.close();
      }
    },
    PATIENCE,
  );
});

describe('what watches', () => {
  it('would see a connection, a name that is asked for, and whoever asks the proxy', async () => {
    const trace = 'connect(20, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("10.0.0.2")}, 16) = 0';
    const six = 'connect(20, {sa_family=AF_INET6, sin6_port=htons(443), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "::1", &sin6_addr), sin6_scope_id=0}, 28) = 0'; // prettier-ignore
    expect(addressesIn(`${trace}\n${six}`)).toEqual(['10.0.0.2:53', '::1:443']);
    // As the visit is started: Node asks the proxy for whatever it is told to fetch, this machine's own addresses too.
    const script = `for (const to of ['http://diary.invalid/a', 'https://diary.invalid/', 'http://127.0.0.1:9999/']) await fetch(to).catch(() => {})`;
    const env = { ...process.env, ...proxy.environment };
    await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], { env });
    const tunnels = ['diary.invalid:80', 'diary.invalid:443', '127.0.0.1:9999'].map((to) => `CONNECT ${to}`);
    expect(proxy.asked).toEqual(tunnels);
  });
});
