import type { SearchHit } from '../../../src-shared/contract/entries.ts';

/** Characters of a passage, and of what stands before its first match. */
const PASSAGE_LENGTH = 180;
const LEAD = 50;
/** Characters of a word that is not cut in the middle. */
const WORD = 30;
/** A text is looked through no further than this: a match behind it is in the entry, and the passage is its beginning. */
const LONGEST = 200_000;

/** Without case and diacritics, sign by sign, with the place of each in the original. */
function folded(text: string): { readonly text: string; readonly places: readonly number[] } {
  let plain = '';
  const places: number[] = [];
  let at = 0;
  for (const sign of text) {
    const simple =
      sign < '\u0080'
        ? sign.toLowerCase()
        : sign.normalize('NFD').replaceAll(/\p{M}/gu, '').normalize('NFC').toLowerCase();
    for (let index = 0; index < simple.length; index += 1) places.push(at);
    plain += simple;
    at += sign.length;
  }
  places.push(at);
  return { text: plain, places };
}

/** As the index folds: `Été` and `ete` are the same. */
export function fold(text: string): string {
  return folded(text).text;
}

/** Marks of Markdown, which say nothing in a passage. Not a reading of it: a line of a search's answer may be a little off, and must cost nothing. */
function withoutMarks(markdown: string): string {
  return markdown
    .replaceAll(/!\[([^\]\n]*)\]\([^)\n]*\)/gu, '$1')
    .replaceAll(/\[([^\]\n]+)\]\([^)\n]*\)/gu, '$1')
    .replaceAll(/^[ \t]*(?:#{1,6}|>|[-*+](?: \[[ xX]\])?|\d+[.)])[ \t]+/gmu, '')
    .replaceAll(/\*\*|__|~~|`+|(?<![\p{L}\p{N}*])\*(?=\S)|(?<=\S)\*(?![\p{L}\p{N}*])/gu, '')
    .replaceAll(/\\(?=[\\`*_[\]<>#~|.!-])/gu, '');
}

/**
 * The part of a text around the first of `terms`, on one line, in runs, so that no markup has to cross the bridge. `terms` are folded. Without a match it is the beginning.
 */
export function passageOf(source: string, terms: readonly string[]): SearchHit['passage'] {
  const text = withoutMarks(source.slice(0, LONGEST)).replaceAll(/\s+/gu, ' ').trim();
  const { text: plain, places } = folded(text);
  const found: { from: number; to: number }[] = [];
  for (const term of terms.map((each) => each.replaceAll(/\s+/gu, ' ')).filter((each) => each !== '')) {
    let at = plain.indexOf(term);
    for (let count = 0; at !== -1 && count < 50; count += 1) {
      found.push({ from: places[at]!, to: places[at + term.length]! });
      at = plain.indexOf(term, at + term.length);
    }
  }
  const ordered = found.toSorted((a, b) => a.from - b.from || b.to - a.to);
  const first = ordered[0]?.from ?? 0;
  // From a word's beginning, if one is near.
  const lead = Math.max(0, first - LEAD);
  const space = lead === 0 ? -1 : text.indexOf(' ', lead);
  const start = lead === 0 ? 0 : space !== -1 && space < first ? space + 1 : lead;
  const longest = start + PASSAGE_LENGTH;
  // To a word's end, if one is near: of text without spaces it takes all that it may.
  const gap = text.lastIndexOf(' ', longest);
  const end = longest >= text.length ? text.length : gap > longest - WORD ? gap : longest;
  const runs: SearchHit['passage'] = [];
  const add = (from: number, to: number, match: boolean): void => {
    if (to > from) runs.push({ text: text.slice(from, to), match });
  };
  let at = start;
  for (const { from, to } of ordered) {
    if (from < at || to > end) continue;
    add(at, from, false);
    add(from, to, true);
    at = to;
  }
  add(at, end, false);
  if (start > 0) runs.unshift({ text: '…', match: false });
  if (end < text.length) runs.push({ text: '…', match: false });
  return runs;
}
