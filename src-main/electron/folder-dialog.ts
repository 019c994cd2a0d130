import type { HostDialog } from './electron-api.ts';

/** Asks for a folder of the person's. The page has no part in it: it can neither name one nor see which there are. */
export function createFolderDialog({
  dialog,
}: {
  readonly dialog: Pick<HostDialog, 'showOpenDialog'>;
}): () => Promise<string | null> {
  return async () => {
    const { canceled, filePaths } = await dialog.showOpenDialog({
      properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
    });
    const [path] = filePaths;
    return canceled || path === undefined || path === '' ? null : path;
  };
}
