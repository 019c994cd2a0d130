import type { HostDialog } from './electron-api.ts';

/** The address as the browser would get it, or null where it is not one that may leave the app. */
export function externalAddress(text: string): string | null {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return null;
  }
  // A name and password in an address dress one host up as another: https://bank.example@evil.example.
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') return null;
  return url.href;
}

export interface ExternalLinksOptions {
  readonly shell: { openExternal(url: string): Promise<void> };
  readonly dialog: Pick<HostDialog, 'showMessageBox'>;
}

/**
 * The one way out to the browser. Asks first and shows the whole address, because an address can carry text away; while the question
 * is open, further links are dropped. Resolves to whether the browser was asked to open it.
 */
export function createExternalLinks({ shell, dialog }: ExternalLinksOptions): (text: string) => Promise<boolean> {
  let asking = false;
  return async (text) => {
    const address = externalAddress(text);
    if (address === null || asking) return false;
    asking = true;
    try {
      const { response } = await dialog.showMessageBox({
        type: 'question',
        message: 'Open this address in your browser?',
        detail: address,
        buttons: ['Cancel', 'Open'],
        defaultId: 0,
        cancelId: 0,
        noLink: true,
      });
      if (response !== 1) return false;
      await shell.openExternal(address);
      return true;
    } catch {
      // The system has no browser, or it refused: there is nothing the page could do about it.
      return false;
    } finally {
      asking = false;
    }
  };
}
