import type { NodeViewRenderer } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Image } from '../editor/schema.ts';
import { attachmentIdOf } from './address.ts';
import type { Attachments } from './attachments-store.ts';

export interface PhotoWords {
  readonly photo: string;
  /** Not on this device (yet). */
  readonly missing: string;
  /** An address elsewhere, which is never fetched. */
  readonly elsewhere: string;
}

interface PhotoOptions {
  readonly attachments: Attachments;
  readonly words: PhotoWords;
  readonly onOpen: (id: string) => void;
}

/** A picture in a text, drawn by hand from the vault. */
function photoView({ attachments, words, onOpen }: PhotoOptions): NodeViewRenderer {
  return ({ node }) => {
    const dom = document.createElement('span');
    dom.dataset['photo'] = '';
    dom.setAttribute('role', 'img');
    const canvas = document.createElement('canvas');
    const note = document.createElement('span');
    let shown = node;
    let drawnId: string | null = null;
    let isGone = false;

    const describe = ({ attrs }: Node): string => String(attrs['alt']) || words.photo;
    const say = (text: string): void => {
      canvas.remove();
      note.textContent = text;
      if (note.parentElement === null) dom.append(note);
    };
    const show = (bitmap: ImageBitmap): void => {
      canvas.width = bitmap.width;
      canvas.height = bitmap.height;
      canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
      dom.dataset['state'] = 'shown';
      note.remove();
      dom.append(canvas);
    };
    // While the pointer is there: always there, a screen reader would say it behind the name, which is the same.
    dom.addEventListener('pointerenter', () => (dom.title = String(shown.attrs['alt'])));
    dom.addEventListener('pointerleave', () => dom.removeAttribute('title'));
    const draw = async (): Promise<void> => {
      const id = attachmentIdOf(String(shown.attrs['src']));
      dom.setAttribute('aria-label', describe(shown));
      if (id === null) {
        dom.dataset['state'] = 'elsewhere';
        say(`${describe(shown)} · ${words.elsewhere}`);
        return;
      }
      if (id === drawnId) return;
      drawnId = id;
      // At once, where it is there: drawn a moment later it would push the text down.
      const known = attachments.drawn(id)?.bitmap ?? null;
      if (known !== null) {
        show(known);
        return;
      }
      const found = await attachments.thumbnail(id);
      if (isGone || drawnId !== id) return;
      if (!found.ok || found.value.bitmap === null) {
        drawnId = null;
        dom.dataset['state'] = 'missing';
        say(`${describe(shown)} · ${words.missing}`);
        return;
      }
      const { bitmap } = found.value;
      show(bitmap);
    };
    dom.addEventListener('dblclick', () => {
      const id = attachmentIdOf(String(shown.attrs['src']));
      if (id !== null) onOpen(id);
    });
    const stop = attachments.arrived.subscribe(() => void draw());
    void draw();
    return {
      dom,
      update(next) {
        if (next.type !== shown.type) return false;
        shown = next;
        void draw();
        return true;
      },
      selectNode: () => (dom.dataset['selected'] = ''),
      deselectNode: () => delete dom.dataset['selected'],
      ignoreMutation: () => true,
      destroy() {
        isGone = true;
        stop();
      },
    };
  };
}

/** Pictures that are drawn, and opened by a double click or by Enter where they are chosen. */
export function photos(options: PhotoOptions): typeof Image {
  return Image.extend({
    addNodeView: () => photoView(options),
    addKeyboardShortcuts() {
      return {
        Enter: () => {
          const { selection } = this.editor.state;
          const node = 'node' in selection ? (selection.node as Node) : null;
          const id = node?.type.name === this.name ? attachmentIdOf(String(node.attrs['src'])) : null;
          if (id !== null) options.onOpen(id);
          return id !== null;
        },
      };
    },
  });
}
