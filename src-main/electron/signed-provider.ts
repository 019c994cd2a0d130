import { GenericProvider } from 'electron-updater/out/providers/GenericProvider.js';
import { getFileList, parseUpdateInfo } from 'electron-updater/out/providers/Provider.js';
import type { ProviderPlatform, ProviderRuntimeOptions } from 'electron-updater/out/providers/Provider.js';
import type { AppUpdater, UpdateInfo } from 'electron-updater';
import { isSignedRelease } from '../updates/release-signature.ts';
import { UpdateError } from '../updates/updater.ts';

export interface SignedProviderOptions {
  readonly provider: 'custom';
  /** https, where the list of releases and its files lie. */
  readonly url: string;
  /** PEM. */
  readonly publicKey: string;
}

/** Characters of a list of releases: it names a handful of files. */
const LONGEST_LIST = 200_000;

/** Beside the list; no way to another folder or another server. electron-builder puts spaces into the names for Windows. */
const FILE_NAME = /^[\w.+ -]+$/u;

/** The one kind of file that the updater of each system puts in place. */
const ENDINGS: Readonly<Record<ProviderPlatform, string>> = { darwin: '.zip', linux: '.AppImage', win32: '.exe' };

/** electron-updater's own way to a list of releases on a server, which takes none without our signature, and tells the server nothing about who asks. */
export class SignedProvider extends GenericProvider {
  readonly #options: SignedProviderOptions;
  readonly #platform: ProviderPlatform;

  constructor(options: SignedProviderOptions, updater: AppUpdater, runtime: ProviderRuntimeOptions) {
    super({ provider: 'generic', url: options.url }, updater, runtime);
    this.#options = options;
    this.#platform = runtime.platform;
  }

  /** What electron-updater would send with each request: a number that tells this computer from others. */
  override setRequestHeaders(): void {}

  override async getLatestVersion(): Promise<UpdateInfo> {
    const name = `${this.getDefaultChannelName()}.yml`;
    const place = new URL(name, this.#options.url.replace(/\/*$/u, '/'));
    const list = await this.httpRequest(place);
    if (list === null || list.length > LONGEST_LIST) throw new UpdateError('server');
    const signature = await this.#signature(new URL(`${place.href}.sig`));
    if (signature === null) throw new UpdateError('unsigned');
    if (!isSignedRelease(name, Buffer.from(list), signature, this.#options.publicKey))
      throw new UpdateError('wrong-signature');
    return this.#ownFiles(parseUpdateInfo(list, name, place));
  }

  /** The list with what this system installs and no other file: electron-updater takes what there is where it finds none that fits. */
  #ownFiles(info: UpdateInfo): UpdateInfo {
    const files = getFileList(info).filter(({ url }) => FILE_NAME.test(url) && url.endsWith(ENDINGS[this.#platform]));
    const [first] = files;
    if (first === undefined) throw new UpdateError('server');
    return { ...info, files, path: first.url, sha512: first.sha512 };
  }

  async #signature(place: URL): Promise<string | null> {
    try {
      return await this.httpRequest(place);
    } catch (error) {
      if ((error as { statusCode?: unknown }).statusCode === 404) return null;
      throw error;
    }
  }
}
