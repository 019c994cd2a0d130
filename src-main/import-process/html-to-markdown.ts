import { toMdast } from 'hast-util-to-mdast';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item';
import { toMarkdown, type Handle, type Options } from 'mdast-util-to-markdown';
import type { RootContent } from 'mdast';
import { cleanText } from './clean-text.ts';
import { parseHtml } from './html/parse-html.ts';
import { escapeText, textOfHtml } from './html/plain-text.ts';
import { tidyMarkdown, type ReplaceAddress } from './html/tidy-markdown.ts';

/** Above that a page is read for its words only. */
const MAX_HTML_LENGTH = 3_000_000;

export interface HtmlOptions {
  /**
   * What an address becomes: another one (`import:KEY`), or null for no opinion. Without one, web and mail addresses stay, and of every other link or picture
   * only the words.
   */
  readonly address?: ReplaceAddress;
}

/** Tags stay as they were typed, and an underscore inside a word is no emphasis. */
const text: Handle = (node: { value: string }, _parent, state, info) =>
  state
    .safe(node.value, info)
    .replace(/(?<!\\)\\#(?=[\p{L}\p{N}])/gu, '#')
    .replace(/(?<=[\p{L}\p{N}])\\_(?=[\p{L}\p{N}])/gu, '_');

/** As our editor writes it (src-renderer/features/editor/markdown/mdast.ts). */
const OPTIONS: Options = {
  bullet: '-',
  emphasis: '*',
  fences: true,
  listItemIndent: 'one',
  rule: '-',
  handlers: { text },
  extensions: [
    gfmStrikethroughToMarkdown(),
    gfmTableToMarkdown({ tablePipeAlign: false }),
    gfmTaskListItemToMarkdown(),
  ],
};

/**
 * A page or a part of one, written by anybody, as Markdown in the form that our editor writes. Never throws, and takes bounded time: where a page is too large,
 * nested too deep or made to be hard to read, its words are kept and its form is lost.
 */
export function htmlToMarkdown(html: string, options: HtmlOptions = {}): string {
  const source = cleanText(html);
  try {
    if (source.length <= MAX_HTML_LENGTH) return withForm(source, options);
  } catch {
    // Its words can still be had.
  }
  return escapeText(textOfHtml(source));
}

function withForm(source: string, { address }: HtmlOptions): string {
  const tree = toMdast(parseHtml(source));
  const children = tidyMarkdown('children' in tree ? (tree.children as RootContent[]) : [], address ?? (() => null));
  return toMarkdown({ type: 'root', children }, OPTIONS).trimEnd();
}
