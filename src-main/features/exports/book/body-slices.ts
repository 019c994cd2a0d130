/** Characters that are read as Markdown in one go where a text can be cut: some ten milliseconds. */
const SLICE_LENGTH = 8 * 1024;
/** Of a paragraph: its signs are weighed against one another, so that work grows with the square of it. */
export const MOST_IN_A_PARAGRAPH = 16 * 1024;
/** Of a text that cannot be cut: half a second. */
export const MOST_AT_ONCE = 128 * 1024;

/** Notes and addresses that are named in one place and given in another; line ends that are not ours; HTML and what else may go on over empty lines. */
const HOLDS_TOGETHER = /\]:|[\r\uFEFF]|^ {0,3}<(?:script|pre|style|textarea|!|\?)/imu;
/** A fence in a list or indented: where it ends takes a parser to say. */
const NESTED_FENCE = /^(?:[ \t]+|[ \t]*(?:[>*+-]|\d{1,9}[.)]).*)(?:```|~~~)/mu;
const FENCE = /^(?:(`{3,})[^`]*|(~{3,}).*)$/u;
/** What may go on with a list that stands before it, or belong to one. */
const NO_START = /^(?:[ \t]|[*+-]|\d{1,9}[.)])/u;

/**
 * The Markdown of an entry in parts that are read one by one, so that nobody waits for a long one: together they say what the whole says. null: it is too long to be read at
 * once and cannot be cut.
 * @param length characters behind which it is cut at the next place
 */
export function slicesOf(markdown: string, length = SLICE_LENGTH): readonly string[] | null {
  if (markdown.length <= length) return [markdown];
  const paragraphs = markdown.split(/\n[ \t]*\n/u);
  if (paragraphs.some((paragraph) => paragraph.length > MOST_IN_A_PARAGRAPH)) return null;
  const slices = HOLDS_TOGETHER.test(markdown) || NESTED_FENCE.test(markdown) ? [markdown] : cut(markdown, length);
  return slices.some((slice) => slice.length > MOST_AT_ONCE) ? null : slices;
}

/** Before lines that stand alone: behind an empty one, at the margin, outside of fenced code, and no item of a list. */
function cut(markdown: string, length: number): string[] {
  const slices: string[] = [];
  let start = 0;
  let at = 0;
  let fence: string | null = null;
  let isBehindEmpty = false;
  for (const line of markdown.split('\n')) {
    const isLong = at - start >= length;
    if (isLong && fence === null && isBehindEmpty && line !== '' && !NO_START.test(line)) {
      slices.push(markdown.slice(start, at));
      start = at;
    }
    fence = fenceBehind(line, fence);
    isBehindEmpty = /^[ \t]*$/u.test(line);
    at += line.length + 1;
  }
  return [...slices, markdown.slice(start)];
}

/** The fence that is open behind a line. */
function fenceBehind(line: string, open: string | null): string | null {
  if (open === null) {
    const [, ticks, tildes] = FENCE.exec(line) ?? [];
    return ticks ?? tildes ?? null;
  }
  const closing = line.trim();
  const isClosing = closing.startsWith(open) && closing === open[0]!.repeat(closing.length);
  return isClosing ? null : open;
}
