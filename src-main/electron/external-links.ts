import { externalAddress } from '../external-address.ts';
import type { MessageBoxOptions } from 'electron';
import type { MainSay } from '../words.ts';
import type { DialogParent, HostDialog } from './electron-api.ts';

export interface ExternalLinksOptions {
  readonly say: MainSay;
  readonly shell: { openExternal(url: string): Promise<void> };
  readonly dialog: Pick<HostDialog, 'showMessageBox'>;
}

/**
 * The one way out to the browser. Asks first and shows the whole address, because an address can carry text away; while the question
 * is open, further links are dropped. Resolves to whether the browser was asked to open it.
 */
export function createExternalLinks(
  { shell, dialog, say }: ExternalLinksOptions,
  windowOf: () => DialogParent | null,
): (text: string) => Promise<boolean> {
  let asking = false;
  return async (text) => {
    const address = externalAddress(text);
    if (address === null || asking) return false;
    asking = true;
    try {
      const question: MessageBoxOptions = {
        type: 'question',
        message: say('link.message'),
        detail: address,
        buttons: [say('link.cancel'), say('link.open')],
        defaultId: 0,
        cancelId: 0,
        noLink: true,
      };
      const window = windowOf();
      const { response } = await (window === null || window.isDestroyed()
        ? dialog.showMessageBox(question)
        : dialog.showMessageBox(window, question));
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
