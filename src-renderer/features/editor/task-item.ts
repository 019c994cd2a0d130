import { InputRule } from '@tiptap/core';
import type { NodeViewRenderer } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Item } from './schema.ts';

/** An item with its box: drawn by hand, because a React view for each item of a long list costs what typing must not cost. */
function itemView(label: string): NodeViewRenderer {
  return ({ node, getPos, editor, view }) => {
    const dom = document.createElement('li');
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.contentEditable = 'false';
    box.setAttribute('aria-label', label);
    const contentDOM = document.createElement('div');
    const draw = ({ attrs }: Node): void => {
      const checked = attrs['checked'] as boolean | null;
      if (checked === null) {
        delete dom.dataset['checked'];
        box.remove();
      } else {
        dom.dataset['checked'] = String(checked);
        box.checked = checked;
        if (box.parentElement === null) dom.prepend(box);
      }
    };
    // The caret stays where it is.
    box.addEventListener('mousedown', (event) => event.preventDefault());
    box.addEventListener('change', () => {
      const position = getPos();
      if (position === undefined || !editor.isEditable) return;
      view.dispatch(view.state.tr.setNodeAttribute(position, 'checked', box.checked));
    });
    dom.append(contentDOM);
    draw(node);
    return {
      dom,
      contentDOM,
      update: (next) => {
        if (next.type !== node.type) return false;
        draw(next);
        return true;
      },
      stopEvent: (event) => event.target === box,
      ignoreMutation: (mutation) => mutation.type !== 'selection' && !contentDOM.contains(mutation.target),
    };
  };
}

/** List items that may be tasks: `[ ] ` at the beginning makes one, Mod+Enter ticks it. */
export function taskItems(label: string): typeof Item {
  return Item.extend({
    addNodeView: () => itemView(label),
    addKeyboardShortcuts() {
      const current = (): boolean | null => {
        const { $from } = this.editor.state.selection;
        for (let depth = $from.depth; depth > 0; depth -= 1) {
          if ($from.node(depth).type.name === this.name) return $from.node(depth).attrs['checked'] as boolean | null;
        }
        return null;
      };
      return {
        ...this.parent?.(),
        Enter: () => this.editor.commands.splitListItem(this.name, { checked: current() === null ? null : false }),
        'Mod-Enter': () => this.editor.commands.updateAttributes(this.name, { checked: !(current() ?? false) }),
        Tab: () => this.editor.commands.sinkListItem(this.name),
        'Shift-Tab': () => this.editor.commands.liftListItem(this.name),
      };
    },
    addInputRules() {
      return [
        new InputRule({
          find: /^\s*\[( |x|X)?\]\s$/u,
          handler: ({ range, match, chain, state }) => {
            const checked = match[1]?.toLowerCase() === 'x';
            const $from = state.doc.resolve(range.from);
            const isItem = $from.depth > 1 && $from.node(-1).type.name === this.name;
            const steps = chain().deleteRange(range);
            (isItem ? steps : steps.toggleBulletList()).updateAttributes(this.name, { checked }).run();
          },
        }),
      ];
    },
  });
}
