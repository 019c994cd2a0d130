import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { EditorState } from '@tiptap/pm/state';
import type { Attachment } from '../../../src-shared/contract/attachments.ts';
import type { Language, Wording } from '../../intl/language.ts';
import type { Model } from '../../shell/model.ts';
import { addressOf, altOf } from './address.ts';

interface Place {
  readonly id: string;
  readonly day: string;
  readonly files: readonly File[];
  /** null: its entry is not on screen any more. */
  readonly editor: () => Editor | null;
}

type Needs = Pick<Model, 'attachments' | 'client' | 'entries' | 'notices'>;

/** What Markdown would read as something else than a name. */
function plainName(name: string): string {
  return name.replaceAll(/[[\]\\\n]/gu, ' ').trim();
}

/** A picture in a text, or a link to a file of another kind. */
function nodeFor({ schema }: EditorState, { id, name, width }: Attachment): Node {
  const src = addressOf(id);
  if (width !== null) return schema.nodes['image']!.create({ src, alt: plainName(altOf(name)) });
  return schema.nodes['file']!.create({ src, name: plainName(name) || id });
}

/**
 * Takes files into the vault, one after the other, and puts each where the caret stands; where the entry has left the screen meanwhile, at the end of its text.
 * What cannot be taken is named, and does not stop the rest.
 */
export async function addFiles(
  { attachments, client, entries, notices }: Needs,
  { say }: Language,
  { id, day, files, editor }: Place,
): Promise<void> {
  if (files.length === 0) return;
  notices.announce(say('photo.adding', { count: files.length }));
  const problem = (text: Wording): void => notices.show({ tone: 'problem', text, action: null });
  let added = 0;
  for (const file of files) {
    if (file.size === 0) {
      problem((spoken) => spoken.say('photo.empty', { name: file.name }));
      continue;
    }
    const result = await attachments.add(file);
    if (!result.ok) {
      const { name } = file;
      if (result.error.code === 'vault-locked') return;
      const { error } = result;
      problem((spoken) =>
        error.code === 'too-large'
          ? spoken.say('photo.tooLarge', { name })
          : spoken.say('photo.notAdded', { name, reason: spoken.sayError(error) }),
      );
      continue;
    }
    added += 1;
    const shown = editor();
    if (shown !== null) {
      const { state, view } = shown;
      const node = nodeFor(state, result.value);
      view.dispatch(state.tr.replaceSelectionWith(node, false).scrollIntoView());
      // One goes on writing behind it.
      view.focus();
      continue;
    }
    const { id: attachment, name, width } = result.value;
    const found = await client.invoke('entries.get', { id });
    const body = found.ok ? `${found.value.body}\n\n` : '';
    entries.edit(id, found.ok ? found.value.day : day, {
      body:
        width === null
          ? `${body}[${plainName(name) || attachment}](${addressOf(attachment)})`
          : `${body}![${plainName(altOf(name))}](${addressOf(attachment)})`,
    });
    await entries.autosave.flush(id);
  }
  if (added > 0) notices.announce(say('photo.added', { count: added }));
}
