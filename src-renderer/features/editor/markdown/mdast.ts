import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown, gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown, gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown, gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown, gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { Handle, Options } from 'mdast-util-to-markdown';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import type { Parents, PhrasingContent, Root, RootContent } from 'mdast';
import { tagsInText } from '../../../../src-shared/domain/tags.ts';

/**
 * CommonMark with GFM's strikethrough, task lists, tables and footnotes. Bare addresses stay text: the editor shows them as links, and nothing has to be
 * escaped to keep them from becoming one.
 */
export function readMarkdown(markdown: string): Root {
  return fromMarkdown(markdown, {
    extensions: [gfmStrikethrough({ singleTilde: false }), gfmTable(), gfmTaskListItem(), gfmFootnote()],
    mdastExtensions: [
      gfmStrikethroughFromMarkdown(),
      gfmTableFromMarkdown(),
      gfmTaskListItemFromMarkdown(),
      gfmFootnoteFromMarkdown(),
    ],
  });
}

/** Tags that may stand in Markdown as they are: underscores between letters only, so that none begins an emphasis. */
const PLAIN_TAG = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}/-]|_(?=[\p{L}\p{N}]))*$/u;

/** As the library does it, but a tag is written as it was typed: `#river_walk`, not `\#river\_walk`. */
const text: Handle = (node: { value: string }, parent: Parents | undefined, state, info) => {
  const index = state.indexStack.at(-1) ?? 0;
  const siblings = parent?.children ?? [];
  const neighbours = { beforeNode: siblings[index - 1], afterNode: siblings[index + 1] };
  const tags = tagsInText(node.value).filter((tag) => PLAIN_TAG.test(tag));
  if (tags.length === 0) return state.safe(node.value, { ...info, ...neighbours } as never);
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}_#&/])(#(?:${tags.map(escapePattern).join('|')})(?![\\p{L}\\p{N}\\p{M}_/-]))`,
    'giu',
  );
  const parts = node.value.split(pattern);
  return parts
    .map((part, at) => {
      if (at % 2 === 1) return part;
      const before = at === 0 ? info.before : (parts[at - 1] ?? '');
      const after = at === parts.length - 1 ? info.after : '#';
      return state.safe(part, {
        ...info,
        before,
        after,
        ...(at === 0 ? { beforeNode: neighbours.beforeNode } : {}),
        ...(at === parts.length - 1 ? { afterNode: neighbours.afterNode } : {}),
      } as never);
    })
    .join('');
};

/** A plain tag has no other sign that means something in a pattern. */
function escapePattern(literal: string): string {
  return literal.replaceAll('/', '\\/');
}

/** Markdown inside a line, to be written as it is. Not the library's `html`: that one takes the line break before it away. */
const source: Handle = ({ value }: { value: string }) => value;

export function inlineSource(value: string): PhrasingContent {
  return { type: 'source', value } as unknown as PhrasingContent;
}

const OPTIONS: Options = {
  emphasis: '*',
  fences: true,
  listItemIndent: 'one',
  rule: '-',
  handlers: { text, source } as NonNullable<Options['handlers']>,
  extensions: [
    gfmStrikethroughToMarkdown(),
    gfmTableToMarkdown(),
    gfmTaskListItemToMarkdown(),
    gfmFootnoteToMarkdown(),
  ],
};

/** Marks of lists that stand in source beside what is written: a list with the same mark would become one with it. */
export interface ListMarks {
  readonly bullet: '-' | '*' | '+';
  readonly bulletOrdered: '.' | ')';
}

/** Without the newline at the end, except where it is of the last block's source: a few are what they are by it. */
export function writeMarkdown(children: readonly RootContent[], marks: ListMarks): string {
  const written = toMarkdown({ type: 'root', children: [...children] }, { ...OPTIONS, ...marks });
  const last = children.at(-1);
  return last?.type === 'html' && last.value.endsWith('\n') ? written : written.replace(/\n$/, '');
}
