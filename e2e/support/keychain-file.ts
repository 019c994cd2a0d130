import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** See `src-main/browser-host/stand-in-keychain.ts`. */
export type KeychainMode = 'well' | 'gone' | 'plain-text' | 'rubbish' | 'short' | 'hanging';

/** Where the stand-in of a profile's browser host lies. */
export function keychainFile(profile: string): string {
  return join(dirname(profile), 'keychain-stand-in.json');
}

/** What it does from now on. */
export function setKeychain(profile: string, mode: KeychainMode): void {
  const path = keychainFile(profile);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify({ ...before(path), mode }));
}

/** It is another one from now on: of another account, or reset. */
export function changeKeychain(profile: string): void {
  writeFileSync(keychainFile(profile), JSON.stringify({ mode: 'well' }));
}

function before(path: string): object {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as object;
  } catch {
    return {};
  }
}
