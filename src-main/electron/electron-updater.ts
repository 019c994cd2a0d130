/** The only module that loads electron-updater, which asks for Electron itself: not before an update is looked for. */
import { AppImageUpdater, CancellationToken, MacUpdater, NsisUpdater } from 'electron-updater';
import type { AppUpdater, BaseUpdater, UpdateInfo } from 'electron-updater';
import type { AppAdapter } from 'electron-updater/out/AppAdapter.js';
import { UpdateError, type FoundUpdate, type Updater } from '../updates/updater.ts';
import { SignedProvider, type SignedProviderOptions } from './signed-provider.ts';

export interface ElectronUpdaterOptions {
  readonly platform: NodeJS.Platform;
  readonly url: string;
  readonly publicKey: string;
  /** Ends the app as its window does. */
  readonly quit: () => void;
  /** Called when the app has ended in order, by the end that `quit` begins: nothing of it is open any more. */
  readonly onQuit: (listener: () => void) => void;
  /** For tests: what stands in the place of Electron's app, and a client of HTTP. */
  readonly adapter?: AppAdapter;
  readonly prepare?: (updater: AppUpdater) => void;
}

interface Working extends Pick<Updater, 'check' | 'download'> {
  install(): void;
}

function createEngine({ platform, adapter }: ElectronUpdaterOptions): MacUpdater | BaseUpdater {
  if (platform === 'darwin') return new MacUpdater(undefined, adapter);
  return platform === 'win32' ? new NsisUpdater(undefined, adapter) : new AppImageUpdater(undefined, adapter);
}

/** electron-updater, held still: it fetches when it is told to, and puts in place when it is told to. */
export function createElectronUpdater(options: ElectronUpdaterOptions): Working {
  const engine = createEngine(options);
  engine.logger = null;
  engine.autoDownload = false;
  engine.autoInstallOnAppQuit = false;
  engine.allowDowngrade = false;
  engine.allowPrerelease = false;
  engine.disableWebInstaller = true;
  // The way of the differences asks for many parts of files; who watches the line sees which version was there before.
  engine.disableDifferentialDownload = true;
  // It would make up a number for this computer, keep it, and send it.
  Object.defineProperty(engine, 'stagingUserIdPromise', { value: { value: Promise.resolve('') } });
  engine.isUserWithinRollout = () => true;
  // Every failure comes back as the failure of what was asked for, too; an event that nobody listens to would be thrown.
  engine.on('error', () => {});
  options.prepare?.(engine);
  const feed: SignedProviderOptions = { provider: 'custom', url: options.url, publicKey: options.publicKey };
  // electron-updater's types do not say which arguments it gives to such a class.
  engine.setFeedURL({ ...feed, updateProvider: SignedProvider } as unknown as Parameters<AppUpdater['setFeedURL']>[0]);

  return {
    async check(signal) {
      const result = await heard(engine.checkForUpdates());
      signal.throwIfAborted();
      if (result === null) throw new UpdateError('internal');
      return result.isUpdateAvailable ? foundIn(result.updateInfo) : null;
    },

    async download(onProgress, signal) {
      const token = new CancellationToken();
      const stop = (): void => token.cancel();
      const tell = ({ transferred, total }: { readonly transferred: number; readonly total: number }): void =>
        onProgress(Math.round(transferred), Number.isFinite(total) && total > 0 ? Math.round(total) : null);
      signal.addEventListener('abort', stop, { once: true });
      engine.on('download-progress', tell);
      try {
        await heard(engine.downloadUpdate(token));
      } finally {
        engine.off('download-progress', tell);
        signal.removeEventListener('abort', stop);
      }
    },

    install() {
      if (engine instanceof MacUpdater) {
        // The system's own installer waits for the end of the app.
        engine.quitAndInstall();
        return;
      }
      // Behind the end, when the vault is closed and the profile free: the other way round the new one would find it taken. Windows' installer opens it again.
      options.onQuit(() => engine.install(true, options.platform === 'win32'));
      options.quit();
    },
  };
}

function foundIn({ version, releaseNotes }: UpdateInfo): FoundUpdate {
  const notes = Array.isArray(releaseNotes) ? releaseNotes.map(({ note }) => note ?? '').join('\n\n') : releaseNotes;
  return { version: String(version), notes: typeof notes === 'string' ? notes : '' };
}

async function heard<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof UpdateError ? error : new UpdateError(reasonOf(error as NodeJS.ErrnoException));
  }
}

const NOBODY = /^(?:E(?:CONNREFUSED|CONNRESET|HOSTUNREACH|NETUNREACH|NOTFOUND|PIPE|TIMEDOUT)|EAI_AGAIN)$/u;
const NO_ROOM = /^E(?:ACCES|DQUOT|NOSPC|PERM|ROFS)$/u;

/** By what electron-updater, Electron's network and Node call it. */
function reasonOf({ code = '', message }: NodeJS.ErrnoException): UpdateError['reason'] {
  if (code === 'ERR_CHECKSUM_MISMATCH') return 'damaged';
  if (code === 'ERR_UPDATER_INVALID_SIGNATURE') return 'wrong-signature';
  if (NO_ROOM.test(code)) return 'disk';
  if (NOBODY.test(code) || message.startsWith('net::ERR_')) return 'offline';
  return 'server';
}
