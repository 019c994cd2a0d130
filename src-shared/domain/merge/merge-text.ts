import { diffIndices } from 'node-diff3';

export interface MergedText {
  readonly text: string;
  /** Both changed the same words: those of the later text stand, and some of the earlier's are not in `text`. */
  readonly conflict: boolean;
}

/**
 * Merges two texts that were written on top of `base` without knowing of each other: three ways (diff3; Khanna, Kunal and Pierce, "A Formal Investigation
 * of Diff3", 2007), on lines first and, where both changed the same lines, on words. What only one of them changed is taken over; what both added in one place is
 * kept, the earlier's first; where both changed the same words the later's stand. A piece that one took away and the other changed
 * stays as it was changed: a text is harder to get back than to delete again.
 *
 * The same three texts give the same text on every device, so nothing here depends on a locale or on the version of Unicode that an engine knows.
 * @param base null: there is none; then there is nothing to tell an addition from a change by, and the later text stands
 */
export function mergeText(base: string | null, earlier: string, later: string): MergedText {
  if (earlier === later || base === earlier) return { text: later, conflict: false };
  if (base === later) return { text: earlier, conflict: false };
  if (base === null) {
    // A text that only one of them has is no change of the other's words.
    if (earlier === '' || later === '') return { text: earlier + later, conflict: false };
    return { text: later, conflict: true };
  }
  // With an end to the last line too, two lines added behind it are two additions and not two changes of it.
  const lines = merge(linesOf(`${base}\n`), linesOf(`${earlier}\n`), linesOf(`${later}\n`), mergeWords);
  return { text: lines.text.slice(0, -1), conflict: lines.conflict };
}

function mergeWords(base: string, earlier: string, later: string): MergedText {
  return merge(wordsOf(base), wordsOf(earlier), wordsOf(later), (_base, _earlier, later_) => ({
    text: later_,
    conflict: true,
  }));
}

type Tokens = readonly string[];

interface Hunk {
  readonly start: number;
  /** Exclusive; equal to `start` where something was only added. */
  readonly end: number;
  readonly tokens: Tokens;
}

function merge(
  base: Tokens,
  earlier: Tokens,
  later: Tokens,
  refine: (base: string, earlier: string, later: string) => MergedText,
): MergedText {
  const earlierHunks = hunksOf(base, earlier);
  const laterHunks = hunksOf(base, later);
  if (earlierHunks === null || laterHunks === null) return { text: later.join(''), conflict: true };
  const pieces: string[] = [];
  let conflict = false;
  let done = 0;
  let [e, l] = [0, 0];
  while (e < earlierHunks.length || l < laterHunks.length) {
    const nextEarlier = earlierHunks[e];
    const nextLater = laterHunks[l];
    const first = isFirst(nextEarlier, nextLater) ? nextEarlier! : nextLater!;
    const start = first.start;
    let end = first.end;
    // The region grows over everything that overlaps it, from either side.
    const [fromE, fromL] = [e, l];
    if (first === nextEarlier) e += 1;
    else l += 1;
    for (;;) {
      const [a, b] = [earlierHunks[e], laterHunks[l]];
      if (a !== undefined && overlaps(a, start, end)) {
        end = Math.max(end, a.end);
        e += 1;
      } else if (b !== undefined && overlaps(b, start, end)) {
        end = Math.max(end, b.end);
        l += 1;
      } else break;
    }
    pieces.push(base.slice(done, start).join(''));
    done = end;
    const ours = earlierHunks.slice(fromE, e);
    const theirs = laterHunks.slice(fromL, l);
    if (theirs.length === 0) {
      // The same words added in the same place by both are added once.
      const twin = laterHunks[l];
      const isTwin = start === end && twin !== undefined && twin.start === start && twin.end === start;
      if (!(isTwin && sameTokens(first.tokens, twin.tokens))) pieces.push(applied(base, start, end, ours));
    } else if (ours.length === 0) {
      pieces.push(applied(base, start, end, theirs));
    } else {
      const before = base.slice(start, end).join('');
      const one = applied(base, start, end, ours);
      const other = applied(base, start, end, theirs);
      const isEdit = (text: string): boolean => text.trim() !== '';
      if (one === other) {
        pieces.push(one);
      } else if (!isEdit(one) || !isEdit(other)) {
        pieces.push(isEdit(other) ? other : one);
      } else {
        const merged = refine(before, one, other);
        pieces.push(merged.text);
        conflict ||= merged.conflict;
      }
    }
  }
  pieces.push(base.slice(done).join(''));
  return { text: pieces.join(''), conflict };
}

/** What was added in one place stands before what was changed from there on; of two additions the earlier's. */
function isFirst(earlier: Hunk | undefined, later: Hunk | undefined): boolean {
  if (earlier === undefined || later === undefined) return earlier !== undefined;
  if (earlier.start !== later.start) return earlier.start < later.start;
  const [addsEarlier, addsLater] = [earlier.start === earlier.end, later.start === later.end];
  return addsEarlier || !addsLater;
}

/** Two that only touch do not. */
function overlaps(hunk: Hunk, start: number, end: number): boolean {
  return hunk.start < end && hunk.end > start;
}

function applied(base: Tokens, start: number, end: number, hunks: readonly Hunk[]): string {
  const pieces: string[] = [];
  let done = start;
  for (const hunk of hunks) {
    pieces.push(...base.slice(done, hunk.start), ...hunk.tokens);
    done = hunk.end;
  }
  return [...pieces, ...base.slice(done, end)].join('');
}

/**
 * Comparing takes the product of the numbers of tokens, at worst. Two texts of this size that have nothing in common are a fraction of a second; what is
 * larger is not compared, on any device.
 */
const MAX_STEPS = 20_000_000;

/** @returns null where comparing would take too long */
function hunksOf(base: Tokens, changed: Tokens): Hunk[] | null {
  let head = 0;
  const shorter = Math.min(base.length, changed.length);
  while (head < shorter && base[head] === changed[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && base.at(-1 - tail) === changed.at(-1 - tail)) tail += 1;
  const from = base.slice(head, base.length - tail);
  const to = changed.slice(head, changed.length - tail);
  if (from.length === 0 && to.length === 0) return [];
  if (from.length === 0 || to.length === 0) return [{ start: head, end: head + from.length, tokens: to }];
  if (from.length * to.length > MAX_STEPS) return null;
  return diffIndices([...from], [...to]).map(({ buffer1: [start, length], buffer2Content }) => ({
    start: head + start,
    end: head + start + length,
    tokens: buffer2Content,
  }));
}

function sameTokens(one: Tokens, other: Tokens): boolean {
  return one.length === other.length && one.every((token, place) => token === other[place]);
}

/** With their ends, so that joining them gives the text back. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/gu) ?? [];
}

/**
 * Words with the white space before them. Scripts that put no spaces between words are taken sign by sign, with the marks that belong to it; by code points and
 * not by Unicode's properties, which every version of it changes.
 */
const WORD =
  /\s*[\u2e80-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}](?:\u3099|\u309a|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}])*|\s*[^\s\u2e80-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]+|\s+/gu;

function wordsOf(text: string): string[] {
  return text.match(WORD) ?? [];
}
