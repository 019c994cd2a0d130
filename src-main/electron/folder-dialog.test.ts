import { expect, it } from 'vitest';
import { createFolderDialog } from './folder-dialog.ts';
import { RecordedContents, RecordedWindow, RecordingElectron } from './testing/recording-electron.ts';

it('asks for a folder only, leaves no trace among recent documents, and takes no for no', async () => {
  const { dialog } = new RecordingElectron();
  const choose = createFolderDialog({ dialog }, () => null);
  dialog.nextFolder = '/media/anna/stick';
  expect(await choose()).toBe('/media/anna/stick');
  dialog.nextFolder = null;
  expect(await choose()).toBeNull();
  expect(dialog.folders).toHaveLength(2);
  for (const { properties } of dialog.folders) {
    expect(properties).toContain('openDirectory');
    expect(properties).toContain('dontAddToRecent');
    expect(properties).not.toContain('openFile');
    expect(properties).not.toContain('multiSelections');
  }
});

it('stands before its window', async () => {
  const { dialog } = new RecordingElectron();
  const window = new RecordedWindow({}, new RecordedContents(1));
  await createFolderDialog({ dialog }, () => window)();
  expect(dialog.parents).toEqual([window]);
});
