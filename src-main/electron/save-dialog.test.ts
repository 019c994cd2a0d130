import type { SaveDialogOptions } from 'electron';
import { expect, it } from 'vitest';
import { createSaveDialog } from './save-dialog.ts';

it('offers the name, leaves no trace among recent documents, and takes no for no', async () => {
  const asked: SaveDialogOptions[] = [];
  const answers = [
    { canceled: false, filePath: '/home/anna/notes.txt' },
    { canceled: true, filePath: '' },
    { canceled: false, filePath: '' },
  ];
  const choose = createSaveDialog({
    dialog: {
      showSaveDialog: (options) => {
        asked.push(options);
        return Promise.resolve(answers.shift()!);
      },
    },
  });
  expect([await choose('notes.txt'), await choose('notes.txt'), await choose('notes.txt')]).toEqual([
    '/home/anna/notes.txt',
    null,
    null,
  ]);
  expect(asked[0]).toMatchObject({ defaultPath: 'notes.txt' });
  expect(asked[0]?.properties).toContain('dontAddToRecent');
});
