import { Mark, Node, mergeAttributes } from '@tiptap/core';
import type { Extensions } from '@tiptap/core';
import { Code } from '@tiptap/extension-code';
import { ListItem } from '@tiptap/extension-list';
import { StarterKit } from '@tiptap/starter-kit';

/** Task or plain, one kind of item: a Markdown list may hold both. */
export const Item = ListItem.extend({
  addAttributes() {
    return {
      /** null: a plain item. */
      checked: {
        default: null,
        keepOnSplit: false,
        parseHTML: (element: HTMLElement) => {
          const box = element.querySelector(':scope > input[type=checkbox], :scope > label > input[type=checkbox]');
          if (box instanceof HTMLInputElement) return box.checked;
          const own = element.getAttribute('data-checked');
          return own === null ? null : own === 'true';
        },
        renderHTML: ({ checked }: Record<string, unknown>) =>
          checked === null ? {} : { 'data-checked': String(checked) },
      },
    };
  },
});

/** Markdown that the editor has no shape for (a table, HTML, a footnote): shown and kept as it is written. */
export const Verbatim = Node.create({
  name: 'verbatim',
  group: 'block',
  content: 'text*',
  marks: '',
  code: true,
  defining: true,
  parseHTML: () => [{ tag: 'pre[data-verbatim]', preserveWhitespace: 'full' }],
  renderHTML: ({ HTMLAttributes }) => ['pre', mergeAttributes(HTMLAttributes, { 'data-verbatim': '' }), ['code', 0]],
});

/** The same inside a line. */
export const VerbatimMark = Mark.create({
  name: 'verbatimText',
  inclusive: false,
  excludes: '',
  parseHTML: () => [{ tag: 'span[data-verbatim]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', mergeAttributes(HTMLAttributes, { 'data-verbatim': '' }), 0],
});

/** Drawn without `href`: nothing here may lead a window away. The editor opens it, outside, after a question. */
export const Link = Mark.create({
  name: 'link',
  inclusive: false,
  excludes: 'link',
  addAttributes: () => ({
    href: { default: '', parseHTML: (element: HTMLElement) => element.getAttribute('href') ?? element.dataset['href'] },
    title: { default: null },
  }),
  parseHTML: () => [{ tag: 'a[href]' }, { tag: 'a[data-href]' }],
  renderHTML: ({ HTMLAttributes: { href, title } }) => [
    'a',
    { 'data-href': String(href), ...(typeof title === 'string' ? { title } : {}) },
    0,
  ],
});

/** The end of a line within a paragraph. `soft`: a plain line break of the text; else one that Markdown marks (`\` before it). */
export const LineBreak = Node.create({
  name: 'hardBreak',
  group: 'inline',
  inline: true,
  selectable: false,
  linebreakReplacement: true,
  addAttributes: () => ({ soft: { default: true, rendered: false } }),
  parseHTML: () => [{ tag: 'br' }],
  renderHTML: () => ['br'],
  renderText: () => '\n',
  addKeyboardShortcuts() {
    const insert = (): boolean =>
      this.editor.commands.first(({ commands }) => [
        () => commands.exitCode(),
        () => commands.insertContent({ type: this.name }),
      ]);
    return { 'Shift-Enter': insert, 'Mod-Enter': () => false };
  },
});

/** A picture: one of the vault's own, or the address of one elsewhere, which is never fetched. */
export const Image = Node.create({
  name: 'image',
  group: 'inline',
  inline: true,
  draggable: true,
  addAttributes: () => ({
    src: { default: '', parseHTML: (element: HTMLElement) => element.dataset['image'] },
    alt: { default: '', parseHTML: (element: HTMLElement) => element.textContent },
    title: { default: null },
  }),
  // Never as <img>: an image of a web page would have to be fetched.
  parseHTML: () => [{ tag: 'span[data-image]' }],
  renderHTML: ({ HTMLAttributes: { src, alt } }) => ['span', { 'data-image': String(src) }, String(alt)],
});

/** A file of the vault's own that is no picture: one thing in the text, which opens. In Markdown it is a link. */
export const File = Node.create({
  name: 'file',
  group: 'inline',
  inline: true,
  atom: true,
  draggable: true,
  addAttributes: () => ({
    src: { default: '', parseHTML: (element: HTMLElement) => element.dataset['file'] },
    name: { default: '', parseHTML: (element: HTMLElement) => element.textContent },
    title: { default: null },
  }),
  parseHTML: () => [{ tag: 'span[data-file]' }],
  renderHTML: ({ HTMLAttributes: { src, name } }) => [
    'span',
    { 'data-file': String(src), role: 'button', title: String(name) },
    String(name),
  ],
  renderText: ({ node }) => String(node.attrs['name']),
});

/** The closed schema: what an entry may hold, and nothing else. Views and keys are the editor's own business. */
export function schemaExtensions(
  nodes: { readonly item?: typeof Item; readonly image?: typeof Image } = {},
): Extensions {
  return [
    StarterKit.configure({
      code: false,
      dropcursor: false,
      gapcursor: false,
      hardBreak: false,
      listItem: false,
      underline: false,
      undoRedo: false,
      trailingNode: false,
      heading: { levels: [1, 2, 3, 4, 5, 6] },
      // Marks and indents stand where the writing of the block begins. Its paragraphs see to themselves in rich-text.module.css: with a `dir` of their own they would
      // not count for the list that they are in.
      blockquote: { HTMLAttributes: { dir: 'auto' } },
      bulletList: { HTMLAttributes: { dir: 'auto' } },
      orderedList: { HTMLAttributes: { dir: 'auto' } },
      codeBlock: { defaultLanguage: null },
      link: false,
    }),
    // Bold and linked code are Markdown too.
    Code.extend({ excludes: '' }),
    nodes.item ?? Item,
    nodes.image ?? Image,
    File,
    LineBreak,
    Link,
    Verbatim,
    VerbatimMark,
  ];
}
