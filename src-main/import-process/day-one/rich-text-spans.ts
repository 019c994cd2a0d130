import type { JsonObject } from '../json-values.ts';

export interface Span {
  readonly text: string;
  readonly attributes: JsonObject;
}

/** Day One's attribute -> the Markdown around it, from the outside in. */
const MARKS = [
  ['bold', '**'],
  ['italic', '*'],
  ['strikethrough', '~~'],
] as const;

/** The Markdown of one line's text, without white space around it. */
export function renderSpans(spans: readonly Span[]): string {
  let output = '';
  let open: readonly (readonly [string, string])[] = [];
  // White space waits: Markdown knows no emphasis that begins or ends with it.
  let space = '';
  const close = (keep: number): void => {
    for (const [, mark] of open.slice(keep).toReversed()) output += mark;
    open = open.slice(0, keep);
  };
  for (const { text, attributes } of spans) {
    const core = text.trim();
    if (core === '') {
      space += text;
      continue;
    }
    const wanted = MARKS.filter(([name]) => attributes[name] === true);
    let kept = 0;
    while (kept < open.length && open[kept] === wanted[kept]) kept += 1;
    close(kept);
    const start = text.indexOf(core);
    output += space + text.slice(0, start);
    space = text.slice(start + core.length);
    for (const [, mark] of wanted.slice(kept)) output += mark;
    open = wanted;
    output += renderCore(core, attributes);
  }
  close(0);
  return output.trim();
}

function renderCore(text: string, attributes: JsonObject): string {
  if (attributes['inlineCode'] === true) return inlineCode(text);
  const { linkURL, autolink } = attributes;
  const label = escapeMarkdown(text);
  if (typeof linkURL !== 'string' || autolink === true || !/^[a-z][a-z0-9+.-]*:/i.test(linkURL)) return label;
  return `[${label}](${linkURL.replace(/[\s()<>\\"'`]/gu, percentEncode)})`;
}

/** `encodeURIComponent` leaves parentheses and quotes as they are, and these would end the target. */
function percentEncode(character: string): string {
  return [...new TextEncoder().encode(character)]
    .map((byte) => `%${byte.toString(16).padStart(2, '0').toUpperCase()}`)
    .join('');
}

/** Length of the longest run of backticks; code that holds it needs a longer one around it. */
export function longestBackticks(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}

function inlineCode(text: string): string {
  const fence = '`'.repeat(longestBackticks(text) + 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}

/** Puts a backslash before every ASCII punctuation mark, so that no text is Markdown by accident. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, '\\$&');
}
