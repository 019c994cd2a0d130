import { ElectronHttpExecutor } from 'electron-updater/out/electronHttpExecutor.js';
import { createHash, generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request as requestOf, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createElectronUpdater } from '../electron/electron-updater.ts';
import { signRelease } from '../updates/release-signature.ts';

const pair = generateKeyPairSync('ed25519');
const publicKey = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();
const privateKey = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const LIST = process.arch === 'x64' ? '/latest-linux.yml' : `/latest-linux-${process.arch}.yml`;

class NodeRequests extends ElectronHttpExecutor {
  override createRequest(...[options, callback]: Parameters<ElectronHttpExecutor['createRequest']>) {
    return requestOf(options, callback) as unknown as ReturnType<ElectronHttpExecutor['createRequest']>;
  }
}

let folder: string;
let server: Server;
const files = new Map<string, string>();
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'daygrove-updater-'));
  server = createServer((request, response) => {
    const content = files.get(new URL(request.url ?? '/', 'http://localhost').pathname);
    response.statusCode = content === undefined ? 404 : 200;
    response.end(content);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  vi.stubEnv('APPIMAGE', join(folder, 'Daygrove.AppImage'));
  mkdirSync(join(folder, 'user'));
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

it.skipIf(process.platform !== 'linux')(
  'F12: the signed list of another system is not taken for this one’s',
  async () => {
    const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    writeFileSync(join(folder, 'Daygrove.AppImage'), 'the present program');
    writeFileSync(
      join(folder, 'app-update.yml'),
      `provider: generic\nurl: ${url}\nupdaterCacheDirName: daygrove-updater\n`,
    );
    // What we released for Windows, as we signed it (latest.yml and latest.yml.sig); the server gives it out under another name.
    const program = 'MZ this is a program for Windows';
    const sha512 = createHash('sha512').update(program).digest('base64');
    const name = 'Daygrove-Setup-1.1.0.exe';
    const list = `version: 1.1.0\nfiles:\n  - url: ${name}\n    sha512: ${sha512}\n    size: ${String(program.length)}\npath: ${name}\nsha512: ${sha512}\nreleaseDate: '2026-12-01T00:00:00.000Z'\n`;
    files.set(`/${name}`, program);
    files.set(LIST, list);
    files.set(`${LIST}.sig`, signRelease(Buffer.from(list), privateKey));
    const quits: (() => void)[] = [];
    const updater = createElectronUpdater({
      platform: 'linux',
      url,
      publicKey,
      quit: () => {},
      onQuit: (listener) => void quits.push(listener),
      adapter: {
        version: '1.0.0',
        name: 'daygrove',
        isPackaged: true,
        appUpdateConfigPath: join(folder, 'app-update.yml'),
        userDataPath: join(folder, 'user'),
        baseCachePath: join(folder, 'cache'),
        whenReady: () => Promise.resolve(),
        relaunch: () => {},
        quit: () => {},
        onQuit: () => {},
      },
      prepare: (engine) => Object.defineProperty(engine, 'httpExecutor', { value: new NodeRequests() }),
    });
    const signal = new AbortController().signal;
    const went = await updater
      .check(signal)
      .then(() => updater.download(() => {}, signal))
      .then(
        () => 'fetched',
        () => 'refused',
      );
    if (went === 'fetched') {
      updater.install();
      for (const quit of quits) {
        try {
          quit();
        } catch {
          // It cannot run here; by then it stands where the program stood.
        }
      }
    }
    expect(readFileSync(join(folder, 'Daygrove.AppImage'), 'utf8')).toBe('the present program');
    expect(went).toBe('refused');
  },
);
