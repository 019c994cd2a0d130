import type { Editor } from '@tiptap/core';
import type { Language } from '../../intl/language.ts';
import type { Model } from '../../shell/model.ts';
import { addressOf, altOf } from './address.ts';
import { isPicture } from './prepare.ts';

interface Place {
  readonly id: string;
  readonly day: string;
  readonly files: readonly File[];
  /** null: its entry is not on screen any more. */
  readonly editor: () => Editor | null;
}

type Needs = Pick<Model, 'attachments' | 'client' | 'entries' | 'notices'>;

/**
 * Takes pictures into the vault, one after the other, and puts each where the caret stands; where the entry has left the screen meanwhile, at the end of its text.
 * What cannot be taken is named, and does not stop the rest.
 */
export async function addPictures(
  { attachments, client, entries, notices }: Needs,
  { say, sayError }: Language,
  { id, day, files, editor }: Place,
): Promise<void> {
  if (files.length === 0) return;
  notices.announce(say('photo.adding', { count: files.length }));
  const problem = (text: string): void => notices.show({ tone: 'problem', text, action: null });
  let added = 0;
  for (const file of files) {
    if (!isPicture(file.type)) {
      problem(say('photo.notAPicture', { name: file.name }));
      continue;
    }
    const result = await attachments.add(file);
    if (!result.ok) {
      const { name } = file;
      if (result.error.code === 'vault-locked') return;
      problem(
        result.error.code === 'too-large'
          ? say('photo.tooLarge', { name })
          : say('photo.notAdded', { name, reason: sayError(result.error) }),
      );
      continue;
    }
    added += 1;
    const src = addressOf(result.value.id);
    const alt = altOf(file.name).replaceAll(/[[\]\\\n]/gu, ' ');
    const shown = editor();
    if (shown !== null) {
      const { state, view } = shown;
      const node = state.schema.nodes['image']!.create({ src, alt });
      view.dispatch(state.tr.replaceSelectionWith(node, false).scrollIntoView());
      continue;
    }
    const found = await client.invoke('entries.get', { id });
    const body = found.ok ? `${found.value.body}\n\n` : '';
    entries.edit(id, found.ok ? found.value.day : day, { body: `${body}![${alt}](${src})` });
    await entries.autosave.flush(id);
  }
  if (added > 0) notices.announce(say('photo.added', { count: added }));
}
