import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { UpdatesUnavailable } from '../../src-shared/contract/updates.ts';
import { noUpdater, type Updater } from '../updates/updater.ts';
import type { ElectronApi } from './electron-api.ts';
import type { createElectronUpdater } from './electron-updater.ts';
import { secureSession } from './session-security.ts';

/** As electron-updater calls its own. It lives in memory: no cookie or cache of it reaches the disk. */
const UPDATE_PARTITION = 'electron-updater';

export interface UpdaterOptions {
  readonly electron: Pick<ElectronApi, 'session'> & {
    readonly app: Pick<ElectronApi['app'], 'isPackaged' | 'quit' | 'on'>;
  };
  readonly platform: NodeJS.Platform;
  /** The AppImage that this program runs from; null: it is none. */
  readonly appImage: string | null;
  /** Where the package has its files that are not in the archive. */
  readonly resourcesDirectory: string;
  /** PEM; null: this build has none. */
  readonly releaseKey: string | null;
  /** Loads electron-updater when it is needed first. */
  readonly load: () => Promise<{ readonly createElectronUpdater: typeof createElectronUpdater }>;
}

/** Newer versions by electron-updater; where that cannot be, an updater that says why. Nothing is asked of the network here. */
export function createUpdater(options: UpdaterOptions): Updater {
  const { electron, platform, releaseKey } = options;
  const address = updateAddress(options.resourcesDirectory);
  const unavailable = whyNot(options, address);
  if (unavailable !== null || address === null || releaseKey === null) return noUpdater(unavailable ?? 'no-address');

  let loading: Promise<ReturnType<typeof createElectronUpdater>> | null = null;
  let loaded: ReturnType<typeof createElectronUpdater> | null = null;
  /** The end of the app that `install` asked for. */
  let leaving: { install: (() => void) | null; readonly onVeto: () => void } | null = null;
  electron.app.on('quit', (_event, exitCode) => {
    // An end that was none in order: what is there now is known to work.
    if (exitCode === 0) leaving?.install?.();
  });
  onStayingPage(electron.app, () => {
    const vetoed = leaving;
    leaving = null;
    vetoed?.onVeto();
  });
  const engine = (): NonNullable<typeof loading> => {
    loading ??= (async () => {
      confineUpdates(electron.session, address);
      const { createElectronUpdater: create } = await options.load();
      const made = create({
        platform,
        url: address,
        publicKey: releaseKey,
        quit: () => electron.app.quit(),
        onQuit: (listener) => {
          if (leaving !== null) leaving.install = listener;
        },
      });
      loaded = made;
      return made;
    })();
    return loading;
  };
  return {
    unavailable: null,
    check: async (signal) => (await engine()).check(signal),
    download: async (onProgress, signal) => (await engine()).download(onProgress, signal),
    install: (onVeto) => {
      if (loaded === null) return;
      leaving = { install: null, onVeto };
      loaded.install();
    },
  };
}

/** Calls the listener when a page was asked to go and stays, because its person said so: a quit ends there. Of every window that is made from here on. */
function onStayingPage(app: Pick<ElectronApi['app'], 'on'>, listener: () => void): void {
  app.on('web-contents-created', (_created, contents) => {
    contents.on('will-prevent-unload', (event) => {
      // The windows ask the person in listeners of their own, which come behind this one.
      queueMicrotask(() => {
        if (!event.defaultPrevented) listener();
      });
    });
  });
}

function whyNot(
  { electron, platform, appImage, resourcesDirectory, releaseKey }: UpdaterOptions,
  address: string | null,
): UpdatesUnavailable | null {
  if (!electron.app.isPackaged) return 'not-packaged';
  // Of the packages for Linux only this one is a file that its person may replace.
  if (platform === 'linux' && (appImage === null || packageType(resourcesDirectory) !== 'AppImage'))
    return 'package-manager';
  if (address === null) return 'no-address';
  return releaseKey === null ? 'no-key' : null;
}

/** What electron-builder wrote of `publish`: its address, where it is https; null: there is none. */
function updateAddress(resourcesDirectory: string): string | null {
  let text: string;
  try {
    text = readFileSync(join(resourcesDirectory, 'app-update.yml'), 'utf8');
  } catch {
    return null;
  }
  const address = /^url: ['"]?(https:\/\/[^\s'"]+)['"]?$/mu.exec(text)?.[1];
  return address !== undefined && URL.canParse(address) ? address : null;
}

/** electron-builder writes it into deb, rpm and pacman packages, and nothing into an AppImage. */
function packageType(resourcesDirectory: string): string {
  try {
    return readFileSync(join(resourcesDirectory, 'package-type'), 'utf8').trim();
  } catch {
    return 'AppImage';
  }
}

/** The session of electron-updater reaches the address of the releases and nothing else; every other right is refused, as everywhere. */
function confineUpdates(session: ElectronApi['session'], address: string): void {
  const place = new URL(address.replace(/\/*$/u, '/'));
  const own = session.fromPartition(UPDATE_PARTITION, { cache: false });
  secureSession(own, false, (url) => url.startsWith(place.href));
}
