import { unescapeLine, type MarkdownContext } from './unescape-line.ts';

/**
 * Day One escapes nearly all punctuation of its Markdown (`Fine\. 30\-minute walk`). This takes away the backslashes that change
 * nothing, and leaves every one that keeps a character from becoming Markdown (`\# no heading`, `1\. no list`, `\*`), as well as
 * everything inside of code, HTML and link targets, where a backslash is a backslash.
 *
 * It knows no more of Markdown than that takes, and in doubt it keeps what is there: an escape too many is ugly, one too few
 * changes what a person wrote. Its tests compare both texts in a real CommonMark parser. Linear in the length of the text.
 * (Bare addresses may become links where a reader makes links of them: `www\.example\.com`. In Day One they were.)
 */
export function unescapeMarkdown(markdown: string): string {
  if (!markdown.includes('\\')) return markdown;
  // A definition somewhere can make a reference of any brackets, and finds it by its spelling, backslashes included.
  if (/(?:^|[^\\]|\\\\)\]:/.test(markdown)) return markdown;

  const lines = markdown.split('\n');
  const document = {
    hasRawTilde: /(?:^|[^\\]|\\\\)~/.test(markdown),
    hasTableRow: lines.some((line) => /^[ \t>|:\\-]*$/.test(line) && line.includes('-')),
  };
  const result: string[] = [];
  const copyUpTo = (end: number): void => {
    while (result.length < end) result.push(lines[result.length]!);
  };
  while (result.length < lines.length) {
    const start = result.length;
    const fence = FENCE.exec(lines[start]!);
    if (fence !== null) {
      copyUpTo(endOfFence(lines, start, fence[1] ?? fence[2]!));
    } else if (isBlank(lines[start]!)) {
      copyUpTo(start + 1);
    } else {
      const end = endOfChunk(lines, start);
      const chunk = lines.slice(start, end);
      for (const line of unescapeChunk(chunk, document)) result.push(line);
      const next = lines[end];
      // With HTML open nobody here knows whether a fence right behind it is one.
      const unclear = chunk.some((line) => /<[A-Za-z/]/.test(line)) && next !== undefined && FENCE.test(next);
      if (unclear || chunk.some((line) => HTML_BLOCK.test(line) || isInnerFence(line))) copyUpTo(lines.length);
    }
  }
  return result.join('\n');
}

/** A fence at the margin, where it cannot be part of a list or a quotation. */
const FENCE = /^(?:(`{3,})[^`]*|(~{3,})[^]*)$/;
/** HTML that goes on over blank lines. */
const HTML_BLOCK = /<(?:[!?]|(?:script|pre|style|textarea)\b)/i;
/** Quote marks, list markers, boxes and white space that the text of a line stands behind. */
const CONTAINERS = /^(?:[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)|\[[ xX]\](?=[ \t])))*[ \t]*/;

function isBlank(line: string): boolean {
  return /^[ \t]*$/.test(line);
}

/** A fence in a list or a quotation ends together with that, and where that is takes a parser. */
function isInnerFence(line: string): boolean {
  const containers = CONTAINERS.exec(line)![0];
  return containers !== '' && FENCE.test(line.slice(containers.length));
}

/** Index behind the closing line of a fence, or behind the text. */
function endOfFence(lines: readonly string[], start: number, fence: string): number {
  const closing = new RegExp(`^ {0,3}${fence[0]}{${fence.length},}[ \\t]*$`);
  let end = start + 1;
  while (end < lines.length && !closing.test(lines[end]!)) end += 1;
  return Math.min(end + 1, lines.length);
}

/** A chunk can hold one paragraph or more: it ends at a blank line, a fence, or the end. */
function endOfChunk(lines: readonly string[], start: number): number {
  let end = start;
  while (end < lines.length && !isBlank(lines[end]!) && !FENCE.test(lines[end]!)) end += 1;
  return end;
}

function unescapeChunk(lines: readonly string[], document: MarkdownContext['document']): readonly string[] {
  const text = lines.join('\n');
  const isTable = document.hasTableRow && text.includes('|');
  // A cell ends code that its line would not.
  if (isTable && text.includes('`')) return lines;

  const result: string[] = [];
  const lastAt = text.lastIndexOf('@');
  const lastGreater = text.lastIndexOf('>');
  let inParagraph = false;
  let lineAt = 0;
  for (const [index, line] of lines.entries()) {
    if (isInnerFence(line)) return [...result, ...lines.slice(index)];
    const containers = CONTAINERS.exec(line)![0];
    const margin = /^[ \t]*/.exec(containers)![0];
    // Indented code cannot interrupt a paragraph, but behind a list marker it can stand at once.
    const isIndented = /\t| {4}/.test(margin) && (!inParagraph || isTable);
    if (isIndented || /\t| {4}/.test(containers.slice(margin.length))) {
      // If it is text after all, what begins in it may end in a line that was taken for text of its own.
      if (/[`<]|\]\(/.test(line)) return lines;
      result.push(line);
      inParagraph = false;
    } else {
      const context = { lineAt, contentAt: containers.length, lastAt, lastGreater, document };
      const read = unescapeLine(line, context);
      if (read.type === 'unpaired-code') return lines;
      result.push(read.line);
      if (read.type === 'open') return [...result, ...lines.slice(index + 1)];
      inParagraph = /^[^\s`~#<>[\]|*_=+!:-]/.test(line.slice(containers.length));
    }
    lineAt += line.length + 1;
  }
  return result;
}
