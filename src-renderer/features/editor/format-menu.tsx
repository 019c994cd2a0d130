import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { BubbleMenu } from '@tiptap/react/menus';
import { Bold, Code, Heading, Italic, Link, List, ListChecks, Quote, Strikethrough } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import type { MessageId } from '../../intl/en.ts';
import { useLanguage } from '../../intl/language.ts';
import { useModel } from '../../shell/model-context.tsx';
import { keyAlongLine } from '../../intl/direction.ts';
import styles from './format-menu.module.css';

interface Format {
  readonly name: MessageId;
  readonly icon: LucideIcon;
  readonly isOn: (editor: Editor) => boolean;
  readonly perform: (editor: Editor) => void;
}

const FORMATS: readonly Format[] = [
  {
    name: 'editor.bold',
    icon: Bold,
    isOn: (editor) => editor.isActive('bold'),
    perform: (editor) => editor.chain().focus().toggleBold().run(),
  },
  {
    name: 'editor.italic',
    icon: Italic,
    isOn: (editor) => editor.isActive('italic'),
    perform: (editor) => editor.chain().focus().toggleItalic().run(),
  },
  {
    name: 'editor.strike',
    icon: Strikethrough,
    isOn: (editor) => editor.isActive('strike'),
    perform: (editor) => editor.chain().focus().toggleStrike().run(),
  },
  {
    name: 'editor.code',
    icon: Code,
    isOn: (editor) => editor.isActive('code'),
    perform: (editor) => editor.chain().focus().toggleCode().run(),
  },
  {
    name: 'editor.heading',
    icon: Heading,
    isOn: (editor) => editor.isActive('heading'),
    perform: (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run(),
  },
  {
    name: 'editor.quote',
    icon: Quote,
    isOn: (editor) => editor.isActive('blockquote'),
    perform: (editor) => editor.chain().focus().toggleBlockquote().run(),
  },
  {
    name: 'editor.list',
    icon: List,
    isOn: (editor) => editor.isActive('bulletList'),
    perform: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    name: 'editor.tasks',
    icon: ListChecks,
    isOn: (editor) => editor.isActive('listItem', { checked: false }) || editor.isActive('listItem', { checked: true }),
    perform: (editor) => {
      const steps = editor.chain().focus();
      const isList = editor.isActive('listItem');
      const isTask = isList && editor.getAttributes('listItem')['checked'] !== null;
      (isList ? steps : steps.toggleBulletList())
        .updateAttributes('listItem', { checked: isTask ? null : false })
        .run();
    },
  },
];

/** A small bar over what is selected. Alt+F10 goes into it, Escape back. */
export function FormatMenu({ editor }: { readonly editor: Editor }) {
  const { route } = useModel();
  const { say } = useLanguage();
  const bar = useRef<HTMLDivElement>(null);
  const isOn = useEditorState({
    editor,
    selector: ({ editor: current }) => FORMATS.map((format) => format.isOn(current)),
    equalityFn: (one, other) => one.join() === other?.join(),
  });

  useEffect(() => {
    const text = editor.view.dom;
    const enter = (event: globalThis.KeyboardEvent): void => {
      const first = bar.current?.querySelector('button');
      if (event.key !== 'F10' || !event.altKey || editor.state.selection.empty || !first) return;
      event.preventDefault();
      first.focus();
    };
    text.addEventListener('keydown', enter);
    return () => text.removeEventListener('keydown', enter);
  }, [editor]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const buttons = [...(bar.current?.querySelectorAll('button') ?? [])];
    const index = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[keyAlongLine(event.key)];
    if (step !== undefined) buttons[(index + step + buttons.length) % buttons.length]?.focus();
    else if (event.key === 'Escape') editor.commands.focus();
    else return;
    event.preventDefault();
  };
  const askForLink = (): void => {
    const href = editor.getAttributes('link')['href'] as string | undefined;
    route.setState({
      overlay: {
        type: 'edit-link',
        address: href ?? '',
        onDone: (address) => {
          const steps = editor.chain().focus().extendMarkRange('link');
          if (address === '') steps.unsetMark('link').run();
          else steps.setMark('link', { href: address }).run();
        },
      },
    });
  };

  return (
    <BubbleMenu
      editor={editor}
      updateDelay={120}
      options={{ placement: 'top', offset: 8, flip: true, shift: { padding: 8 } }}
      shouldShow={({ editor: current, state }) =>
        current.isEditable &&
        !state.selection.empty &&
        !current.isActive('codeBlock') &&
        !current.isActive('verbatim') &&
        !current.isActive('image')
      }
      className={styles['place']}
    >
      <div
        ref={bar}
        role="toolbar"
        tabIndex={-1}
        aria-label={say('editor.format')}
        className={styles['bar']}
        onKeyDown={onKeyDown}
        data-testid="format-menu"
      >
        {FORMATS.map(({ name, icon: Icon, perform }, index) => (
          <button
            key={name}
            type="button"
            title={say(name)}
            aria-pressed={isOn[index] ?? false}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => perform(editor)}
          >
            <Icon aria-hidden="true" />
          </button>
        ))}
        <button
          type="button"
          title={say('editor.link')}
          aria-pressed={editor.isActive('link')}
          onMouseDown={(event) => event.preventDefault()}
          onClick={askForLink}
        >
          <Link aria-hidden="true" />
        </button>
      </div>
    </BubbleMenu>
  );
}
