import type { Editor } from '@tiptap/core';
import { useLayoutEffect, useRef } from 'react';
import { MenuAtPoint } from '../../components/choice-menu.tsx';
import { copyText } from '../../components/copy-text.ts';
import { useLanguage } from '../../intl/language.ts';
import { useModel } from '../../shell/model-context.tsx';
import type { AskedLink } from './create-editor.ts';

interface LinkMenuProps {
  readonly editor: Editor;
  readonly asked: AskedLink;
  readonly onOpen: () => void;
  readonly onClose: () => void;
}

/** What can be done with a link in a text, beside it. The system's own menu knows of no link here: it is drawn without one. */
export function LinkMenu({ editor, asked: { address, at }, onOpen, onClose }: LinkMenuProps) {
  const { notices } = useModel();
  const { say } = useLanguage();

  const opens = useRef<(() => void) | null>(null);

  // React Aria gives the focus back to the text's element; the caret in it is ProseMirror's to put. A dialog begins from there, and so comes back to it.
  useLayoutEffect(
    () => () => {
      const open = opens.current;
      requestAnimationFrame(() => {
        if (editor.isDestroyed) return;
        editor.view.focus();
        open?.();
      });
    },
    [editor],
  );

  async function copy(): Promise<void> {
    const isCopied = await copyText(address);
    if (isCopied) notices.announce(say('linkMenu.copied'));
    else notices.show({ tone: 'problem', text: (spoken) => spoken.say('linkMenu.notCopied'), action: null });
  }

  return (
    <MenuAtPoint
      at={at}
      label={say('linkMenu.label')}
      groups={[
        [
          {
            id: 'open',
            label: say('linkMenu.open'),
            shortcut: { key: 'Enter', alt: true },
            perform: () => (opens.current = onOpen),
          },
          { id: 'copy', label: say('linkMenu.copy'), perform: () => void copy() },
        ],
      ]}
      onClose={onClose}
    />
  );
}
