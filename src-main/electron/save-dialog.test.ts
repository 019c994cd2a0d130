import { describe, expect, it } from 'vitest';
import { createSaveDialog } from './save-dialog.ts';
import { RecordedContents, RecordedWindow, RecordingElectron } from './testing/recording-electron.ts';

describe('the dialog for a copy', () => {
  it('offers the name, leaves no trace among recent documents, and takes no for no', async () => {
    const { dialog } = new RecordingElectron();
    const choose = createSaveDialog({ dialog }, () => null);
    const answers: (string | null)[] = [];
    for (const path of ['/home/anna/notes.txt', null, '']) {
      dialog.nextPath = path;
      answers.push(await choose('notes.txt'));
    }
    expect(answers).toEqual(['/home/anna/notes.txt', null, null]);
    expect(dialog.saves[0]).toMatchObject({ defaultPath: 'notes.txt' });
    expect(dialog.saves[0]?.properties).toContain('dontAddToRecent');
  });

  it('stands before its window, as long as there is one', async () => {
    const { dialog } = new RecordingElectron();
    const window = new RecordedWindow({}, new RecordedContents(1));
    const choose = createSaveDialog({ dialog }, () => window);
    await choose('a');
    window.destroy();
    await choose('a');
    expect(dialog.parents).toEqual([window, null]);
  });

  it.each([
    ['../../.ssh/config', 'ssh config'],
    ['C:\\Windows\\win.ini', 'C Windows win.ini'],
    ['', 'file'],
    ['con', 'file con'],
    ['Daygrove archive 2026-11-22.zip', 'Daygrove archive 2026-11-22.zip'],
  ])('offers for %j the plain name %j', async (name, offered) => {
    const { dialog } = new RecordingElectron();
    await createSaveDialog({ dialog }, () => null)(name);
    expect(dialog.saves.map(({ defaultPath }) => defaultPath)).toEqual([offered]);
  });
});
