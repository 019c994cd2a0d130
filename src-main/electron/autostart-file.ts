import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { StartAtLogin } from '../host.ts';

const FILE_NAME = 'daygrove.desktop';

/**
 * One argument of `Exec`, as the Desktop Entry Specification 1.5 has it: in double quotes, with a backslash before what those mean something to, all backslashes doubled once
 * more because the value is a string, and a percent sign twice, which would be a field code.
 */
export function execArgument(argument: string): string {
  const quoted = argument.replaceAll(/["`$\\]/gu, (sign) => `\\${sign}`);
  return `"${quoted.replaceAll('\\', '\\\\').replaceAll('%', '%%')}"`;
}

export function autostartEntry(command: readonly string[]): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Daygrove',
    'Comment=Private journal and habit tracker',
    `Exec=${command.map(execArgument).join(' ')}`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
}

/** Whether a desktop would start what the file names. Desktops switch it off by a key of their own, and leave the file. */
function isEnabled(text: string): boolean {
  return !/^(?:Hidden\s*=\s*true|X-GNOME-Autostart-enabled\s*=\s*false)\s*$/imu.test(text);
}

/**
 * The list of what starts at a login, as Linux desktops have it: a file a program (Desktop Application Autostart Specification). `command`: full path of the program, then its
 * arguments. One that stands there for another place of the program (an AppImage that was moved) is not ours any more, and is written anew when it is switched on.
 */
export function createAutostartFile(folder: string, command: readonly string[]): StartAtLogin {
  const path = join(folder, FILE_NAME);
  const entry = autostartEntry(command);
  const exec = entry.split('\n').find((line) => line.startsWith('Exec='));
  return {
    async isOn() {
      try {
        const text = await readFile(path, 'utf8');
        return isEnabled(text) && text.split('\n').some((line) => line === exec);
      } catch {
        return false;
      }
    },
    async set(isOn) {
      // A line break would be another line of the entry.
      if (command.some((argument) => /[\n\r\0]/u.test(argument))) throw new Error('no desktop file can hold this path');
      if (!isOn) {
        await rm(path, { force: true });
        return;
      }
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(`${path}.new`, entry, { mode: 0o600 });
      await rename(`${path}.new`, path);
    },
  };
}
