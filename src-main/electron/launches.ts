import { LINK_SCHEME } from '../../src-shared/domain/habit-link.ts';
import { isLink } from '../../src-shared/domain/place-link.ts';
import type { App } from '../host.ts';
import { commandLineOf } from './arguments.ts';
import type { ElectronApi, HostApplication } from './electron-api.ts';

/** What a start, or a start while Daygrove runs, asks for beside being open. */
export interface Launch {
  /** As it came. */
  readonly link: string | null;
  readonly quickCapture: boolean;
}

/**
 * Reads it from a whole command line. The order is not relied on: Chromium changes that of a second start. `--open LINK` is what a person types; the system gives the link
 * alone. Behind `--` a link is one only where nothing else stands: several arguments are one that was broken up, and no part of that is trusted.
 */
export function launchOf(argv: readonly string[]): Launch {
  const { options, operands } = commandLineOf(argv);
  const handedOver = operands.length === 1 ? operands.find(isLink) : undefined;
  const asked = options.find((argument, at) => isLink(argument) || options[at - 1] === '--open');
  const joined = options.find((argument) => argument.startsWith('--open='))?.slice('--open='.length);
  return { link: handedOver ?? asked ?? joined ?? null, quickCapture: options.includes('--quick-capture') };
}

/** Calls the listener for each start while the app runs, and for each link that macOS hands over; what came before `attach` is given then, the newest only. */
export class Launches {
  #waiting: Launch | null = null;
  #listener: ((launch: Launch) => void) | null = null;

  constructor(app: Pick<HostApplication, 'on'>, first: Launch) {
    if (first.link !== null || first.quickCapture) this.#waiting = first;
    app.on('second-instance', (_event, argv) => this.#take(launchOf(argv)));
    app.on('open-url', (event, url) => {
      event.preventDefault();
      this.#take({ link: url, quickCapture: false });
    });
  }

  attach(listener: (launch: Launch) => void): void {
    this.#listener = listener;
    const waiting = this.#waiting;
    this.#waiting = null;
    if (waiting !== null) listener(waiting);
  }

  #take(launch: Launch): void {
    if (this.#listener === null) this.#waiting = launch;
    else this.#listener(launch);
  }
}

/** A launch leads somewhere, or else to the window as it is. */
export function followLaunch(app: Pick<App, 'openLink' | 'capture'>, focus: () => void): (launch: Launch) => void {
  return ({ link, quickCapture }) => {
    if (link !== null) app.openLink(link);
    else if (quickCapture) app.capture();
    else focus();
  };
}

/**
 * Tells the system that our links are ours. Only a package does: a copy that a developer starts would take them from it. On Linux the package's desktop file says so
 * (`x-scheme-handler/daygrove`); a portable program of Windows is unpacked to another place with each start, so the system is told of the file that was started.
 */
export function claimLinks(
  app: ElectronApi['app'],
  platform: NodeJS.Platform,
  executable: string,
  environment: NodeJS.ProcessEnv,
): void {
  if (!app.isPackaged) return;
  if (platform === 'darwin') app.setAsDefaultProtocolClient(LINK_SCHEME);
  if (platform !== 'win32') return;
  // Behind `--` nothing of a link is read as a switch.
  app.setAsDefaultProtocolClient(LINK_SCHEME, environment['PORTABLE_EXECUTABLE_FILE'] ?? executable, ['--']);
}
