import { ElectronHttpExecutor } from 'electron-updater/out/electronHttpExecutor.js';
import { createHash, generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request as requestOf, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { signRelease } from '../updates/release-signature.ts';
import type { UpdateError } from '../updates/updater.ts';
import { createElectronUpdater } from './electron-updater.ts';

const keys = (() => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
})();
const LIST = process.arch === 'x64' ? '/latest-linux.yml' : `/latest-linux-${process.arch}.yml`;
const ABORT = new AbortController().signal;

/** electron-updater's own client of HTTP, on Node's requests in the place of Electron's. */
class NodeRequests extends ElectronHttpExecutor {
  override createRequest(...[options, callback]: Parameters<ElectronHttpExecutor['createRequest']>) {
    return requestOf(options, callback) as unknown as ReturnType<ElectronHttpExecutor['createRequest']>;
  }
}

let folder: string;
let server: Server;
let url: string;
/** What the server has, by path; a stream never ends. */
let files: Map<string, string | 'endless'>;
let asked: { readonly path: string; readonly headers: IncomingHttpHeaders }[];
let quits: (() => void)[];
let events: string[];
let updater: ReturnType<typeof createElectronUpdater>;

/** The new program: a script that says that it was started to put itself in place. */
const program = (version: string): string =>
  `#!/bin/sh\n[ "$APPIMAGE_EXIT_AFTER_INSTALL" = true ] && echo ${version} > "${folder}/ran"\n`;

/** A list of releases as electron-builder writes it. */
function listOf(version: string, name: string, content: string): string {
  const sha512 = createHash('sha512').update(content).digest('base64');
  return `version: ${version}\nfiles:\n  - url: ${name}\n    sha512: ${sha512}\n    size: ${String(content.length)}\npath: ${name}\nsha512: ${sha512}\nreleaseNotes: |\n  - **Better.**\nreleaseDate: '2026-12-01T00:00:00.000Z'\n`;
}

function release(version: string, content = program(version), change: (list: string) => string = (list) => list): void {
  const name = `Daygrove-${version}.AppImage`;
  const list = listOf(version, name, content);
  files.set(`/${name}`, content);
  files.set(`${LIST}.sig`, signRelease(LIST.slice(1), Buffer.from(list), keys.privateKey));
  files.set(LIST, change(list));
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'daygrove-updater-'));
  files = new Map();
  asked = [];
  quits = [];
  events = [];
  server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    asked.push({ path, headers: request.headers });
    const content = files.get(path);
    response.statusCode = content === undefined ? 404 : 200;
    if (content !== 'endless') {
      response.end(content);
      return;
    }
    response.setHeader('content-length', '1000000');
    response.write(Buffer.alloc(1000));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  vi.stubEnv('APPIMAGE', join(folder, 'Daygrove.AppImage'));
  writeFileSync(join(folder, 'Daygrove.AppImage'), 'the present program');
  writeFileSync(
    join(folder, 'app-update.yml'),
    `provider: generic\nurl: ${url}\nupdaterCacheDirName: daygrove-updater\n`,
  );
  mkdirSync(join(folder, 'user'));
  make();
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

function make(): void {
  updater = createElectronUpdater({
    platform: 'linux',
    url,
    publicKey: keys.publicKey,
    quit: () => void events.push('quit'),
    onQuit: (listener) => void quits.push(listener),
    adapter: {
      version: '1.0.0',
      name: 'daygrove',
      isPackaged: true,
      appUpdateConfigPath: join(folder, 'app-update.yml'),
      userDataPath: join(folder, 'user'),
      baseCachePath: join(folder, 'cache'),
      whenReady: () => Promise.resolve(),
      relaunch: () => void events.push('relaunch'),
      quit: () => void events.push('engine quit'),
      onQuit: () => void events.push('engine on quit'),
    },
    prepare: (engine) => Object.defineProperty(engine, 'httpExecutor', { value: new NodeRequests() }),
  });
}
const reasonOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (error: UpdateError) => error.reason,
  );

describe.skipIf(process.platform !== 'linux')(
  'electron-updater, held still (its program is a script: on Linux only)',
  () => {
    it('finds a signed newer version, fetches it, and puts it in place behind the end of the app', async () => {
      release('1.1.0');
      expect(await updater.check(ABORT)).toEqual({ version: '1.1.0', notes: '- **Better.**\n' });
      expect(asked.map(({ path }) => path)).toEqual([LIST, `${LIST}.sig`]);
      const steps: [number, number | null][] = [];
      await updater.download((done, total) => steps.push([done, total]), ABORT);
      expect(steps.at(-1)).toEqual([program('1.1.0').length, program('1.1.0').length]);
      expect(readFileSync(join(folder, 'Daygrove.AppImage'), 'utf8')).toBe('the present program');

      updater.install();
      expect(events).toEqual(['quit']);
      expect(readFileSync(join(folder, 'Daygrove.AppImage'), 'utf8')).toBe('the present program');
      for (const listener of quits) listener();
      expect(readFileSync(join(folder, 'Daygrove.AppImage'), 'utf8')).toBe(program('1.1.0'));
      expect(readFileSync(join(folder, 'ran'), 'utf8')).toBe('1.1.0\n');
      expect(events).toEqual(['quit']);
    });

    it('fetches the AppImage of a list that names other packages too, before it', async () => {
      release('1.1.0');
      const others = ['Daygrove-1.1.0.deb', 'Daygrove-1.1.0.rpm', 'Daygrove-Setup-1.1.0.exe']
        .map((name) => `  - url: ${name}\n    sha512: AAAA\n    size: 4\n`)
        .join('');
      const list = files
        .get(LIST)!
        .replace('files:\n', `files:\n${others}`)
        .replace('path: Daygrove-1.1.0.AppImage', 'path: Daygrove-1.1.0.deb');
      files.set(LIST, list);
      files.set(`${LIST}.sig`, signRelease(LIST.slice(1), Buffer.from(list), keys.privateKey));
      await updater.check(ABORT);
      await updater.download(() => {}, ABORT);
      expect(asked.map(({ path }) => path).slice(2)).toEqual(['/Daygrove-1.1.0.AppImage']);
    });

    it('tells the server nothing about who asks, and keeps nothing to know them by', async () => {
      release('1.1.0');
      await updater.check(ABORT);
      await updater.download(() => {}, ABORT);
      const names = new Set(asked.flatMap(({ headers }) => Object.keys(headers)));
      expect([...names].toSorted()).toEqual(
        ['accept', 'accept-encoding', 'cache-control', 'connection', 'host', 'user-agent'].filter((name) =>
          names.has(name),
        ),
      );
      expect([...new Set(asked.map(({ headers }) => headers['user-agent']))]).toEqual(['electron-builder']);
      expect(readdirSync(join(folder, 'user'))).toEqual([]);
    });

    it('finds nothing where the list has this version, or an older one', async () => {
      for (const version of ['1.0.0', '0.9.0']) {
        release(version);
        expect(await updater.check(ABORT)).toBeNull();
      }
      expect(asked.some(({ path }) => path.endsWith('.AppImage'))).toBe(false);
    });

    it.each<[string, string, () => void]>([
      ['without a signature', 'unsigned', () => files.delete(`${LIST}.sig`)],
      [
        'with the signature of another list',
        'wrong-signature',
        () => {
          const signature = files.get(`${LIST}.sig`)!;
          release('1.2.0');
          files.set(`${LIST}.sig`, signature);
        },
      ],
      [
        'changed on its way',
        'wrong-signature',
        () => release('1.1.0', undefined, (list) => list.replace('1.1.0', '1.1.1')),
      ],
      [
        'signed by somebody else',
        'wrong-signature',
        () => {
          const { privateKey } = generateKeyPairSync('ed25519');
          const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
          files.set(`${LIST}.sig`, signRelease(LIST.slice(1), Buffer.from(files.get(LIST)!), pem));
        },
      ],
      // What was released for another system or another processor, as it was signed there, given out under this one's name.
      ...['latest.yml', 'latest-mac.yml', 'latest-linux-riscv64.yml'].map((name): [string, string, () => void] => [
        `that was signed as ${name}`,
        'wrong-signature',
        () => files.set(`${LIST}.sig`, signRelease(name, Buffer.from(files.get(LIST)!), keys.privateKey)),
      ]),
      // Ours, and of no use here.
      ...[
        'Daygrove-Setup-1.1.0.exe',
        'Daygrove-1.1.0.deb',
        'Daygrove-1.1.0.AppImage.zip',
        '../Daygrove-1.1.0.AppImage',
        'https://elsewhere.invalid/Daygrove-1.1.0.AppImage',
        '%2e%2e/Daygrove-1.1.0.AppImage',
      ].map((name): [string, string, () => void] => [
        `that names nothing but ${name}`,
        'server',
        () => {
          const list = listOf('1.1.0', name, program('1.1.0'));
          files.set(LIST, list);
          files.set(`${LIST}.sig`, signRelease(LIST.slice(1), Buffer.from(list), keys.privateKey));
        },
      ]),
      ['that is not there', 'server', () => files.delete(LIST)],
      ['that is endless', 'server', () => files.set(LIST, '#'.repeat(300_000))],
      [
        'that is no list, but signed',
        'server',
        () => {
          files.set(LIST, '}{');
          files.set(`${LIST}.sig`, signRelease(LIST.slice(1), Buffer.from('}{'), keys.privateKey));
        },
      ],
    ])('refuses a list %s, before anything is fetched', async (_what, reason, change) => {
      release('1.1.0');
      change();
      expect(await reasonOf(updater.check(ABORT))).toBe(reason);
      expect(asked.every(({ path }) => path.startsWith(LIST))).toBe(true);
    });

    it('refuses a program that is not the one that the list names', async () => {
      release('1.1.0');
      await updater.check(ABORT);
      files.set('/Daygrove-1.1.0.AppImage', program('6.6.6'));
      expect(await reasonOf(updater.download(() => {}, ABORT))).toBe('damaged');
      updater.install();
      for (const listener of quits) listener();
      expect(readFileSync(join(folder, 'Daygrove.AppImage'), 'utf8')).toBe('the present program');
      expect(existsSync(join(folder, 'ran'))).toBe(false);
    });

    it('says so where nobody answers', async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
      // electron-updater asks a server that refuses four times, within three seconds.
      expect(await reasonOf(updater.check(ABORT))).toBe('offline');
    }, 20_000);

    it('stops fetching when it is told to, and can begin again', async () => {
      release('1.1.0');
      await updater.check(ABORT);
      files.set('/Daygrove-1.1.0.AppImage', 'endless');
      const stop = new AbortController();
      const work = updater.download(() => {}, stop.signal);
      await vi.waitFor(() => expect(asked.some(({ path }) => path.endsWith('.AppImage'))).toBe(true));
      stop.abort();
      expect(await reasonOf(work)).not.toBe('none');
      files.set('/Daygrove-1.1.0.AppImage', program('1.1.0'));
      await updater.download(() => {}, ABORT);
    });

    it('knows after a restart what it had fetched, and fetches it once', async () => {
      release('1.1.0');
      await updater.check(ABORT);
      await updater.download(() => {}, ABORT);
      make();
      await updater.check(ABORT);
      await updater.download(() => {}, ABORT);
      expect(asked.filter(({ path }) => path.endsWith('.AppImage'))).toHaveLength(1);
    });

    it('leaves what it has fetched where it is when the app ends without a word', async () => {
      release('1.1.0');
      await updater.check(ABORT);
      await updater.download(() => {}, ABORT);
      expect([quits, events]).toEqual([[], []]);
    });
  },
);
