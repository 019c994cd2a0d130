import type { Editor } from '@tiptap/core';
import { BookPlus, EyeOff } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import { Menu, MenuItem, MenuSection, Popover } from 'react-aria-components';
import { useLanguage } from '../../intl/language.ts';
import { useModel } from '../../shell/model-context.tsx';
import styles from './spelling-menu.module.css';
import { replaceWord } from './spelling-marks.ts';
import type { AskedWord } from './spelling-marks.ts';

interface SpellingMenuProps {
  readonly editor: Editor;
  readonly asked: AskedWord;
  readonly onClose: () => void;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where a word stands in the window; its first line where it is broken over two. */
function boxOf({ view }: Editor, { from, to }: AskedWord): Box {
  const start = view.coordsAtPos(from, 1);
  const end = view.coordsAtPos(to, -1);
  const { left, top, bottom } = start;
  const width = end.top === start.top ? end.right - left : view.dom.getBoundingClientRect().right - left;
  return { left, top, width, height: bottom - top };
}

/** What may be done with a misspelt word, beside it. */
export function SpellingMenu({ editor, asked, onClose }: SpellingMenuProps) {
  const { notices, showProblem, spelling } = useModel();
  const { say } = useLanguage();
  const anchor = useRef<HTMLSpanElement>(null);
  const [box] = useState(() => boxOf(editor, asked));
  const { word, suggestions } = asked;

  // React Aria gives the focus back to the text's element; the caret in it is ProseMirror's to put.
  useLayoutEffect(
    () => () => {
      requestAnimationFrame(() => {
        if (!editor.isDestroyed) editor.view.focus();
      });
    },
    [editor],
  );

  async function add(): Promise<void> {
    const error = await spelling.add(word);
    if (error === null) notices.announce(say('spelling.added', { word }));
    else showProblem(error);
  }

  return (
    <>
      <span ref={anchor} className={styles['anchor']} style={box} aria-hidden="true" data-asked="" />
      <Popover
        className={styles['popover'] ?? ''}
        triggerRef={anchor}
        isOpen
        onOpenChange={(isOpen) => {
          if (!isOpen) onClose();
        }}
        placement="bottom start"
        offset={6}
        aria-label={say('spelling.menu', { word })}
      >
        <Menu
          className={styles['menu'] ?? ''}
          aria-label={say('spelling.menu', { word })}
          autoFocus="first"
          onClose={onClose}
        >
          <MenuSection className={styles['suggestions'] ?? ''} aria-label={say('spelling.suggestions')}>
            {suggestions.length === 0 ? (
              <MenuItem id="none" isDisabled textValue={say('spelling.noSuggestion')} className={styles['item'] ?? ''}>
                {say('spelling.noSuggestion')}
              </MenuItem>
            ) : (
              suggestions.map((suggestion) => (
                <MenuItem
                  key={suggestion}
                  id={`suggestion ${suggestion}`}
                  textValue={suggestion}
                  className={styles['item'] ?? ''}
                  onAction={() => replaceWord(editor.view, asked, suggestion)}
                >
                  <b>{suggestion}</b>
                </MenuItem>
              ))
            )}
          </MenuSection>
          <MenuSection className={styles['others'] ?? ''} aria-label={say('spelling.others')}>
            <MenuItem
              id="add"
              textValue={say('spelling.add')}
              className={styles['item'] ?? ''}
              onAction={() => void add()}
            >
              <BookPlus aria-hidden="true" />
              {say('spelling.add')}
            </MenuItem>
            <MenuItem
              id="ignore"
              textValue={say('spelling.ignore')}
              className={styles['item'] ?? ''}
              onAction={() => spelling.ignore(word)}
            >
              <EyeOff aria-hidden="true" />
              {say('spelling.ignore')}
            </MenuItem>
          </MenuSection>
        </Menu>
      </Popover>
    </>
  );
}
