import type { HostDialog } from './electron-api.ts';

/** Asks where a copy is to be written. It is the person's own choice, and outside of the vault from then on: nothing is remembered of it. */
export function createSaveDialog({
  dialog,
}: {
  readonly dialog: Pick<HostDialog, 'showSaveDialog'>;
}): (name: string) => Promise<string | null> {
  return async (name) => {
    const { canceled, filePath } = await dialog.showSaveDialog({
      defaultPath: name,
      // Recent documents would name it in the system's own menus.
      properties: ['dontAddToRecent', 'createDirectory', 'showOverwriteConfirmation'],
    });
    return canceled || filePath === '' ? null : filePath;
  };
}
