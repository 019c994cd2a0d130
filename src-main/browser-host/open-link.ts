import { spawn } from 'node:child_process';
import { externalAddress } from '../external-address.ts';

const COMMANDS: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ['open'],
  linux: ['xdg-open'],
  // Not `start`: that is the shell's, which would read signs of the address as its own.
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/** Hands an https address to the person's own browser; the page has asked before. Resolves to whether something took it. */
export function openLink(address: string): Promise<boolean> {
  const href = externalAddress(address);
  const [command, ...rest] = COMMANDS[process.platform] ?? [];
  if (href === null || command === undefined) return Promise.resolve(false);
  return new Promise((settle) => {
    const child = spawn(command, [...rest, href], { stdio: 'ignore', detached: true });
    child.once('error', () => settle(false));
    child.once('spawn', () => {
      child.unref();
      settle(true);
    });
  });
}
