import { resolve } from 'node:path';
import { isLink } from '../../src-shared/domain/place-link.ts';
import type { App } from '../host.ts';
import { kindOf } from '../session/opened-file-session.ts';
import { commandLineOf, isFlagWithValue } from './arguments.ts';
import type { HostApplication } from './electron-api.ts';

/**
 * The file that a desktop gave to the program: the last of its arguments that names a file of Daygrove's own. `file:` addresses too, which some desktops give. Behind `--`
 * everything names a file, unless a link begins there: what stands beside that was broken off it, and names whatever its author likes.
 * @param directory where a path that is not absolute begins
 * @returns an absolute path; null: there is none
 */
export function openedFile(argv: readonly string[], directory: string): string | null {
  const { options, operands } = commandLineOf(argv);
  const named = options.filter(
    (argument, at) => !argument.startsWith('-') && !(at > 0 && isFlagWithValue(options[at - 1] ?? '')),
  );
  if (!operands.some(isLink)) named.push(...operands);
  const path = named.map(pathOf).findLast((candidate) => candidate !== null && kindOf(candidate) !== null);
  return path == null ? null : resolve(directory, path);
}

/** Of an address, only that of a file on this machine is a path. */
function pathOf(argument: string): string | null {
  if (!/^[a-z][a-z\d+.-]+:/iu.test(argument)) return argument;
  try {
    const url = new URL(argument);
    if (url.protocol !== 'file:' || url.hostname !== '') return null;
    const path = decodeURIComponent(url.pathname);
    // file:///C:/… on Windows.
    return path.replace(/^\/(?=[a-z]:\/)/iu, '');
  } catch {
    return null;
  }
}

/**
 * Listens, from before Electron is ready, for files that the person opens with Daygrove: by this start's arguments, by those of a second start, or, on macOS, by the system's word.
 * @returns the function that gives them to the app: the newest that came until then, and each that comes
 */
export function receiveOpenedFiles(
  electronApp: Pick<HostApplication, 'on'>,
  argv: readonly string[],
  directory: string,
): (app: Pick<App, 'openFile'>) => void {
  let waiting = openedFile(argv, directory);
  let give = (path: string): void => {
    waiting = path;
  };
  electronApp.on('second-instance', (_event, others, itsDirectory) => {
    const path = openedFile(others, itsDirectory);
    if (path !== null) give(path);
  });
  electronApp.on('open-file', (event, path) => {
    event.preventDefault();
    give(path);
  });
  return (app) => {
    give = (path) => void app.openFile(path);
    if (waiting !== null) give(waiting);
  };
}
