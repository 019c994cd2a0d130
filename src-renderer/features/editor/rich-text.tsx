import type { Editor } from '@tiptap/core';
import { closeHistory, undoDepth } from '@tiptap/pm/history';
import { Selection } from '@tiptap/pm/state';
import { useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { addFiles as takeFiles } from '../attachments/add-files.ts';
import { attachmentIdOf } from '../attachments/address.ts';
import { photos } from '../attachments/photo-view.ts';
import { matches } from '../../../src-shared/actions/press.ts';
import { useLanguage } from '../../intl/language.ts';
import { useModel, useRoute, useSession } from '../../shell/model-context.tsx';
import { SpellingMenu } from '../spelling/spelling-menu.tsx';
import type { AskedWord } from '../spelling/spelling-marks.ts';
import { changeTo } from './apply-text.ts';
import { createEditor } from './create-editor.ts';
import type { AskedLink } from './create-editor.ts';
import { LinkMenu } from './link-menu.tsx';
import { hostOf } from './link-dialogs.tsx';
import { FormatMenu } from './format-menu.tsx';
import { insertMarkdown } from './insert-markdown.ts';
import type { ParsedMarkdown } from './markdown/parse.ts';
import { serializeMarkdown } from './markdown/serialize.ts';
import styles from './rich-text.module.css';

export interface RichTextHandle {
  /** The caret behind the last word, and that word on the screen. */
  focusEnd(): void;
  /** Puts Markdown where the caret stands, and the focus there; see `insertMarkdown`. */
  insert(markdown: string): void;
  /** Takes files into the vault and puts them where the caret stands. */
  addFiles(files: readonly File[]): void;
}

interface RichTextProps {
  readonly id: string;
  readonly day: string;
  /** Markdown. */
  readonly body: string;
  readonly label: string;
  readonly placeholder: string | undefined;
  /** Nothing is written here yet. */
  readonly isNew: boolean;
  readonly handle: RefObject<RichTextHandle | null>;
}

/** The text of one entry: Markdown outside, a page to write on inside. */
export function RichText({ id, day, body, label, placeholder, isNew, handle }: RichTextProps) {
  const model = useModel();
  const { attachments, client, entries, route, session, spelling, target } = model;
  const host = useSession((state) => state.info?.host ?? 'browser');
  const language = useLanguage();
  const { say } = language;
  const platform = useSession((state) => state.info?.platform ?? 'linux');
  const isTypewriter = useRoute((state) => state.typewriter);
  const place = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<Editor | null>(null);
  const [asked, setAsked] = useState<AskedWord | null>(null);
  const [askedLink, setAskedLink] = useState<AskedLink | null>(null);
  // What was begun here does not shrink under the hand that writes it.
  const [isRoomy] = useState(isNew);
  /** The same, before it is drawn: the focus may be asked for in the moment the entry appears. */
  const present = useRef<Editor | null>(null);
  const parsed = useRef<ParsedMarkdown | null>(null);
  /** The Markdown that the document stands for. */
  const shown = useRef('');
  const addFiles = useRef((_files: readonly File[]): void => {});
  const openAddress = useRef((_address: string): void => {});
  const latest = useRef({ body, day, host, isNew, platform, placeholder });
  useLayoutEffect(() => {
    latest.current = { body, day, host, isNew, platform, placeholder };
    openAddress.current = (address) => {
      const file = attachmentIdOf(address);
      if (file !== null) {
        route.setState({ overlay: { type: 'file', id: file } });
        return;
      }
      // Electron's main process asks by itself: it does not take the page's word for it.
      if (latest.current.host === 'electron' && hostOf(address) !== null)
        void client.invoke('app.open-link', { address });
      else route.setState({ overlay: { type: 'link', address } });
    };
    addFiles.current = (files) => void takeFiles(model, language, { id, day, files, editor: () => present.current });
  });

  useLayoutEffect(() => {
    if (place.current === null) return;
    const made: Editor = createEditor({
      element: place.current,
      label: '',
      placeholder: latest.current.placeholder,
      taskLabel: say('editor.task'),
      image: photos({
        attachments,
        words: { photo: say('photo.title'), missing: say('photo.missing'), elsewhere: say('photo.elsewhere') },
        onOpen: (first) => {
          const ids: string[] = [];
          made.state.doc.descendants((node) => {
            const found = node.type.name === 'image' ? attachmentIdOf(String(node.attrs['src'])) : null;
            if (found !== null && !ids.includes(found)) ids.push(found);
          });
          route.setState({ overlay: { type: 'photo', ids, first } });
        },
      }),
      onFiles: (files) => addFiles.current(files),
      spelling,
      onAskSpelling: setAsked,
      isTypewriter: () => route.getState().typewriter,
      onOpenLink: (address) => openAddress.current(address),
      onAskLink: setAskedLink,
      onBlur: () => void entries.autosave.flush(id),
      onUpdate: () => {
        const text = serializeMarkdown(made.state.doc, parsed.current);
        if (text === shown.current) return;
        shown.current = text;
        entries.edit(id, latest.current.day, { body: text });
      },
      onKeyDown: (event) => {
        // Nothing was ever written here: what is meant is the step before.
        const isUndo = matches({ key: 'z', mod: true }, event, latest.current.platform);
        if (!isUndo || !latest.current.isNew || undoDepth(made.state) > 0) return false;
        event.preventDefault();
        target.undo();
        return true;
      },
    });
    const kept = entries.editors.of(id);
    const text = latest.current.body;
    if (kept === null) {
      const change = changeTo(made.state, text);
      made.view.updateState(
        made.state.apply(change.transaction.setSelection(Selection.atStart(change.transaction.doc))),
      );
      parsed.current = change.parsed;
    } else {
      const state = kept.state.reconfigure({ plugins: made.state.plugins });
      parsed.current = kept.parsed;
      made.view.updateState(state);
    }
    shown.current = kept?.text ?? text;
    present.current = made;
    setEditor(made);
    return () => {
      // A lock has just thrown all of them away.
      if (parsed.current !== null && session.store.getState().vault?.state === 'unlocked') {
        entries.editors.keep(id, { state: made.state, parsed: parsed.current, text: shown.current });
      }
      present.current = null;
      made.destroy();
      setEditor(null);
      setAsked(null);
      setAskedLink(null);
    };
  }, [id, attachments, entries, route, session, spelling, target, say]);

  // A text that comes from elsewhere: merged, restored, read again.
  useLayoutEffect(() => {
    if (editor === null || editor.isDestroyed || body === shown.current) return;
    const change = changeTo(editor.state, body);
    parsed.current = change.parsed;
    shown.current = body;
    editor.view.dispatch(change.transaction);
  }, [body, editor]);

  useLayoutEffect(() => {
    editor?.view.dom.setAttribute('aria-label', label);
  }, [editor, label]);

  useImperativeHandle(
    handle,
    () => ({
      addFiles: (files) => addFiles.current(files),
      insert(markdown) {
        const view = present.current?.view;
        if (view === undefined) return;
        view.dispatch(closeHistory(insertMarkdown(view.state, markdown)));
        // What is typed next is a step of its own.
        view.dispatch(closeHistory(view.state.tr));
        view.focus();
      },
      focusEnd() {
        const view = present.current?.view;
        if (view === undefined) return;
        view.dispatch(view.state.tr.setSelection(Selection.atEnd(view.state.doc)));
        // Puts the caret there too: with the element's own `focus` the first keys of a fast hand would land before the text.
        view.focus();
        const { top, bottom } = view.dom.getBoundingClientRect();
        if (bottom > window.innerHeight) view.dom.scrollIntoView({ block: 'end' });
        else if (top < 0) view.dom.scrollIntoView({ block: 'nearest' });
      },
    }),
    [],
  );

  return (
    <>
      <div
        ref={place}
        className={styles['text']}
        data-roomy={isRoomy || undefined}
        data-typewriter={isTypewriter || undefined}
        data-empty={body === '' || undefined}
      />
      {editor !== null && <FormatMenu editor={editor} />}
      {editor !== null && asked !== null && (
        <SpellingMenu editor={editor} asked={asked} onClose={() => setAsked(null)} />
      )}
      {editor !== null && askedLink !== null && (
        <LinkMenu
          editor={editor}
          asked={askedLink}
          onOpen={() => openAddress.current(askedLink.address)}
          onClose={() => setAskedLink(null)}
        />
      )}
    </>
  );
}
