import { GenericProvider } from 'electron-updater/out/providers/GenericProvider.js';
import { parseUpdateInfo } from 'electron-updater/out/providers/Provider.js';
import type { ProviderRuntimeOptions } from 'electron-updater/out/providers/Provider.js';
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

/** electron-updater's own way to a list of releases on a server, which takes none without our signature, and tells the server nothing about who asks. */
export class SignedProvider extends GenericProvider {
  readonly #options: SignedProviderOptions;

  constructor(options: SignedProviderOptions, updater: AppUpdater, runtime: ProviderRuntimeOptions) {
    super({ provider: 'generic', url: options.url }, updater, runtime);
    this.#options = options;
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
    if (!isSignedRelease(Buffer.from(list), signature, this.#options.publicKey))
      throw new UpdateError('wrong-signature');
    return parseUpdateInfo(list, name, place);
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
