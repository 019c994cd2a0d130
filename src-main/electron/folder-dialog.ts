import type { OpenDialogOptions } from 'electron';
import type { DialogParent, HostDialog } from './electron-api.ts';

/** Asks for a folder of the person's. The page has no part in it: it can neither name one nor see which there are. */
export function createFolderDialog(
  { dialog }: { readonly dialog: Pick<HostDialog, 'showOpenDialog'> },
  windowOf: () => DialogParent | null,
): () => Promise<string | null> {
  return async () => {
    const options: OpenDialogOptions = { properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'] };
    const window = windowOf();
    const { canceled, filePaths } = await (window === null || window.isDestroyed()
      ? dialog.showOpenDialog(options)
      : dialog.showOpenDialog(window, options));
    const [path] = filePaths;
    return canceled || path === undefined || path === '' ? null : path;
  };
}
