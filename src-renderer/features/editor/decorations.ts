import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { TAG } from '../../../src-shared/domain/tags.ts';

/** A bare address, without the full stop or bracket behind it. */
const ADDRESS = /\bhttps?:\/\/[^\s<>"“”]*[^\s<>"“”.,;:!?()[\]{}'’*_~]/gu;

/** The text of a block as a reader of prose sees it: what is no plain text (code, links, pictures) keeps its length, so that places are places of the document. */
export function plainText(block: Node): string {
  let text = '';
  for (const child of block.children) {
    const isPlain =
      child.isText && !child.marks.some(({ type }) => ['code', 'verbatimText', 'link'].includes(type.name));
    text += isPlain ? child.text! : (child.isText ? '\u{FFFC}' : '\n').repeat(child.nodeSize);
  }
  return text;
}

/** Where tags and bare addresses stand in one block of text; positions count from the block's content. */
export function marksIn(
  block: Node,
): readonly { readonly kind: 'tag' | 'address'; readonly from: number; readonly to: number }[] {
  if (!block.isTextblock || block.type.spec.code === true) return [];
  const text = plainText(block);
  return [
    ...[...text.matchAll(ADDRESS)].map((match) => ({
      kind: 'address' as const,
      from: match.index,
      to: match.index + match[0].length,
    })),
    ...[...text.matchAll(TAG)].map((match) => ({
      kind: 'tag' as const,
      from: match.index,
      to: match.index + match[0].replace(/[-/_]+$/u, '').length,
    })),
  ];
}

function decorate(doc: Node, from: number, to: number): Decoration[] {
  const found: Decoration[] = [];
  doc.nodesBetween(from, to, (node, position) => {
    if (!node.isTextblock) return true;
    for (const mark of marksIn(node)) {
      found.push(
        Decoration.inline(position + 1 + mark.from, position + 1 + mark.to, {
          nodeName: 'span',
          [`data-${mark.kind}`]: '',
        }),
      );
    }
    return false;
  });
  return found;
}

const key = new PluginKey<DecorationSet>('tags-and-addresses');

/** Colours `#tags` and bare addresses while they are typed. Looks only at the blocks that a change touched. */
export const TagsAndAddresses = Extension.create({
  name: 'tagsAndAddresses',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key,
      state: {
        init: (_, { doc }) => DecorationSet.create(doc, decorate(doc, 0, doc.content.size)),
        apply(transaction, before) {
          if (!transaction.docChanged) return before;
          const { doc } = transaction;
          let set = before.map(transaction.mapping, doc);
          transaction.mapping.maps.forEach((map, index) => {
            map.forEach((_oldFrom, _oldTo, newFrom, newTo) => {
              const rest = transaction.mapping.slice(index + 1);
              const from = doc.resolve(rest.map(newFrom, -1));
              const to = doc.resolve(rest.map(newTo, 1));
              const start = from.depth === 0 ? from.pos : from.start();
              const end = to.depth === 0 ? to.pos : to.end();
              set = set
                .remove(set.find(start, end))
                .add(doc, decorate(doc, start, Math.min(Math.max(end, start + 1), doc.content.size)));
            });
          });
          return set;
        },
      },
      props: { decorations: (state) => key.getState(state) },
    }),
  ],
});
