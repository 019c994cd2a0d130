import type { BrowserLanguage } from '../../src-shared/intl/choose-language.ts';
import type { HostApplication } from './electron-api.ts';

interface ChromiumLanguageOptions {
  readonly commandLine: HostApplication['commandLine'];
  readonly platform: NodeJS.Platform;
  /** Of this process; changed until the answer is called. */
  readonly environment: NodeJS.ProcessEnv;
  readonly language: BrowserLanguage;
}

/**
 * Chromium's own words, and its fields for a date or a time, in the language of the person. Before Electron is ready, and once: it does not
 * change as long as the app runs. Answers what is to be called when Electron is ready.
 *
 * Electron hands the switch on to GLib as LC_ALL on Linux, but there LANGUAGE goes before it, and many desktops set that. What the app
 * starts later, a browser for a link, gets the person's own again.
 */
export function speakInChromium({ commandLine, platform, environment, language }: ChromiumLanguageOptions): () => void {
  commandLine.appendSwitch('lang', language);
  if (platform === 'darwin' || platform === 'win32') return () => {};
  const before = environment['LANGUAGE'];
  environment['LANGUAGE'] = language.replace('-', '_');
  return () => {
    if (before === undefined) delete environment['LANGUAGE'];
    else environment['LANGUAGE'] = before;
  };
}
