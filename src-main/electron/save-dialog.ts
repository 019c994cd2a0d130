import type { SaveDialogOptions } from 'electron';
import { fileNameOf } from '../session/save-attachment.ts';
import type { DialogParent, HostDialog } from './electron-api.ts';

/** Asks where a copy is to be written. It is the person's own choice, and outside of the vault from then on: nothing is remembered of it. */
export function createSaveDialog(
  { dialog }: { readonly dialog: Pick<HostDialog, 'showSaveDialog'> },
  windowOf: () => DialogParent | null,
): (name: string) => Promise<string | null> {
  return async (name) => {
    const options: SaveDialogOptions = {
      // A folder in a name, however it came there, is no place that the person chose.
      defaultPath: fileNameOf(name),
      // Recent documents would name it in the system's own menus.
      properties: ['dontAddToRecent', 'createDirectory', 'showOverwriteConfirmation'],
    };
    const window = windowOf();
    const { canceled, filePath } = await (window === null || window.isDestroyed()
      ? dialog.showSaveDialog(options)
      : dialog.showSaveDialog(window, options));
    return canceled || filePath === '' ? null : filePath;
  };
}
